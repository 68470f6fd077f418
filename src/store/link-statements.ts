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

/** The appointments a conversation brings along: to come, and booked or proposed in it. */
const broughtAlong = "conversationId = ? AND startsAt > ? AND status IN ('booked', 'proposed')";

/**
 * The conversation of the turn becomes the person's who was given the code. The link bears the turn's id:
 * everything after it applies only where it was written, and the whole batch is refused where it was not
 * (the code was used meanwhile) or where both have an appointment at the same time.
 */
export function joinStatements(
  { code }: Extract<PersonChange, { kind: "joinByCode" }>,
  guard: Guard,
  cipher: Cipher,
): Statement[] {
  const { conversation, person, turn, now } = guard;
  const lookup = cipher.lookup(codeText(code));
  const newPerson = "(SELECT personId FROM Link WHERE id = ?)";
  const linked = "EXISTS (SELECT 1 FROM Link WHERE id = ?)";
  return [
    sql(
      `INSERT INTO Link (id, structure, conversationId, formerPersonId, personId, at)
       SELECT ?, own.structure, own.id, own.personId, given.personId, ?
       FROM LinkCode k JOIN Conversation given ON given.id = k.conversationId
         JOIN Conversation own ON own.id = ? AND own.lastTurn = ?
       WHERE k.codeLookup = ? AND k.usedAt IS NULL AND k.expiresAt > ? AND k.structure = own.structure
         AND given.structure = own.structure AND given.erasedAt IS NULL AND given.personId <> own.personId`,
      turn,
      now,
      conversation,
      turn,
      lookup,
      now,
    ),
    sql(
      `INSERT INTO Cell (resource, startsAt, appointmentId) SELECT NULL, 0, ? WHERE NOT ${linked} AND ${won}`,
      turn,
      turn,
      conversation,
      turn,
    ),
    sql(`UPDATE LinkCode SET usedAt = ? WHERE codeLookup = ? AND ${linked}`, now, lookup, turn),
    sql(
      `UPDATE Cell SET resource = 'person:' || ${newPerson} WHERE resource = ? AND appointmentId IN
         (SELECT id FROM Appointment WHERE personId = ? AND ${broughtAlong}) AND ${linked}`,
      turn,
      `person:${person}`,
      person,
      conversation,
      now,
      turn,
    ),
    sql(
      `UPDATE Appointment SET personId = ${newPerson} WHERE personId = ? AND ${broughtAlong} AND ${linked}`,
      turn,
      person,
      conversation,
      now,
      turn,
    ),
    ...[
      "Conversation SET personId = # WHERE id",
      "Address SET personId = # WHERE conversationId",
    ].map((text) =>
      sql(`UPDATE ${text.replace("#", newPerson)} = ? AND ${linked}`, turn, conversation, turn),
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
