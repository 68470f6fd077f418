import type { Instant } from "../base/time.ts";
import type { Database, Row } from "./database.ts";

/** A conversation in which something happened; the mark changes with whatever happens next in it. */
export interface News {
  readonly conversation: string;
  readonly mark: string;
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
  const slugs = JSON.stringify(structures);
  const rows = await database.all(newsQuery, [slugs, since - restsAfter, since, slugs]);
  const marks = new Map<string, string>();
  for (const row of rows) {
    if (row["note"] === null && lastOf(row) < since) continue;
    const id = String(row["id"]);
    marks.set(id, `${marks.get(id) ?? ""} ${row["revision"]} ${row["said"]} ${row["note"]}`);
  }
  return [...marks].map(([conversation, mark]) => ({ conversation, mark }));
}

/** When something was last said or sent in it. */
function lastOf(row: Row): number {
  const said = JSON.parse(String(row["said"])) as readonly (readonly [number, number | null])[];
  return Math.max(Number(row["lastActivityAt"]), ...said.map(([, sentAt]) => sentAt ?? 0));
}

// a plain UNION would sort, and read whole tables through another index to do so
const newsQuery = `SELECT c.id, c.revision, c.lastActivityAt,
    (SELECT json_group_array(json_array(few.id, few.sentAt)) FROM
      (SELECT id, sentAt FROM Outgoing WHERE conversationId = c.id ORDER BY id DESC LIMIT ${lastMessages}) few) AS said,
    NULL AS note
  FROM json_each(?) s JOIN Conversation c ON c.structure = s.value AND c.lastActivityAt >= ?
  UNION ALL SELECT n.conversationId, NULL, NULL, NULL, n.id FROM Note n JOIN Conversation c ON c.id = n.conversationId
  WHERE n.createdAt >= ? AND c.structure IN (SELECT t.value FROM json_each(?) t)`;
