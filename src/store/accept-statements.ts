import type { Ids } from "../base/ids.ts";
import type { Message } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import { addressLookups } from "./address-lookup.ts";
import type { Cipher } from "./cipher.ts";
import { type Statement, sql } from "./database.ts";
import { eventsOf } from "./event-lookups.ts";
import { keptContent } from "./kept-content.ts";

const isNew = "NOT EXISTS (SELECT 1 FROM Inbound WHERE eventLookup IN (?, ?))";
/**
 * Coming and going counts for those we know alone: it brings nobody back who was erased, and an old
 * one says nothing of somebody who wrote since.
 */
const saysNew = `${isNew}
  AND NOT EXISTS (SELECT 1 FROM Conversation c WHERE c.id = Address.conversationId AND c.erasedAt IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM Inbound i WHERE i.conversationId = Address.conversationId AND i.sentAt > ?)`;

/**
 * All that receiving a message writes where a person has one id, in one batch; the last statement returns
 * the conversation, when the message is new.
 */
export function acceptStatements(
  structure: string,
  message: Message,
  now: Instant,
  cipher: Cipher,
  ids: Ids,
): Statement[] {
  const { channel, account, address } = message.from;
  const { present: lookup, previous } = addressLookups(cipher, structure, message.from);
  const sealed = cipher.seal(address);
  const events = eventsOf(cipher, message);
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
            ...[lookup, ids.next(), ids.next(), structure, channel, account],
            ...[sealed, now, ...events],
          ),
        ]),
    sql(
      `INSERT INTO Inbound (eventLookup, conversationId, contentSealed, state, sentAt, receivedAt)
       SELECT ?, conversationId, ?, 'received', ?, ? FROM Address WHERE lookup = ? AND ${counts}
       ON CONFLICT (eventLookup) DO NOTHING RETURNING conversationId`,
      ...[
        events[0],
        cipher.seal(JSON.stringify(keptContent(message.content))),
        message.at,
        now,
        lookup,
      ],
      ...counted,
    ),
  ];
}
