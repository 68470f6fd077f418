import type { Address, Message } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import { addressLookups, knownBy, type Lookups } from "./address-lookup.ts";
import type { Cipher } from "./cipher.ts";
import { type Statement, sql } from "./database.ts";

/** A message on its way in, with all that its statements are given. */
export interface Arrival {
  readonly structure: string;
  readonly message: Message;
  readonly now: Instant;
  /** Of the main id. */
  readonly lookups: Lookups;
  readonly sealed: string;
  /** Under the present key and the one before. */
  readonly events: readonly [string, string];
  readonly content: string;
  /** For somebody who was never met. */
  readonly conversation: string;
  readonly person: string;
}

const isNew = "NOT EXISTS (SELECT 1 FROM Inbound WHERE eventLookup IN (?1, ?2))";

/**
 * Receiving where a person has several ids. Any id that is known leads to their conversation, the others
 * are remembered, and the answer goes to the one they wrote from. Two conversations that turn out to be one
 * person's are not merged: the main id's is taken. Held messages are free to leave.
 */
export function aliasStatements(arrival: Arrival, cipher: Cipher): Statement[] {
  const { structure, message, now, lookups, sealed, events } = arrival;
  const { channel, account } = message.from;
  const others = (message.aliases ?? []).map((address) =>
    addressLookups(cipher, structure, { ...message.from, address }),
  );
  const all = [lookups, ...others];
  const ids = JSON.stringify(all.map(({ present }) => present));
  const them = knownBy(3);
  return [
    ...rotated(all),
    ...(others.length > 0 ? strangers(arrival, others, cipher.seal("")) : []),
    sql(
      `UPDATE Address SET unreachableSince = NULL, addressSealed = ?4 WHERE lookup = ${them} AND ${isNew}`,
      ...[...events, ids, sealed],
    ),
    sql(
      `INSERT INTO Address (lookup, conversationId, personId, structure, channel, account, addressSealed, createdAt)
       SELECT ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 WHERE ${isNew} AND ${them} IS NULL ON CONFLICT (lookup) DO NOTHING`,
      ...[...events, ids, lookups.present, arrival.conversation, arrival.person],
      ...[structure, channel, account, sealed, now],
    ),
    // somebody who is known by one id alone has none to add
    ...(others.length > 0
      ? [
          sql(
            `INSERT INTO Alias (lookup, addressLookup, structure, createdAt)
             SELECT one.value, ${them}, ?4, ?5 FROM json_each(?3) one WHERE ${isNew}
             AND NOT EXISTS (SELECT 1 FROM Address WHERE lookup = one.value) ON CONFLICT (lookup) DO NOTHING`,
            ...[...events, ids, structure, now],
          ),
        ]
      : []),
    sql(
      `UPDATE Outgoing SET state = 'queued', dueAt = ?4, failure = NULL WHERE state = 'held' AND ${isNew}
       AND conversationId = (SELECT conversationId FROM Address WHERE lookup = ${them})`,
      ...[...events, ids, now],
    ),
    sql(
      `INSERT INTO Inbound (eventLookup, conversationId, contentSealed, state, sentAt, receivedAt)
       SELECT ?1, conversationId, ?4, 'received', ?5, ?6 FROM Address WHERE lookup = ${them} AND ${isNew}
       ON CONFLICT (eventLookup) DO NOTHING RETURNING conversationId`,
      ...[...events, ids, arrival.content, message.at, now],
    ),
  ];
}

/** What is known under the previous key is moved to the present one. */
function rotated(all: readonly Lookups[]): Statement[] {
  const pairs = all.flatMap(({ present, previous }) => (previous ? [[previous, present]] : []));
  if (pairs.length === 0) return [];
  const given = JSON.stringify(Object.fromEntries(pairs));
  return [
    movedTo("Address", "lookup", given),
    movedTo("Alias", "addressLookup", given),
    movedTo("Alias", "lookup", given),
  ];
}

function movedTo(table: string, column: string, given: string): Statement {
  return sql(
    `UPDATE ${table} SET ${column} = (SELECT value FROM json_each(?1) WHERE key = ${table}.${column})
     WHERE ${column} IN (SELECT key FROM json_each(?1))`,
    given,
  );
}

/**
 * The id is another person's now (a number that was given away): they came along with ids none of which
 * is known of whoever had it, though others are. Whoever had it keeps their conversation under those, and
 * is out of reach until they write.
 */
function strangers(arrival: Arrival, others: readonly Lookups[], nobody: string): Statement[] {
  const { events, lookups, conversation, now } = arrival;
  const along = JSON.stringify(others.map(({ present }) => present));
  const away = lookupOfNobody(conversation);
  return [
    sql(
      `UPDATE Address SET addressSealed = ?3, unreachableSince = COALESCE(unreachableSince, ?4),
         lookup = CASE WHEN lookup = ?5 THEN ?6 ELSE lookup END
       WHERE lookup = COALESCE((SELECT addressLookup FROM Alias WHERE lookup = ?5), ?5)
         AND (lookup <> ?5 OR EXISTS (SELECT 1 FROM Alias WHERE addressLookup = ?5))
         AND lookup NOT IN (SELECT value FROM json_each(?7))
         AND NOT EXISTS (SELECT 1 FROM Alias a JOIN json_each(?7) b ON b.value = a.lookup
           WHERE a.addressLookup = Address.lookup) AND ${isNew}`,
      ...[...events, nobody, now, lookups.present, away, along],
    ),
    ...leftBehind(lookups.present, away, nobody),
  ];
}

/** What follows an address that lost its id: its other ids lead to it still, and the lost one does not. */
function leftBehind(lost: string, away: string, nobody: string): Statement[] {
  return [
    sql(
      `UPDATE Alias SET addressLookup = ?1 WHERE addressLookup = ?2
       AND EXISTS (SELECT 1 FROM Address WHERE lookup = ?1)`,
      ...[away, lost],
    ),
    // what was sealed in this very batch marks the address that lost it
    sql(
      `DELETE FROM Alias WHERE lookup = ?1
       AND EXISTS (SELECT 1 FROM Address WHERE lookup = Alias.addressLookup AND addressSealed = ?2)`,
      ...[lost, nobody],
    ),
  ];
}

/** Where an address rests that no id leads to any more. */
function lookupOfNobody(unique: string): string {
  return `moved.${unique}`;
}

/** Somebody's id that is theirs no more, from that instant on. */
export interface Departure {
  readonly structure: string;
  readonly from: Address;
  readonly at: Instant;
  /** Never given to anything else. */
  readonly unique: string;
}

/**
 * The id leads to nobody any more: whoever writes from it next is met for the first time. Nothing happens
 * when somebody wrote from it since.
 */
export function departureStatements(departure: Departure, cipher: Cipher): Statement[] {
  const { structure, from, at, unique } = departure;
  const lookups = addressLookups(cipher, structure, from);
  const away = lookupOfNobody(unique);
  const nobody = cipher.seal("");
  return [
    ...rotated([lookups]),
    sql(
      `UPDATE Address SET addressSealed = ?1, unreachableSince = COALESCE(unreachableSince, ?2),
         lookup = CASE WHEN lookup = ?3 THEN ?4 ELSE lookup END
       WHERE lookup = COALESCE((SELECT addressLookup FROM Alias WHERE lookup = ?3), ?3)
         AND NOT EXISTS (SELECT 1 FROM Inbound i WHERE i.conversationId = Address.conversationId AND i.sentAt > ?2)`,
      ...[nobody, at, lookups.present, away],
    ),
    ...leftBehind(lookups.present, away, nobody),
  ];
}
