import type { PersonChange } from "../person/changes.ts";
import type { Cipher } from "./cipher.ts";
import { type Statement, sql } from "./database.ts";
import { tokenLookups } from "./sheet-token.ts";
import { type Guard, won } from "./turn-guard.ts";

type SheetChange = Extract<
  PersonChange,
  { readonly kind: "saveSheet" | "shareSheet" | "linkSheet" }
>;

/** Whether a change is about the sheet of a bilan. */
export function isOfSheet(change: PersonChange): change is SheetChange {
  return ["saveSheet", "shareSheet", "linkSheet"].includes(change.kind);
}

const theirs = "(SELECT id FROM Conversation WHERE personId = ?)";

/** The statements of a change about a sheet. One present sheet a person; a link opens one version alone. */
export function sheetStatements(change: SheetChange, guard: Guard, cipher: Cipher): Statement[] {
  if (change.kind === "saveSheet") return save(change, guard, cipher);
  const { conversation, person, turn, now } = guard;
  const present = `id = ? AND presentOf IS NOT NULL AND conversationId IN ${theirs} AND ${won}`;
  const which = [change.sheet, person, conversation, turn] as const;
  if (change.kind === "shareSheet")
    return [
      sql(`UPDATE Sheet SET sharedAt = COALESCE(sharedAt, ?) WHERE ${present}`, now, ...which),
    ];
  const { link } = change;
  const [lookup = null] = link ? tokenLookups(cipher, link.token) : [];
  return [
    sql(
      `UPDATE Sheet SET linkLookup = ?, linkExpiresAt = ? WHERE ${present}`,
      lookup,
      link?.until ?? null,
      ...which,
    ),
  ];
}

function save(
  change: Extract<SheetChange, { readonly kind: "saveSheet" }>,
  { conversation, person, turn, now }: Guard,
  cipher: Cipher,
): Statement[] {
  return [
    // a sheet that the team may read stays theirs to read when it is corrected
    sql(
      `INSERT INTO Sheet (id, structure, conversationId, contentSealed, figuresOn, language, createdAt,
         expiresAt, sharedAt)
       SELECT ?, c.structure, c.id, ?, ?, ?, ?, ?,
         (SELECT MAX(s.sharedAt) FROM Sheet s WHERE s.presentOf IN ${theirs})
       FROM Conversation c WHERE c.id = ? AND c.lastTurn = ?`,
      change.sheet,
      cipher.seal(JSON.stringify(change.content)),
      change.figuresOn,
      change.language,
      now,
      change.expiresAt,
      person,
      conversation,
      turn,
    ),
    sql(
      `UPDATE Sheet SET presentOf = NULL, linkLookup = NULL, linkExpiresAt = NULL
       WHERE presentOf IN ${theirs} AND ${won}`,
      person,
      conversation,
      turn,
    ),
    sql(
      `UPDATE Sheet SET presentOf = conversationId WHERE id = ? AND ${won}`,
      change.sheet,
      conversation,
      turn,
    ),
  ];
}
