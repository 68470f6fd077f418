import type { Lookups } from "./address-lookup.ts";
import type { Arrivals } from "./arrivals.ts";
import { type Statement, sql } from "./database.ts";
import { arrivals, isLatest, left, newAddress, taken, them } from "./whose-arrival.ts";

/**
 * Receiving where a person has several ids, from many people at once. Any id that is known leads to their
 * conversation, on whichever of the structure's WhatsApp accounts it was; the others are remembered, and the
 * answer goes to where they wrote last. A number that comes with somebody else's ids is theirs now: whoever
 * had it keeps their conversation under their other ids. Held messages are free to leave. The last statement
 * tells the conversation of each new message, the one before it where something was held.
 */
export function aliasStatements(all: Arrivals): Statement[] {
  const { structure, now } = all;
  const senders = JSON.stringify(all.senders);
  const places = `${arrivals} INSERT INTO Address
    (lookup, conversationId, personId, structure, channel, account, addressSealed, createdAt)
    SELECT ${newAddress}, conversation, person, ?2, channel, account, sealed, ?3 FROM arrival
    WHERE ${them} IS NULL`;
  return [
    ...rotated(all.lookups),
    ...(all.senders.some(({ ids }) => ids.length > 1) ? numbersGone(senders, all) : []),
    sql(places, senders, structure, now),
    sql(
      `${arrivals} INSERT INTO Alias (lookup, addressLookup, structure, createdAt)
       SELECT given.value, owner.lookup, ?2, ?3 FROM arrival
         CROSS JOIN Address owner ON owner.lookup = COALESCE(${them}, ${newAddress})
         CROSS JOIN json_each(arrival.ids) given
       WHERE ${isLatest("owner")} ON CONFLICT (lookup) DO NOTHING`,
      ...[senders, structure, now],
    ),
    ...reached(senders),
    sql(
      `${arrivals} UPDATE Outgoing SET state = 'queued', dueAt = ?2, failure = NULL
       FROM arrival CROSS JOIN Address own ON own.lookup = ${them}
       WHERE Outgoing.conversationId = own.conversationId AND Outgoing.state = 'held' RETURNING conversationId`,
      ...[senders, now],
    ),
    sql(
      `${arrivals} INSERT INTO Inbound (eventLookup, conversationId, contentSealed, state, sentAt, receivedAt)
       SELECT said.value ->> '$.event', own.conversationId, said.value ->> '$.content', 'received',
         said.value ->> '$.at', ?3
       FROM json_each(?2) said CROSS JOIN arrival ON arrival.place = said.value ->> '$.sender'
         CROSS JOIN Address own ON own.lookup = ${them}
       WHERE NOT EXISTS (SELECT 1 FROM Inbound
         WHERE eventLookup IN (said.value ->> '$.event', said.value ->> '$.previous'))
       ORDER BY said.key ON CONFLICT (eventLookup) DO NOTHING RETURNING eventLookup, conversationId`,
      ...[senders, JSON.stringify(all.messages), now],
    ),
  ];
}

/** What is known under the previous key is moved to the present one. */
export function rotated(all: readonly Lookups[]): Statement[] {
  const pairs = all.flatMap(({ present, previous }) => (previous ? [[previous, present]] : []));
  if (pairs.length === 0) return [];
  return [
    sql(
      `UPDATE Alias SET lookup = (SELECT value FROM json_each(?1) WHERE key = Alias.lookup)
       WHERE lookup IN (SELECT key FROM json_each(?1))`,
      JSON.stringify(Object.fromEntries(pairs)),
    ),
  ];
}

/** A number has one person: whoever had it is out of reach until they write, and nobody keeps a former one. */
function numbersGone(senders: string, { senders: all, nobody }: Arrivals): Statement[] {
  return [
    sql(
      `${arrivals} UPDATE Address SET addressSealed = ?2, unreachableSince = COALESCE(unreachableSince, ?3)
       WHERE lookup IN (SELECT former.lookup FROM ${taken})`,
      ...[senders, nobody, Math.min(...all.map(({ at }) => at))],
    ),
    sql(
      `${arrivals} DELETE FROM Alias
       WHERE lookup IN (SELECT lost.lookup FROM ${taken} UNION ALL SELECT lost.lookup FROM ${left})`,
      senders,
    ),
  ];
}

/** Where they are answered from now on, and on which channel. */
function reached(senders: string): Statement[] {
  const present = "(SELECT channel FROM Address WHERE conversationId = Conversation.id)";
  return [
    sql(
      `${arrivals} UPDATE Address SET unreachableSince = NULL, addressSealed = arrival.sealed,
         channel = arrival.channel, account = arrival.account
       FROM arrival WHERE Address.lookup = ${them} AND ${isLatest("Address")}`,
      senders,
    ),
    sql(
      `${arrivals} UPDATE Conversation SET channel = ${present}
       WHERE id IN (SELECT own.conversationId FROM arrival CROSS JOIN Address own ON own.lookup = ${them})
         AND channel <> ${present}`,
      senders,
    ),
  ];
}
