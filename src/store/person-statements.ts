import type { PersonChange } from "../person/changes.ts";
import { pairStatement } from "./alert-phones.ts";
import type { Cipher } from "./cipher.ts";
import { type Statement, sql } from "./database.ts";
import { erasure } from "./erasure-statements.ts";
import { giveStatements, joinStatements } from "./link-statements.ts";
import { markStatements, photosGone } from "./paper-statements.ts";
import { isOfSheet, sheetStatements } from "./sheet-statements.ts";
import { type Guard, won } from "./turn-guard.ts";

const kinds: readonly string[] = [
  "nameFirst",
  "remindersStopped",
  "remindDiscreetly",
  "giveLinkCode",
  "joinByCode",
  "pairAlertPhone",
  "saveSheet",
  "shareSheet",
  "linkSheet",
  "markPapers",
  "forgetPaperPhotos",
  "erase",
] satisfies readonly PersonChange["kind"][];

/** Whether a change is about the person rather than about an appointment. */
export function isOfPerson<Other extends { readonly kind: string }>(
  change: PersonChange | Other,
): change is PersonChange {
  return kinds.includes(change.kind);
}

/** The statements of a change about the person. */
export function personStatements(change: PersonChange, guard: Guard, cipher: Cipher): Statement[] {
  const own = [guard.conversation, guard.turn] as const;
  if (change.kind === "nameFirst") {
    return [
      sql(
        `UPDATE Person SET firstNameSealed = ?, nameLookup = ? WHERE id = ? AND ${won}`,
        cipher.seal(change.firstName),
        cipher.lookup(`name|${change.firstName.toLowerCase()}`),
        guard.person,
        ...own,
      ),
    ];
  }
  if (change.kind === "remindersStopped") {
    return [
      sql(
        `UPDATE Person SET remindersStopped = ? WHERE id = ? AND ${won}`,
        change.stopped ? 1 : 0,
        guard.person,
        ...own,
      ),
    ];
  }
  if (change.kind === "remindDiscreetly") {
    return [
      sql(
        `UPDATE Person SET discreet = ? WHERE id = ? AND ${won}`,
        ...[change.discreet ? 1 : 0, guard.person, ...own],
      ),
    ];
  }
  if (change.kind === "giveLinkCode") return giveStatements(change, guard, cipher);
  if (change.kind === "joinByCode") return joinStatements(change, guard, cipher);
  if (change.kind === "pairAlertPhone") return [pairStatement(change.code, guard, cipher)];
  if (isOfSheet(change)) return sheetStatements(change, guard, cipher);
  if (change.kind === "markPapers") return markStatements(change, guard, cipher);
  if (change.kind === "forgetPaperPhotos") return photosGone(guard);
  return erasure(guard, cipher);
}
