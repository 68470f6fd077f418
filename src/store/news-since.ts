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
  const [active, noted] = await Promise.all([
    database.all(activeQuery, [slugs, since - restsAfter]),
    database.all(notedQuery, [since, slugs]),
  ]);
  const marks = new Map<string, string>();
  for (const row of active) {
    if (lastOf(row) >= since) marks.set(String(row["id"]), `${row["revision"]} ${row["said"]}`);
  }
  for (const { id, note } of noted) {
    marks.set(String(id), `${marks.get(String(id)) ?? ""} note ${note}`);
  }
  return [...marks].map(([conversation, mark]) => ({ conversation, mark }));
}

/** When something was last said or sent in it. */
function lastOf(row: Row): number {
  const said = JSON.parse(String(row["said"])) as readonly (readonly [number, number | null])[];
  return Math.max(Number(row["lastActivityAt"]), ...said.map(([, sentAt]) => sentAt ?? 0));
}

const activeQuery = `SELECT c.id, c.revision, c.lastActivityAt,
    (SELECT json_group_array(json_array(few.id, few.sentAt)) FROM
      (SELECT id, sentAt FROM Outgoing WHERE conversationId = c.id ORDER BY id DESC LIMIT ${lastMessages}) few) AS said
  FROM json_each(?) s JOIN Conversation c ON c.structure = s.value AND c.lastActivityAt >= ?`;

const notedQuery = `SELECT n.conversationId AS id, n.id AS note FROM Note n JOIN Conversation c ON c.id = n.conversationId
  WHERE n.createdAt >= ? AND c.structure IN (SELECT t.value FROM json_each(?) t)`;
