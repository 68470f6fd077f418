import type { Ids } from "../base/ids.ts";
import type { Message } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import { addressLookups, hasAliases } from "./address-lookup.ts";
import { type Arrival, aliasStatements } from "./alias-statements.ts";
import type { Cipher } from "./cipher.ts";
import { type Statement, sql } from "./database.ts";

const isNew = "NOT EXISTS (SELECT 1 FROM Inbound WHERE eventLookup IN (?, ?))";
/**
 * Coming and going counts for those we know alone: it brings nobody back who was erased, and an old
 * one says nothing of somebody who wrote since.
 */
const saysNew = `${isNew}
  AND NOT EXISTS (SELECT 1 FROM Conversation c WHERE c.id = Address.conversationId AND c.erasedAt IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM Inbound i WHERE i.conversationId = Address.conversationId AND i.sentAt > ?)`;

/**
 * All that receiving a message writes, in one batch; the last statement returns the conversation, when the
 * message is new.
 */
export function acceptStatements(
  structure: string,
  message: Message,
  now: Instant,
  cipher: Cipher,
  ids: Ids,
): Statement[] {
  const { channel, account, address } = message.from;
  const event = `event|${channel}|${account}|${message.id}`;
  const arrival: Arrival = {
    ...{ structure, message, now, conversation: ids.next(), person: ids.next() },
    lookups: addressLookups(cipher, structure, message.from),
    sealed: cipher.seal(address),
    events: [cipher.lookup(event), cipher.previousLookup(event) ?? cipher.lookup(event)],
    content: cipher.seal(JSON.stringify(message.content)),
  };
  return hasAliases(channel) ? aliasStatements(arrival, cipher) : plainStatements(arrival);
}

function plainStatements(arrival: Arrival): Statement[] {
  const { structure, message, now, lookups, sealed, events } = arrival;
  const { channel, account } = message.from;
  const { present: lookup, previous } = lookups;
  const isReachability = message.content.kind === "reachable";
  const counts = isReachability ? saysNew : isNew;
  const counted = [...events, ...(isReachability ? [message.at] : [])];
  return [
    // while keys rotate, the address known under the previous key is moved to the present one
    ...(previous
      ? [
          sql(
            "UPDATE Address SET lookup = ?, addressSealed = ? WHERE lookup = ?",
            lookup,
            sealed,
            previous,
          ),
        ]
      : []),
    // somebody who writes can be reached again; an old event that comes again says nothing of today
    ...(channel === "web" // nobody is ever out of reach there
      ? []
      : [
          sql(
            `UPDATE Address SET unreachableSince = NULL WHERE lookup = ? AND unreachableSince IS NOT NULL AND ${counts}`,
            lookup,
            ...counted,
          ),
        ]),
    ...(isReachability
      ? []
      : [
          sql(
            // an address without a conversation always has a message that waits: the purge finds it by that
            `INSERT INTO Address (lookup, conversationId, personId, structure, channel, account, addressSealed, createdAt)
             SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE ${isNew} ON CONFLICT (lookup) DO NOTHING`,
            ...[lookup, arrival.conversation, arrival.person, structure, channel, account],
            ...[sealed, now, ...events],
          ),
        ]),
    sql(
      `INSERT INTO Inbound (eventLookup, conversationId, contentSealed, state, sentAt, receivedAt)
       SELECT ?, conversationId, ?, 'received', ?, ? FROM Address WHERE lookup = ? AND ${counts}
       ON CONFLICT (eventLookup) DO NOTHING RETURNING conversationId`,
      ...[events[0], arrival.content, message.at, now, lookup],
      ...counted,
    ),
  ];
}
