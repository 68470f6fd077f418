import type { ConversationId, Ids, WorkerId } from "../base/ids.ts";
import { maskSensitive } from "../base/masked.ts";
import type { Address, WrittenReply } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, sql } from "./database.ts";
import { spokenOnPhone } from "./phone-words.ts";

/** Words typed on the phone itself, and to whom. */
export interface WordsOnPhone {
  readonly structure: string;
  readonly to: Address;
  readonly networkId: string;
  readonly text: string;
  readonly at: Instant;
}

/** What a worker does with a conversation: each is one guarded write, whole or not at all. */
export interface HandOvers {
  /** Takes the conversation from the bot, or from the phone. `taken`: another worker has it. */
  takeOver(
    conversation: ConversationId,
    worker: WorkerId,
    now: Instant,
  ): Promise<"yours" | "taken" | "gone">;
  /** Queues a worker's words. The key is made by the page: the same key twice is one message. */
  answer(
    conversation: ConversationId,
    worker: WorkerId,
    key: string,
    reply: WrittenReply,
    now: Instant,
  ): Promise<"queued" | "already" | "notYours">;
  /**
   * A private note. No code path sends it: it lives in a table of its own. `gone`: there is no such
   * conversation, or the person was erased; nothing is kept. Sensitive numbers in it are not kept.
   */
  note(
    conversation: ConversationId,
    worker: WorkerId,
    key: string,
    text: string,
    now: Instant,
  ): Promise<"noted" | "already" | "gone">;
  /**
   * Somebody of the team typed on the phone: their words are stored as sent, and the conversation is taken
   * from the bot, unless a worker has it. `ours`: we sent them, or they are stored already. `unknown`: there
   * is no such conversation, or the person was erased.
   */
  spokenOnPhone(
    words: WordsOnPhone,
    now: Instant,
  ): Promise<"ours" | "unknown" | { readonly conversation: ConversationId }>;
}

export function handOverStore(database: Database, cipher: Cipher, ids: Ids): HandOvers {
  return {
    async takeOver(conversation, worker, now) {
      const turn = ids.next();
      const results = mustBeWritten(
        await database.batch([
          sql(
            `UPDATE Conversation SET heldBy = 'worker', workerId = ?, epoch = epoch + 1,
               revision = revision + 1, lastTurn = ?, lastActivityAt = ?
             WHERE id = ? AND (heldBy <> 'worker' OR workerId = 'phone') AND erasedAt IS NULL`,
            worker,
            turn,
            now,
            conversation,
          ),
          sql(
            `INSERT INTO Event (turnId, position, structure, conversationId, kind, value, at)
             SELECT ?, 0, structure, id, 'takenOver', ?, ? FROM Conversation WHERE id = ? AND lastTurn = ?`,
            turn,
            worker,
            now,
            conversation,
            turn,
          ),
        ]),
      );
      if (results[0]?.changes === 1) return "yours";
      const row = await database.get(
        "SELECT workerId FROM Conversation WHERE id = ? AND erasedAt IS NULL",
        [conversation],
      );
      if (!row) return "gone";
      return row["workerId"] === worker ? "yours" : "taken";
    },

    async answer(conversation, worker, key, reply, now) {
      const [inserted] = mustBeWritten(
        await database.batch([
          sql(
            `INSERT INTO Outgoing (conversationId, turnId, position, kind, author, epoch, contentSealed, state, dueAt, createdAt)
             SELECT id, ?, 0, 'worker', ?, epoch, ?, 'queued', ?, ? FROM Conversation
             WHERE id = ? AND heldBy = 'worker' AND workerId = ?
             ON CONFLICT (turnId, position) DO NOTHING RETURNING id`,
            `worker.${key}`,
            worker,
            cipher.seal(JSON.stringify(reply)),
            now,
            now,
            conversation,
            worker,
          ),
          sql(
            "UPDATE Conversation SET lastActivityAt = ? WHERE id = ? AND workerId = ?",
            now,
            conversation,
            worker,
          ),
        ]),
      );
      if (inserted?.rows.length === 1) return "queued";
      const row = await database.get(
        "SELECT 1 FROM Outgoing WHERE turnId = ? AND conversationId = ?",
        [`worker.${key}`, conversation],
      );
      return row ? "already" : "notYours";
    },

    async note(conversation, worker, key, text, now) {
      const [inserted] = mustBeWritten(
        await database.run(
          sql(
            `INSERT INTO Note (conversationId, workerId, key, textSealed, createdAt)
             SELECT id, ?, ?, ?, ? FROM Conversation WHERE id = ? AND erasedAt IS NULL
             ON CONFLICT (key) DO NOTHING RETURNING id`,
            worker,
            key,
            cipher.seal(maskSensitive(text).text),
            now,
            conversation,
          ),
        ),
      );
      if (inserted?.rows.length === 1) return "noted";
      const row = await database.get("SELECT 1 FROM Note WHERE key = ? AND conversationId = ?", [
        key,
        conversation,
      ]);
      return row ? "already" : "gone";
    },
    spokenOnPhone: (words, now) => spokenOnPhone({ database, cipher, ids }, words, now),
  };
}
