import type { PersonChange } from "../person/changes.ts";
import type { Cipher } from "./cipher.ts";
import { type Statement, sql } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

/** What a code is found by; the code itself is kept nowhere. */
export function codeText(code: string): string {
  return `link|${code}`;
}

/** Writes down a code; the ones this conversation was given before are void. */
export function giveStatements(
  { code, expiresAt }: Extract<PersonChange, { kind: "giveLinkCode" }>,
  guard: Guard,
  cipher: Cipher,
): Statement[] {
  const { conversation, turn, now } = guard;
  return [
    sql(
      `DELETE FROM LinkCode WHERE conversationId = ? AND usedAt IS NULL AND ${won}`,
      conversation,
      conversation,
      turn,
    ),
    sql(
      `INSERT INTO LinkCode (codeLookup, structure, conversationId, createdAt, expiresAt)
       SELECT ?, structure, id, ?, ? FROM Conversation WHERE id = ? AND lastTurn = ?`,
      cipher.lookup(codeText(code)),
      now,
      expiresAt,
      conversation,
      turn,
    ),
  ];
}

/** The appointments a person brings along: to come, and booked or proposed. */
const broughtAlong = "personId = ? AND startsAt > ? AND status IN ('booked', 'proposed')";

/** The row of the link for where the code was typed bears the turn's id, the others begin with it. */
const isLinked = "EXISTS (SELECT 1 FROM Link WHERE id = ?)";
const newPerson = "(SELECT personId FROM Link WHERE id = ?)";
const moved =
  "(SELECT conversationId FROM Link WHERE id >= ? AND id < ? AND formerPersonId <> personId)";

/**
 * All conversations of the person of the turn become the person's who was given the code. The link bears the
 * turn's id: everything after it applies only where it was written, and the whole batch is refused where it
 * was not (the code was used meanwhile) or where both have an appointment at the same time. A turn under way
 * in another of these conversations is taken again.
 */
export function joinStatements(
  { code }: Extract<PersonChange, { kind: "joinByCode" }>,
  guard: Guard,
  cipher: Cipher,
): Statement[] {
  const { conversation, person, turn, now } = guard;
  const lookup = cipher.lookup(codeText(code));
  const those = [turn, `${turn}/`] as const;
  return [
    ...linkRows(lookup, guard),
    sql(
      `INSERT INTO Cell (resource, startsAt, appointmentId) SELECT NULL, 0, ? WHERE NOT ${isLinked} AND ${won}`,
      turn,
      turn,
      conversation,
      turn,
    ),
    sql(`UPDATE LinkCode SET usedAt = ? WHERE codeLookup = ? AND ${isLinked}`, now, lookup, turn),
    sql(
      `UPDATE Cell SET resource = 'person:' || ${newPerson} WHERE resource = ? AND appointmentId IN
         (SELECT id FROM Appointment WHERE ${broughtAlong}) AND ${isLinked}`,
      ...[turn, `person:${person}`, person, now, turn],
    ),
    sql(
      `UPDATE Appointment SET personId = ${newPerson} WHERE ${broughtAlong} AND ${isLinked}`,
      ...[turn, person, now, turn],
    ),
    sql(
      `UPDATE Conversation SET personId = ${newPerson}, revision = revision + (id <> ?) WHERE id IN ${moved}`,
      ...[turn, conversation, ...those],
    ),
    sql(
      `UPDATE Address SET personId = ${newPerson} WHERE conversationId IN ${moved}`,
      ...[turn, ...those],
    ),
  ];
}

/** One row for each conversation that moves, and one for where the code was given: who was whose is kept. */
function linkRows(lookup: string, { conversation, turn, now }: Guard): Statement[] {
  return [
    sql(
      `INSERT INTO Link (id, structure, conversationId, formerPersonId, personId, at)
       SELECT CASE WHEN moved.id = own.id THEN ?1 ELSE ?1 || '.' || moved.id END, moved.structure, moved.id,
         moved.personId, given.personId, ?2
       FROM LinkCode k JOIN Conversation given ON given.id = k.conversationId
         JOIN Conversation own ON own.id = ?3 AND own.lastTurn = ?1
         JOIN Conversation moved ON moved.personId = own.personId
       WHERE k.codeLookup = ?4 AND k.usedAt IS NULL AND k.expiresAt > ?2 AND k.structure = own.structure
         AND given.structure = own.structure AND given.erasedAt IS NULL AND given.personId <> own.personId`,
      ...[turn, now, conversation, lookup],
    ),
    sql(
      `INSERT INTO Link (id, structure, conversationId, formerPersonId, personId, at)
       SELECT ? || '.' || given.id, given.structure, given.id, given.personId, given.personId, ?
       FROM LinkCode k JOIN Conversation given ON given.id = k.conversationId
       WHERE k.codeLookup = ? AND ${isLinked}`,
      ...[turn, now, lookup, turn],
    ),
  ];
}

/** Removes the links of these conversations, and whom they were of before; `those` lists their ids. */
export function linkGone(those: string): readonly string[] {
  return [
    `DELETE FROM Person WHERE id IN (SELECT formerPersonId FROM Link WHERE conversationId IN ${those})
     AND NOT EXISTS (SELECT 1 FROM Conversation c WHERE c.personId = Person.id)`,
    `DELETE FROM Link WHERE conversationId IN ${those}`,
  ];
}
