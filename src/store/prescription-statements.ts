import type { PrescriptionChange } from "../appointments/prescription-changes.ts";
import { appointmentStatements } from "./appointment-statements.ts";
import { mustBeOurs } from "./batch-refusals.ts";
import { cellRows } from "./booking-statements.ts";
import type { Cipher } from "./cipher.ts";
import { closingStatements } from "./closing-statements.ts";
import { type Statement, sql } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

const kinds: readonly string[] = [
  "agreeToRequest",
  "refuseRequest",
  "stopSharing",
] satisfies readonly PrescriptionChange["kind"][];

/** How an appointment that a partner asked for is told apart, and whose it is until its person agrees. */
export const viaPrescriber = "prescriber";
export const nobodyYet = "prescribed";

/** What the code of a request is found by. */
export function requestText(code: string): string {
  return `request|${code}`;
}

/** Whether a change is about the request of a partner. */
export function isOfPrescription<Other extends { readonly kind: string }>(
  change: PrescriptionChange | Other,
): change is PrescriptionChange {
  return kinds.includes(change.kind);
}

/** The statements of one answer to a partner's request. One that is no longer open refuses the whole batch. */
export function prescriptionStatements(
  change: PrescriptionChange,
  guard: Guard,
  cipher: Cipher,
): Statement[] {
  switch (change.kind) {
    case "agreeToRequest":
      return agreed(change, guard, cipher);
    case "refuseRequest": {
      const { id, version } = change;
      const closing = { id, version, status: "cancelled", by: "person" } as const;
      return [
        closed("id = ? AND state = 'asked'", [id], guard),
        ...closingStatements({ ...closing, reason: null, movedTo: null }, guard),
      ];
    }
    case "stopSharing":
      return [
        closed(
          "state = 'agreed' AND conversationId IN (SELECT id FROM Conversation WHERE personId = ?)",
          [guard.person],
          guard,
        ),
      ];
  }
}

function closed(which: string, values: readonly string[], { conversation, turn }: Guard) {
  return sql(
    `UPDATE Prescription SET state = 'closed', codeLookup = NULL WHERE ${which} AND ${won}`,
    ...[...values, conversation, turn],
  );
}

function agreed(
  change: Extract<PrescriptionChange, { kind: "agreeToRequest" }>,
  guard: Guard,
  cipher: Cipher,
): Statement[] {
  const { id, version, cells, keptUntil } = change;
  const { conversation, person, turn } = guard;
  const own = [conversation, turn] as const;
  return [
    sql(
      `UPDATE Appointment SET personId = ?, conversationId = ?, turnId = ? WHERE id = ? AND version = ?
         AND personId = '${nobodyYet}' AND status = 'proposed' AND expiresAt > ? AND ${won}`,
      ...[person, conversation, turn, id, version, guard.now, ...own],
    ),
    mustBeOurs(id, guard),
    cellRows({ resources: [`person:${person}`], cells }, id, guard),
    ...appointmentStatements({ ...change, kind: "acceptProposal" }, guard, cipher),
    sql(
      `UPDATE Prescription SET state = 'agreed', codeLookup = NULL, conversationId = ?, keptUntil = ?
       WHERE id = ? AND state = 'asked' AND ${won}`,
      ...[conversation, keptUntil, id, ...own],
    ),
  ];
}
