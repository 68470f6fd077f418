import type { Instant } from "../base/time.ts";
import { sql } from "./database.ts";
import { type PurgeStep, pageSize, those } from "./purge-page.ts";

/** What hangs on a conversation once somebody of the team, or a partner, has to do with it. */
const followed = [
  ...["Note", "Dossier", "Prescription", "ToCall"],
  ...["Waiting", "Seat", "SeatWait"],
];

/**
 * Nobody of the team held it or is waited for, no appointment was ever asked for, no first name is known. What
 * the robot learnt in codes stays as long as the conversation, so that who comes back need not say it again.
 */
const ledToNothing = `Conversation.heldBy = 'bot' AND Conversation.epoch = 0 AND Conversation.assignedTo IS NULL
  AND Conversation.labelsSealed IS NULL
  AND NOT EXISTS (SELECT 1 FROM Appointment x WHERE x.personId = Conversation.personId)
  AND NOT EXISTS (SELECT 1 FROM Person x WHERE x.id = Conversation.personId AND x.firstNameSealed IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM Inbound x WHERE x.conversationId = Conversation.id AND x.state = 'received')
  ${followed.map((table) => `AND NOT EXISTS (SELECT 1 FROM ${table} x WHERE x.conversationId = Conversation.id)`).join("\n  ")}`;

/**
 * The texts of conversations that led to nothing. Each is looked at once after its last turn: one that
 * led somewhere keeps its texts for the period of messages; one that is not the robot's is looked at again.
 */
export function unfollowed(structure: string, limit: Instant, now: Instant): PurgeStep {
  // numbered: a statement may say it twice
  const gone = `SELECT id FROM Conversation WHERE rowid IN (SELECT value FROM json_each(?1))
    AND structure = ?2 AND textsSince < ?3 AND ${ledToNothing}`;
  return {
    ...{ kind: "texts", page: pageSize, table: "Conversation", at: "textsSince" },
    where: "Conversation.structure = ? AND Conversation.textsSince < ?",
    values: [structure, limit],
    past: { where: ledToNothing, values: [] },
    remove: (rows) =>
      [
        `DELETE FROM OutgoingPart WHERE outgoingId IN
         (SELECT id FROM Outgoing WHERE conversationId IN (${gone}) AND state NOT IN ('queued', 'sending', 'held'))`,
        `DELETE FROM Outgoing WHERE conversationId IN (${gone}) AND state NOT IN ('queued', 'sending', 'held')`,
        `DELETE FROM Inbound WHERE conversationId IN (${gone})`,
      ].map((text) => sql(text, rows, structure, limit)),
    looked: (rows) => [
      sql(
        `UPDATE Conversation SET textsSince = CASE WHEN heldBy = 'bot' THEN NULL ELSE ? END
         WHERE ${those} AND structure = ? AND textsSince < ?`,
        ...[now, rows, structure, limit],
      ),
    ],
  };
}
