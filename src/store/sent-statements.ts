import type { Instant } from "../base/time.ts";
import { type Statement, sql } from "./database.ts";

/** Writes down that a part of a message left, and under which id. */
export function partLeftStatement(
  id: number,
  part: number,
  lookup: string | null,
  now: Instant,
): Statement {
  return sql(
    "INSERT INTO OutgoingPart (outgoingId, part, networkLookup, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    ...[id, part, lookup, now],
  );
}

/** In SQL, the ids of all parts of a message, the last one included. */
const allParts =
  "(SELECT networkLookup FROM OutgoingPart WHERE outgoingId = ?1 UNION ALL SELECT ?3)";
/** A part that failed fails the whole; else the last one speaks for it. */
const early = (
  column: string,
) => `(SELECT ${column} FROM EarlyStatus WHERE networkLookup IN ${allParts}
  AND (networkLookup = ?3 OR state IN ('held', 'failed', 'unreachable'))
  ORDER BY state IN ('held', 'failed', 'unreachable') DESC LIMIT 1)`;

/**
 * A message left under that id: it is as far as what was heard of it before its id was known. The first
 * statement returns it; one without an id can have been heard of by its parts alone.
 */
export function sentStatements(id: number, lookup: string | null, now: Instant): Statement[] {
  const left = sql(
    `UPDATE Outgoing SET state = COALESCE(REPLACE(${early("state")}, 'unreachable', 'failed'), 'sent'),
         sentAt = ?2, networkLookup = ?3, owner = NULL, leaseUntil = NULL, failure = ${early("failure")}
       WHERE id = ?1 AND state IN ('sending', 'queued') RETURNING id, state, contentSealed`,
    ...[id, now, lookup],
  );
  // a network that names nothing tells nothing
  if (lookup === null) return [left];
  return [
    left,
    // parts that came too late leave again once the person wrote
    sql(
      `DELETE FROM OutgoingPart WHERE outgoingId = ?1 AND part >=
         (SELECT MIN(p.part) FROM OutgoingPart p JOIN EarlyStatus e ON e.networkLookup = p.networkLookup
          WHERE p.outgoingId = ?1 AND e.state = 'held')`,
      id,
    ),
    sql(
      `UPDATE Address SET unreachableSince =
         (SELECT MAX(at) FROM EarlyStatus WHERE networkLookup IN ${allParts.replace("?3", "?2")} AND state = 'unreachable')
       WHERE unreachableSince IS NULL AND conversationId = (SELECT conversationId FROM Outgoing WHERE id = ?1)
         AND EXISTS (SELECT 1 FROM EarlyStatus e WHERE e.networkLookup IN ${allParts.replace("?3", "?2")} AND e.state = 'unreachable'
           AND NOT EXISTS (SELECT 1 FROM Inbound i
             WHERE i.conversationId = Address.conversationId AND i.sentAt > e.at))`,
      ...[id, lookup],
    ),
  ];
}
