import { nothingKnown } from "../engine/conversation.ts";
import { holdOf } from "./booking-statements.ts";
import type { Cipher } from "./cipher.ts";
import { type Statement, sql } from "./database.ts";
import { mediaGone } from "./media-statements.ts";
import { nobodys } from "./purge-counted.ts";
import { type Guard, won } from "./turn-guard.ts";

/**
 * The conversations of the person, this one and those that were linked to it. One in which an alert about
 * a danger waits is never dropped, be it raised since this was asked.
 */
const theirs =
  "(SELECT id FROM Conversation WHERE personId = ? AND (id = ? OR (urgency < 2 AND erasedAt IS NULL)))";

/**
 * All that identifies the person, at once. The address stays until the receipt has left: a sweep
 * removes it, the conversation and the person then. Counts keep their codes and lose the person.
 */
export function erasure(guard: Guard, cipher: Cipher): Statement[] {
  const { conversation, person, turn } = guard;
  const own = [conversation, turn] as const;
  const all = [person, conversation] as const;
  return [
    ...agendaErased(guard),
    sql(
      `DELETE FROM Inbound WHERE conversationId IN ${theirs} AND state <> 'received' AND ${won}`,
      ...all,
      ...own,
    ),
    sql(
      `DELETE FROM Outgoing WHERE conversationId IN ${theirs} AND turnId <> ? AND ${won}`,
      ...all,
      turn,
      ...own,
    ),
    ...[
      `DELETE FROM Note WHERE conversationId IN ${theirs}`,
      ...mediaGone(theirs),
      `DELETE FROM Sheet WHERE conversationId IN ${theirs}`,
      `DELETE FROM Paper WHERE conversationId IN ${theirs}`,
      `DELETE FROM Misheard WHERE conversationId IN ${theirs}`,
      `DELETE FROM Waiting WHERE conversationId IN ${theirs}`,
      `DELETE FROM Seat WHERE conversationId IN ${theirs}`,
      `DELETE FROM SeatWait WHERE conversationId IN ${theirs}`,
      `DELETE FROM ToCall WHERE conversationId IN ${theirs}`,
      `DELETE FROM Prescription WHERE conversationId IN ${theirs}`,
      // a worker who erases what they wrote here is alerted here no more
      `UPDATE Worker SET alertConversation = NULL WHERE alertConversation IN ${theirs}`,
      `DELETE FROM LinkCode WHERE conversationId IN ${theirs}`,
      `DELETE FROM Dossier WHERE conversationId IN ${theirs}`,
      ...Object.values(nobodys).map((lost) => `${lost} WHERE conversationId IN ${theirs}`),
      `DELETE FROM Bell WHERE conversationId IN ${theirs}`,
      `DELETE FROM Call WHERE conversationId IN ${theirs}`,
      `UPDATE Event SET conversationId = NULL WHERE conversationId IN ${theirs}`,
      // who read is still answerable for it; whose file it was is forgotten
      `UPDATE Audit SET conversationId = NULL WHERE conversationId IN ${theirs}`,
      // whom a linked conversation was of before
      `DELETE FROM Person WHERE id <> ?1 AND id IN (SELECT formerPersonId FROM Link WHERE conversationId IN ${numbered})
         AND NOT EXISTS (SELECT 1 FROM Conversation c WHERE c.personId = Person.id)`,
      `DELETE FROM Link WHERE conversationId IN ${theirs}`,
    ].map((text) => sql(`${text} AND ${text.includes("?1") ? numberedWon : won}`, ...all, ...own)),
    sql(
      `UPDATE Person SET firstNameSealed = NULL, nameLookup = NULL, discreet = NULL WHERE id = ? AND ${won}`,
      person,
      ...own,
    ),
    // what was counted stays in codes, and is nobody's
    sql(`UPDATE Situation SET personId = NULL WHERE personId = ? AND ${won}`, person, ...own),
    ...conversationsErased(guard, cipher),
  ];
}

// a statement that says its values twice numbers them
const numbered =
  "(SELECT id FROM Conversation WHERE personId = ?1 AND (id = ?2 OR (urgency < 2 AND erasedAt IS NULL)))";
const numberedWon = "EXISTS (SELECT 1 FROM Conversation WHERE id = ?3 AND lastTurn = ?4)";

/** How the team sorted it goes too. */
const unfiled = "snoozedUntil = NULL, assignedTo = NULL, labelsSealed = NULL";

/** This one is marked last: the others are found by their person until then. */
function conversationsErased(guard: Guard, cipher: Cipher): Statement[] {
  const { conversation, person, turn, now } = guard;
  const own = [conversation, turn] as const;
  return [
    // whoever writes there next is met for the first time
    sql(
      `UPDATE Conversation SET erasedAt = ?, memorySealed = ?, language = NULL, flow = NULL, step = NULL,
         heldBy = 'bot', workerId = NULL, urgency = 0, need = NULL, waitingSince = NULL, ${unfiled},
         epoch = epoch + 1, revision = revision + 1
       WHERE personId = ? AND id <> ? AND urgency < 2 AND erasedAt IS NULL AND ${won}`,
      now,
      cipher.seal(JSON.stringify(nothingKnown)),
      person,
      conversation,
      ...own,
    ),
    sql(
      `UPDATE Conversation SET erasedAt = ?, ${unfiled} WHERE id = ? AND lastTurn = ?`,
      now,
      ...own,
    ),
  ];
}

function agendaErased({ conversation, person, turn, now }: Guard): Statement[] {
  // those of before a conversation was linked bear the person it was of then
  const made = `(personId = ? OR conversationId IN ${theirs})`;
  const those = `(SELECT id FROM Appointment WHERE ${made})`;
  const future = `(SELECT id FROM Appointment WHERE ${made} AND status IN ('booked', 'proposed') AND startsAt > ?)`;
  const all = [person, person, conversation] as const;
  const own = [conversation, turn] as const;
  return [
    sql(`DELETE FROM Cell WHERE appointmentId IN ${future} AND ${won}`, ...all, now, ...own),
    sql(`DELETE FROM Cell WHERE appointmentId = ? AND ${won}`, holdOf(person), ...own),
    // past times keep their worker and their room, and lose who was there
    sql(
      `DELETE FROM Cell WHERE appointmentId IN ${those} AND substr(resource, 1, 7) = 'person:' AND ${won}`,
      ...all,
      ...own,
    ),
    sql(
      `UPDATE Reminder SET state = 'skipped', reason = 'erased', settledAt = ? WHERE state = 'planned'
       AND appointmentId IN ${those} AND ${won}`,
      now,
      ...all,
      ...own,
    ),
    sql(
      `UPDATE Appointment SET status = CASE WHEN status IN ('booked', 'proposed') AND startsAt > ? THEN 'cancelled' ELSE status END,
         personId = 'erased', conversationId = 'erased', detailsSealed = NULL, anonymous = 1, version = version + 1 WHERE ${made} AND ${won}`,
      now,
      ...all,
      ...own,
    ),
  ];
}
