import type { ConversationId } from "../base/ids.ts";
import type { WrittenReply } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Row, sql } from "./database.ts";
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

/** The statement of an announcement, which tries again one that failed. `after`: only if that message is held now. */
export function announced(
  { conversation, turn, reply, now }: Announcement,
  cipher: Cipher,
  after: number | null,
) {
  return sql(
    `INSERT INTO Outgoing (conversationId, turnId, position, kind, author, epoch, contentSealed, state, dueAt, createdAt)
     SELECT id, ?1, 0, 'receipt', 'bot', epoch, ?2, 'queued', ?3, ?3 FROM Conversation WHERE id = ?4
     AND (?5 IS NULL OR EXISTS (SELECT 1 FROM Outgoing WHERE id = ?5 AND state = 'held'))
     ON CONFLICT (turnId, position) DO UPDATE SET state = 'queued', contentSealed = excluded.contentSealed,
       dueAt = excluded.dueAt, createdAt = excluded.createdAt, attempts = 0, failure = NULL
       WHERE Outgoing.state IN ('failed', 'dropped')`,
    ...[turn, cipher.seal(JSON.stringify(reply)), now, conversation, after],
  );
}

/**
 * Has a held message that has an approved text leave as that text, and as nothing else: the network said
 * that it takes no free text. False: it is not held, has none, or was refused as such too.
 */
export async function asTemplate(database: Database, cipher: Cipher, row: Row): Promise<boolean> {
  if (row["state"] !== "held") return false;
  const content = JSON.parse(cipher.open(String(row["contentSealed"]))) as WrittenReply;
  if (!content.template || content.isTemplateOnly) return false;
  const written = await database.run(
    sql(
      "UPDATE Outgoing SET state = 'queued', contentSealed = ?, failure = NULL WHERE id = ? AND state = 'held'",
      cipher.seal(JSON.stringify({ ...content, isTemplateOnly: true })),
      Number(row["id"]),
    ),
  );
  return mustBeWritten(written)[0]?.changes === 1;
}
