import type { ConversationId } from "../base/ids.ts";
import type { WrittenReply } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, sql } from "./database.ts";
import type { Outgoing } from "./outgoing-store.ts";

/** What tells somebody that words wait for them; the same turn twice is written once. */
export interface Announcement {
  readonly conversation: ConversationId;
  readonly turn: string;
  readonly reply: WrittenReply;
  readonly now: Instant;
}

/**
 * Keeps a message until the person writes, and announces it to them when there is something to announce.
 * False: they wrote meanwhile, or it is on its way already; nothing changed.
 */
export async function hold(
  database: Database,
  cipher: Cipher,
  { id, heardAt }: Pick<Outgoing, "id" | "heardAt">,
  failure: string,
  announcement: Announcement | null,
): Promise<boolean> {
  const results = mustBeWritten(
    await database.batch([
      sql(
        `UPDATE Outgoing SET state = 'held', failure = ?, owner = NULL, leaseUntil = NULL
         WHERE id = ? AND state IN ('queued', 'sending') AND NOT EXISTS
           (SELECT 1 FROM Inbound i WHERE i.conversationId = Outgoing.conversationId AND i.sentAt > ?)`,
        failure,
        id,
        heardAt ?? 0,
      ),
      ...(announcement ? [announced(announcement, cipher, id)] : []),
    ]),
  );
  return results[0]?.changes === 1;
}

/** The statement of an announcement. `after`: only if that message is held now. */
export function announced(
  { conversation, turn, reply, now }: Announcement,
  cipher: Cipher,
  after: number | null,
) {
  return sql(
    `INSERT INTO Outgoing (conversationId, turnId, position, kind, author, epoch, contentSealed, state, dueAt, createdAt)
     SELECT id, ?1, 0, 'receipt', 'bot', epoch, ?2, 'queued', ?3, ?3 FROM Conversation WHERE id = ?4
     AND (?5 IS NULL OR EXISTS (SELECT 1 FROM Outgoing WHERE id = ?5 AND state = 'held'))
     ON CONFLICT (turnId, position) DO UPDATE
       SET state = 'queued', dueAt = excluded.dueAt, attempts = 0, failure = NULL WHERE state IN ('failed', 'dropped')`,
    ...[turn, cipher.seal(JSON.stringify(reply)), now, conversation, after],
  );
}
