import type { ConversationId, Ids, PersonId } from "../base/ids.ts";
import type { Content } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import { urgencies } from "../base/urgency.ts";
import { type Memory, nothingKnown } from "../engine/conversation.ts";
import type { HeldBy } from "../escalation/hand-over.ts";
import { acceptAll } from "./accept-all.ts";
import { acceptStatements } from "./accept-statements.ts";
import { addressLookups, hasAliases, knownBy } from "./address-lookup.ts";
import type { Cipher } from "./cipher.ts";
import type {
  Committed,
  Conversations,
  Pending,
  StoredConversation,
  TurnToCommit,
} from "./conversations.ts";
import { type Database, mustBeWritten, type Row, sql } from "./database.ts";
import { departureStatements } from "./departure-statements.ts";
import { windowed } from "./last-heard-at.ts";
import { commitStatements } from "./turn-statements.ts";

/** Enough to catch up a burst in one read; the rest is read at the next turn. */
const messagesInOneRead = 20;

/** Receiving and answering, on any database behind the port. */
export function conversationStore(database: Database, cipher: Cipher, ids: Ids): Conversations {
  return {
    async accept(structure, message, now) {
      if (hasAliases(message.from.channel)) {
        const arriving = { structure, messages: [message], now, cipher, ids };
        return (await acceptAll(database, arriving))[0] ?? { outcome: "seen" };
      }
      const results = mustBeWritten(
        await database.batch(acceptStatements(structure, message, now, cipher, ids)),
      );
      const id = results.at(-1)?.rows[0]?.["conversationId"];
      if (typeof id !== "string") return { outcome: "seen" };
      return { outcome: "stored", conversation: id as ConversationId, released: 0 };
    },

    acceptAll: (structure, messages, now) =>
      acceptAll(database, { structure, messages, now, cipher, ids }),

    async pending(conversation) {
      const rows = await database.all(pendingQuery, [conversation, messagesInOneRead]);
      const first = rows[0];
      return first ? readPending(first, rows, cipher) : null;
    },

    async commit(turn) {
      const written = await database.batch(commitStatements(turn, cipher));
      if (written.outcome === "refused") return { outcome: "conflict" };
      return readCommitted(written.results, turn);
    },

    async failed(order) {
      await database.run(sql("UPDATE Inbound SET attempts = attempts + 1 WHERE id = ?", order));
    },

    async unanswered(before, limit) {
      const rows = await database.all(
        `SELECT conversationId, MIN(id) AS first FROM Inbound WHERE state = 'received' AND receivedAt <= ?
         GROUP BY conversationId ORDER BY first LIMIT ?`,
        [before, limit],
      );
      return rows.map((row) => String(row["conversationId"]) as ConversationId);
    },

    async lastHeard(conversation) {
      const row = await database.get(
        "SELECT id FROM Inbound WHERE conversationId = ? AND state <> 'received' ORDER BY id DESC LIMIT 1",
        [conversation],
      );
      return Number(row?.["id"] ?? 0);
    },

    async lastText(conversation) {
      const rows = await database.all(
        `SELECT contentSealed FROM Inbound WHERE conversationId = ? AND state <> 'received'
         ORDER BY id DESC LIMIT 5`,
        [conversation],
      );
      for (const row of rows) {
        const content = JSON.parse(cipher.open(String(row["contentSealed"]))) as Content;
        if (content.kind === "text") return content.text;
      }
      return null;
    },

    async conversationOf(structure, address) {
      const { present, previous } = addressLookups(cipher, structure, address);
      const lookups = JSON.stringify(previous ? [present, previous] : [present]);
      const row = await database.get(
        `SELECT conversationId FROM Address WHERE lookup = ${knownBy(1)}`,
        [lookups],
      );
      return row ? (String(row["conversationId"]) as ConversationId) : null;
    },

    async moved(structure, from, at) {
      const departure = { structure, from, at };
      mustBeWritten(await database.batch(departureStatements(departure, cipher)));
    },
  };
}

/**
 * What is released is due at the very instant of the message that released it, and was written before;
 * the bot's words of an older owner never leave, so nothing of them is awaited.
 */
const isBeforeQuestion = `(SELECT o.dueAt = i.receivedAt AND o.createdAt < i.receivedAt
      AND (o.kind = 'receipt' OR o.epoch = c.epoch)
    FROM Outgoing o WHERE o.conversationId = a.conversationId AND o.kind IN ('reply', 'safety', 'receipt')
      AND o.turnId NOT LIKE 'window.%' ORDER BY o.id DESC LIMIT 1)`;

const pendingQuery = `SELECT i.id AS messageId, i.contentSealed, i.sentAt, i.receivedAt, i.attempts,
    a.conversationId, a.personId, a.structure, a.channel, c.revision, c.memorySealed, c.heldBy,
    c.erasedAt, c.workerId, c.epoch, c.urgency, c.need, c.waitingSince,
    CASE WHEN a.channel IN (${windowed}) THEN ${isBeforeQuestion} END AS isBeforeQuestion
  FROM Address a LEFT JOIN Conversation c ON c.id = a.conversationId
    LEFT JOIN Inbound i ON i.conversationId = a.conversationId AND i.state = 'received'
  WHERE a.conversationId = ? ORDER BY i.id LIMIT ?`;

function readPending(first: Row, rows: readonly Row[], cipher: Cipher): Pending {
  return {
    conversation: readConversation(first, cipher),
    isNew: first["revision"] === null,
    messages: rows
      .filter((row) => row["messageId"] !== null)
      .map((row) => ({
        order: Number(row["messageId"]),
        content: JSON.parse(cipher.open(String(row["contentSealed"]))) as Content,
        sentAt: Number(row["sentAt"]) as Instant,
        receivedAt: Number(row["receivedAt"]) as Instant,
        attempts: Number(row["attempts"]),
        isBeforeQuestion: row["isBeforeQuestion"] === 1,
      })),
  };
}

/** A row of `Conversation` (or of an address that has none yet) as what it means. */
export function readConversation(row: Row, cipher: Cipher): StoredConversation {
  const isNew = row["revision"] === null;
  const sealed = row["memorySealed"];
  const optional = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    id: String(row["conversationId"]) as ConversationId,
    person: String(row["personId"]) as PersonId,
    structure: String(row["structure"]),
    channel: String(row["channel"]) as StoredConversation["channel"],
    memory: typeof sealed === "string" ? (JSON.parse(cipher.open(sealed)) as Memory) : nothingKnown,
    heldBy: (isNew ? "bot" : String(row["heldBy"])) as HeldBy,
    workerId: optional("workerId"),
    erased: row["erasedAt"] !== null,
    revision: Number(row["revision"] ?? 0),
    epoch: Number(row["epoch"] ?? 0),
    urgency: urgencies[Number(row["urgency"] ?? 0)] ?? "none",
    need: optional("need"),
    waitingSince: row["waitingSince"] === null ? null : Number(row["waitingSince"]),
  };
}

function readCommitted(
  results: readonly { changes: number; rows: readonly Row[] }[],
  turn: TurnToCommit,
): Committed {
  if (results[0]?.changes !== 1) return { outcome: "stale" };
  const place = (turn.isNew ? 2 : 1) + (turn.answered ? 1 : 0);
  const isLeft = turn.replies.length > 0 && turn.sender !== "delivered";
  const outgoing = isLeft ? (results[place]?.rows ?? []) : [];
  return { outcome: "committed", outgoing: outgoing.map(({ id }) => Number(id)) };
}
