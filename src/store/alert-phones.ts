import type { ConversationId, WorkerId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Statement, sql } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

/** The phones of workers that are told of a danger at night. */
export interface AlertPhones {
  /** Keeps a code that pairs the phone it is typed on, once, until then; a former one is void. */
  giveAlertCode(worker: WorkerId, code: string, until: Instant): Promise<void>;
  /** Whether a phone of the worker is paired and can still be written to. */
  hasAlertPhone(worker: WorkerId): Promise<boolean>;
  forgetAlertPhone(worker: WorkerId): Promise<void>;
  /** The conversation of the paired phone; null when none is. */
  alertPhoneOf(worker: WorkerId): Promise<ConversationId | null>;
}

/** What a code is found by; the code itself is kept nowhere. */
function codeText(code: string): string {
  return `alert|${code}`;
}

export function alertPhones(database: Database, cipher: Cipher): AlertPhones {
  return {
    async giveAlertCode(worker, code, until) {
      const lookup = cipher.lookup(codeText(code));
      mustBeWritten(
        await database.run(
          sql(
            "UPDATE Worker SET alertCodeLookup = ?, alertCodeUntil = ? WHERE id = ?",
            ...[lookup, until, worker],
          ),
        ),
      );
    },
    async hasAlertPhone(worker) {
      const row = await database.get(
        `SELECT 1 AS paired FROM Worker w JOIN Address a ON a.conversationId = w.alertConversation
         WHERE w.id = ? AND a.unreachableSince IS NULL`,
        [worker],
      );
      return row !== null;
    },
    async alertPhoneOf(worker) {
      const row = await database.get("SELECT alertConversation FROM Worker WHERE id = ?", [worker]);
      const phone = row?.["alertConversation"] ?? null;
      return phone === null ? null : (String(phone) as ConversationId);
    },
    async forgetAlertPhone(worker) {
      mustBeWritten(
        await database.run(sql("UPDATE Worker SET alertConversation = NULL WHERE id = ?", worker)),
      );
    },
  };
}

/** Pairs the phone of this turn with the worker of the code, on Telegram alone; a code serves once. */
export function pairStatement(code: string, guard: Guard, cipher: Cipher): Statement {
  const { conversation, turn, now } = guard;
  return sql(
    `UPDATE Worker SET alertConversation = ?, alertCodeLookup = NULL, alertCodeUntil = NULL
     WHERE alertCodeLookup = ? AND alertCodeUntil > ? AND disabledAt IS NULL
       AND structure = (SELECT structure FROM Conversation WHERE id = ? AND channel = 'telegram')
       AND ${won}`,
    ...[conversation, cipher.lookup(codeText(code)), now, conversation, conversation, turn],
  );
}

/** Who is told at night, and in which words: no name, no subject. */
export interface Alert {
  readonly email: string;
  readonly words: string;
}

/**
 * One message to the phone of who is on call, among all that is to be sent: in the commit of the turn
 * that made the danger known, and once for it. Nobody paired, nothing is written.
 */
export function alertStatement({ email, words }: Alert, guard: Guard, cipher: Cipher): Statement {
  const { conversation, turn, now } = guard;
  return sql(
    `INSERT INTO Outgoing (conversationId, turnId, position, kind, author, epoch, contentSealed, state,
       dueAt, createdAt)
     SELECT c.id, ?, 0, 'receipt', 'bot', c.epoch, ?, 'queued', ?, ?
     FROM Worker w JOIN Conversation c ON c.id = w.alertConversation
     WHERE w.email = ? AND w.disabledAt IS NULL AND c.structure = w.structure
       AND w.structure = (SELECT structure FROM Conversation WHERE id = ?) AND ${won}
     ON CONFLICT DO NOTHING`,
    ...[`${turn}.alert`, cipher.seal(JSON.stringify({ text: words, options: [] })), now, now],
    ...[email, conversation, conversation, turn],
  );
}
