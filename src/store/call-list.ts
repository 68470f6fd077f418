import type { Instant } from "../base/time.ts";
import { type Database, mustBeWritten, sql } from "./database.ts";

/**
 * Puts a conversation among those that wait for the team, to be called: what had to be told could not be
 * written. One that waits already, for whatever it is, keeps its place and its need; a worker who holds it
 * sees what did not leave. A turn that was being thought meanwhile is taken again.
 */
export async function putOnCallList(
  database: Pick<Database, "run">,
  conversation: string,
  now: Instant,
): Promise<void> {
  mustBeWritten(
    await database.run(
      sql(
        `UPDATE Conversation SET heldBy = 'waiting', urgency = MAX(urgency, 1), need = 'call_back',
           waitingSince = ?, lastActivityAt = ?, revision = revision + 1
         WHERE id = ? AND heldBy = 'bot' AND erasedAt IS NULL`,
        now,
        now,
        conversation,
      ),
    ),
  );
}
