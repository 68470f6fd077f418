import type { Instant } from "../base/time.ts";
import type { Database } from "./database.ts";

/** A conversation in which something happened, and when it last did. */
export interface News {
  readonly conversation: string;
  readonly at: Instant;
}

/** A conversation that rested for longer is not asked whether a message of it left at last. */
const restsAfter = 600_000;
/** Of an active conversation, the last messages are asked whether they left. */
const lastMessages = 5;

/**
 * The conversations in which something was said, sent or noted since then, whoever wrote it. Only what is
 * active in these structures is read, through an index, so that this can be asked every second.
 */
export async function newsSince(
  database: Database,
  structures: readonly string[],
  since: Instant,
): Promise<readonly News[]> {
  const rows = await database.all(newsQuery, [
    JSON.stringify(structures),
    since - restsAfter,
    since,
    since,
    JSON.stringify(structures),
  ]);
  const latest = new Map<string, number>();
  for (const { id, at } of rows) {
    latest.set(String(id), Math.max(Number(at), latest.get(String(id)) ?? 0));
  }
  return [...latest].map(([conversation, at]) => ({ conversation, at: at as Instant }));
}

// a plain UNION would sort, and read whole tables through another index to do so
const newsQuery = `SELECT id, at FROM
    (SELECT c.id, MAX(c.lastActivityAt, COALESCE((SELECT MAX(o.sentAt) FROM
       (SELECT sentAt FROM Outgoing WHERE conversationId = c.id ORDER BY id DESC LIMIT ${lastMessages}) o), 0)) AS at
     FROM json_each(?) s JOIN Conversation c ON c.structure = s.value AND c.lastActivityAt >= ?)
  WHERE at >= ?
  UNION ALL SELECT n.conversationId, n.createdAt FROM Note n JOIN Conversation c ON c.id = n.conversationId
  WHERE n.createdAt >= ? AND c.structure IN (SELECT t.value FROM json_each(?) t)`;
