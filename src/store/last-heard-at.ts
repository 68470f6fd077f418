import { replyWindows } from "../base/reply-window.ts";
import type { Instant } from "../base/time.ts";
import type { Database } from "./database.ts";

/** A message that comes late is among the last ones all the same. */
const lastMessages = 20;

/** In SQL, the networks that ask when the person last wrote; the others are spared the search. */
export const windowed = Object.keys(replyWindows)
  .map((channel) => `'${channel}'`)
  .join();

/**
 * In SQL, when the person of a conversation last wrote, by their network's clock; `table` is the row of
 * `Conversation`. After an erasure their messages are gone, and what is known is when the last was answered.
 */
export function heardIn(table: string): string {
  return `COALESCE((SELECT MAX(sentAt) FROM (SELECT sentAt FROM Inbound
    WHERE conversationId = ${table}.id ORDER BY id DESC LIMIT ${lastMessages})), ${table}.lastInboundAt)`;
}

/** When the person of a conversation last wrote, by their network's clock; null when nothing of it is kept. */
export async function lastHeardAt(
  database: Pick<Database, "get">,
  conversation: string,
): Promise<Instant | null> {
  const row = await database.get(
    `SELECT ${heardIn("c")} AS at FROM Conversation c WHERE c.id = ?`,
    [conversation],
  );
  const at = row?.["at"] ?? null;
  return at === null ? null : (Number(at) as Instant);
}
