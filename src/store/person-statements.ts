import type { PersonChange } from "../person/changes.ts";
import type { Cipher } from "./cipher.ts";
import { type Statement, sql } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

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
  return erasure(guard);
}

/**
 * All that identifies the person, at once. The address stays until the receipt has left: a sweep
 * removes it, the conversation and the person then. Counts keep their codes and lose the person.
 */
function erasure(guard: Guard): Statement[] {
  const { conversation, person, turn, now } = guard;
  const own = [conversation, turn] as const;
  const future = "personId = ? AND status IN ('booked', 'proposed') AND startsAt > ?";
  return [
    sql(`UPDATE Conversation SET erasedAt = ? WHERE id = ? AND lastTurn = ?`, now, ...own),
    sql(
      `DELETE FROM Cell WHERE appointmentId IN (SELECT id FROM Appointment WHERE ${future}) AND ${won}`,
      person,
      now,
      ...own,
    ),
    // past times keep their worker and their room, and lose who was there
    sql(`DELETE FROM Cell WHERE resource = ? AND ${won}`, `person:${person}`, ...own),
    sql(
      `UPDATE Reminder SET state = 'skipped', reason = 'erased', settledAt = ? WHERE state = 'planned'
       AND appointmentId IN (SELECT id FROM Appointment WHERE personId = ?) AND ${won}`,
      now,
      person,
      ...own,
    ),
    sql(
      `UPDATE Appointment SET status = CASE WHEN status IN ('booked', 'proposed') AND startsAt > ? THEN 'cancelled' ELSE status END,
         personId = 'erased', conversationId = 'erased', anonymous = 1, version = version + 1 WHERE personId = ? AND ${won}`,
      now,
      person,
      ...own,
    ),
    sql(
      `DELETE FROM Inbound WHERE conversationId = ? AND state <> 'received' AND ${won}`,
      conversation,
      ...own,
    ),
    sql(
      `DELETE FROM Outgoing WHERE conversationId = ? AND turnId <> ? AND ${won}`,
      conversation,
      turn,
      ...own,
    ),
    sql(`DELETE FROM Note WHERE conversationId = ? AND ${won}`, conversation, ...own),
    sql(
      `UPDATE Event SET conversationId = NULL WHERE conversationId = ? AND ${won}`,
      conversation,
      ...own,
    ),
    // who read is still answerable for it; whose file it was is forgotten
    sql(
      `UPDATE Audit SET conversationId = NULL WHERE conversationId = ? AND ${won}`,
      conversation,
      ...own,
    ),
    sql(
      `UPDATE Person SET firstNameSealed = NULL, nameLookup = NULL WHERE id = ? AND ${won}`,
      person,
      ...own,
    ),
  ];
}
