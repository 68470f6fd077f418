import type { ConversationId, TurnId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import { type Database, mustBeWritten, sql } from "./database.ts";

/** A conversation that a worker holds. */
export interface HeldTalk {
  readonly conversation: ConversationId;
  /** When the person last wrote, and when the team last did; null for never. */
  readonly heardAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly takenAt: Instant;
}

/** Conversations that a worker took, and that nobody touches any more. */
export interface IdleRecords {
  /** Those that nothing happened in since then, a page of them. */
  held(
    structure: string,
    since: Instant,
    page: { readonly limit: number; readonly left: number },
  ): Promise<readonly HeldTalk[]>;
  /** Puts one back in the queue, as waiting since then; `changed`: something happened meanwhile. */
  backToQueue(talk: HeldTalk, turn: TurnId, now: Instant): Promise<"back" | "changed">;
}

export function idleStore(database: Database): IdleRecords {
  return {
    async held(structure, since, { limit, left }) {
      const rows = await database.all(
        `SELECT c.id, c.lastActivityAt,
           (SELECT MAX(i.receivedAt) FROM Inbound i WHERE i.conversationId = c.id) AS heardAt,
           (SELECT MAX(o.createdAt) FROM Outgoing o WHERE o.conversationId = c.id AND o.author <> 'bot'
             AND o.state NOT IN ('failed', 'dropped')) AS answeredAt
         FROM Conversation c WHERE c.structure = ? AND c.heldBy = 'worker' AND c.erasedAt IS NULL
           AND c.lastActivityAt < ? AND (c.snoozedUntil IS NULL OR c.snoozedUntil < ?)
         ORDER BY c.urgency, c.waitingSince, c.id LIMIT ? OFFSET ?`,
        [structure, since, since, limit, left],
      );
      const at = (value: unknown) => (value === null ? null : (Number(value) as Instant));
      return rows.map((row) => ({
        conversation: String(row["id"]) as ConversationId,
        heardAt: at(row["heardAt"]),
        answeredAt: at(row["answeredAt"]),
        takenAt: Number(row["lastActivityAt"]) as Instant,
      }));
    },
    async backToQueue({ conversation, heardAt, takenAt }, turn, now) {
      const [written] = mustBeWritten(
        await database.batch([
          sql(
            `UPDATE Conversation SET heldBy = 'waiting', workerId = NULL, epoch = epoch + 1, revision = revision + 1,
               lastTurn = ?, waitingSince = ?, urgency = MAX(urgency, 1), need = COALESCE(need, 'human')
             WHERE id = ? AND heldBy = 'worker' AND lastActivityAt = ? AND erasedAt IS NULL`,
            ...[turn, heardAt ?? takenAt, conversation, takenAt],
          ),
          sql(
            `INSERT INTO Event (turnId, position, structure, conversationId, kind, value, at)
             SELECT ?, 0, structure, id, 'idle', 'queue', ? FROM Conversation WHERE id = ? AND lastTurn = ?`,
            ...[turn, now, conversation, turn],
          ),
        ]),
      );
      return written?.changes === 1 ? "back" : "changed";
    },
  };
}
