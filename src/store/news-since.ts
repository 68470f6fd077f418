import type { Instant } from "../base/time.ts";
import type { Database } from "./database.ts";

/** Older than this, a message that leaves at last is not looked for here. */
const sentWithin = 600_000;

/**
 * The conversations in which something was said, sent or noted since then, whoever wrote it; each of
 * the three is found through an index, so that this can be asked every second.
 */
export async function newsSince(
  database: Database,
  structures: readonly string[],
  since: Instant,
): Promise<readonly string[]> {
  const rows = await database.all(newsQuery, [
    JSON.stringify(structures),
    since,
    since - sentWithin,
    since,
    since,
  ]);
  return [...new Set(rows.map(({ id }) => String(id)))];
}

// a plain UNION would sort, and read whole tables through another index to do so
const newsQuery = `SELECT c.id FROM json_each(?) s
    JOIN Conversation c ON c.structure = s.value AND c.lastActivityAt >= ?
  UNION ALL SELECT conversationId FROM Outgoing WHERE createdAt >= ? AND sentAt >= ?
  UNION ALL SELECT conversationId FROM Note WHERE createdAt >= ?`;
