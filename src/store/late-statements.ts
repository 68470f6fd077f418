import type { AppointmentChange } from "../appointments/changes.ts";
import type { Cipher } from "./cipher.ts";
import { historyStatement } from "./closing-statements.ts";
import { type Statement, sql } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

/**
 * Somebody said that they are late: it is written with their appointment, and the paired phone of whoever
 * keeps that agenda is told once, be it said ten times.
 */
export function lateStatements(
  { id, version, words }: Extract<AppointmentChange, { kind: "tellLate" }>,
  guard: Guard,
  cipher: Cipher,
): Statement[] {
  const { now, conversation, turn } = guard;
  return [
    historyStatement({ id, version, what: "late", by: "person" }, guard),
    sql(
      `INSERT INTO Outgoing (conversationId, turnId, position, kind, author, epoch, contentSealed, state,
         dueAt, createdAt)
       SELECT c.id, a.id || '.' || a.version || '.late.' || w.id, 0, 'receipt', 'bot', c.epoch, ?, 'queued', ?, ?
       FROM Appointment a JOIN Worker w ON w.structure = a.structure AND w.agendaWorker = a.worker
         JOIN Conversation c ON c.id = w.alertConversation
       WHERE a.id = ? AND w.disabledAt IS NULL AND c.structure = w.structure AND ${won}
       ON CONFLICT DO NOTHING`,
      ...[cipher.seal(JSON.stringify({ text: words, options: [] })), now, now],
      ...[id, conversation, turn],
    ),
  ];
}
