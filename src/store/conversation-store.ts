import type { ConversationId, Ids, PersonId } from "../base/ids.ts";
import type { Address, Content, Message } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import { type Memory, nothingKnown } from "../engine/conversation.ts";
import { type HeldBy, urgencies } from "../escalation/hand-over.ts";
import { appointmentStatements, type Guard, personStatements, won } from "./change-statements.ts";
import type { Cipher } from "./cipher.ts";
import type {
  Committed,
  Conversations,
  Pending,
  StoredConversation,
  TurnToCommit,
} from "./conversations.ts";
import { type Database, mustBeWritten, type Row, type Statement, sql } from "./database.ts";

/** Enough to catch up a burst in one read; the rest is read at the next turn. */
const messagesInOneRead = 20;

/** Receiving and answering, on any database behind the port. */
export function conversationStore(database: Database, cipher: Cipher, ids: Ids): Conversations {
  return {
    async accept(structure, message, now) {
      const inserted = mustBeWritten(
        await database.batch(acceptStatements(structure, message, now, cipher, ids)),
      ).at(-1);
      const id = inserted?.rows[0]?.["conversationId"];
      if (typeof id !== "string") return { outcome: "seen" };
      return { outcome: "stored", conversation: id as ConversationId };
    },

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

    async conversationOf(address) {
      const row = await database.get("SELECT conversationId FROM Address WHERE lookup = ?", [
        cipher.lookup(addressText(address)),
      ]);
      return row ? (String(row["conversationId"]) as ConversationId) : null;
    },
  };
}

function addressText({ channel, account, address }: Address): string {
  return `address|${channel}|${account}|${address}`;
}

function acceptStatements(
  structure: string,
  message: Message,
  now: Instant,
  cipher: Cipher,
  ids: Ids,
): Statement[] {
  const { channel, account, address } = message.from;
  const lookup = cipher.lookup(addressText(message.from));
  const previous = cipher.previousLookup(addressText(message.from));
  return [
    // while keys rotate, the address known under the previous key is moved to the present one
    ...(previous ? [sql("UPDATE Address SET lookup = ? WHERE lookup = ?", lookup, previous)] : []),
    // somebody who writes can be reached again
    sql(
      "UPDATE Address SET unreachableSince = NULL WHERE lookup = ? AND unreachableSince IS NOT NULL",
      lookup,
    ),
    sql(
      `INSERT INTO Address (lookup, conversationId, personId, structure, channel, account, addressSealed, createdAt)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (lookup) DO NOTHING`,
      lookup, ids.next(), ids.next(), structure, channel, account, cipher.seal(address), now,
    ),
    sql(
      `INSERT INTO Inbound (eventLookup, conversationId, contentSealed, state, sentAt, receivedAt)
       SELECT ?, conversationId, ?, 'received', ?, ? FROM Address WHERE lookup = ?
       ON CONFLICT (eventLookup) DO NOTHING RETURNING conversationId`,
      cipher.lookup(`event|${channel}|${account}|${message.id}`),
      cipher.seal(JSON.stringify(message.content)), message.at, now, lookup,
    ),
  ];
}

const pendingQuery = `SELECT i.id AS messageId, i.contentSealed, i.sentAt, i.receivedAt, i.attempts,
    a.conversationId, a.personId, a.structure, a.channel, c.revision, c.memorySealed, c.heldBy,
    c.workerId, c.epoch, c.urgency, c.need, c.waitingSince
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
    revision: Number(row["revision"] ?? 0),
    epoch: Number(row["epoch"] ?? 0),
    urgency: urgencies[Number(row["urgency"] ?? 0)] ?? "none",
    need: optional("need"),
    waitingSince: row["waitingSince"] === null ? null : Number(row["waitingSince"]),
  };
}

function commitStatements(turn: TurnToCommit, cipher: Cipher): Statement[] {
  const { before, now } = turn;
  const guard: Guard = { conversation: before.id, person: before.person, turn: turn.turn, now };
  return [
    ...(turn.isNew ? [insertConversation(turn, cipher), insertPerson(turn)] : [updateConversation(turn, cipher)]),
    ...(turn.answered
      ? [
          sql(`UPDATE Inbound SET state = ? WHERE id = ? AND ${won}`, turn.answered.outcome, turn.answered.order, before.id, turn.turn),
        ]
      : []),
    ...turn.replies.map((reply, position) => insertOutgoing(turn, position, cipher.seal(JSON.stringify(reply)))),
    ...(turn.happenings.length > 0 ? [insertEvents(turn)] : []),
    ...turn.changes.flatMap((change) => {
      if (change.kind === "callWorker") return []; // it is the standing, written with the conversation
      if (change.kind === "nameFirst" || change.kind === "remindersStopped" || change.kind === "erase") {
        return personStatements(change, guard, cipher);
      }
      return appointmentStatements(change, guard);
    }),
  ];
}

function readCommitted(results: readonly { changes: number; rows: readonly Row[] }[], turn: TurnToCommit): Committed {
  if (results[0]?.changes !== 1) return { outcome: "stale" };
  const first = (turn.isNew ? 2 : 1) + (turn.answered ? 1 : 0);
  const outgoing = results.slice(first, first + turn.replies.length);
  return { outcome: "committed", outgoing: outgoing.map((result) => Number(result.rows[0]?.["id"])) };
}

/** The columns that change at every turn, in the order of both statements below. */
function columns(turn: TurnToCommit, cipher: Cipher) {
  const { memory, standing, now } = turn;
  return [
    turn.turn, cipher.seal(JSON.stringify(memory)), memory.language, memory.place?.flow ?? null,
    memory.place?.step ?? null, standing.heldBy, urgencies.indexOf(standing.urgency), standing.need,
    standing.waitingSince, turn.answered ? now : null, now,
  ] as const;
}

function updateConversation(turn: TurnToCommit, cipher: Cipher): Statement {
  return sql(
    `UPDATE Conversation SET lastTurn = ?, memorySealed = ?, language = ?, flow = ?, step = ?, heldBy = ?,
       urgency = ?, need = ?, waitingSince = ?, lastInboundAt = COALESCE(?, lastInboundAt),
       lastActivityAt = ?, epoch = ?, workerId = ?, erasedAt = NULL, revision = revision + 1 WHERE id = ? AND revision = ?`,
    ...columns(turn, cipher), epochOf(turn), workerOf(turn), turn.before.id, turn.before.revision,
  );
}

function epochOf(turn: TurnToCommit): number {
  return turn.before.epoch + (turn.newOwner ? 1 : 0);
}

function workerOf(turn: TurnToCommit): string | null {
  return turn.newOwner ? turn.newOwner.workerId : turn.before.workerId;
}

function insertConversation(turn: TurnToCommit, cipher: Cipher): Statement {
  return sql(
    `INSERT INTO Conversation (lastTurn, memorySealed, language, flow, step, heldBy, urgency, need,
       waitingSince, lastInboundAt, lastActivityAt, id, personId, structure, channel, revision, epoch, createdAt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, ?) ON CONFLICT (id) DO NOTHING`,
    ...columns(turn, cipher), turn.before.id, turn.before.person, turn.before.structure,
    turn.before.channel, turn.now,
  );
}

function insertPerson(turn: TurnToCommit): Statement {
  return sql(
    `INSERT INTO Person (id, structure, createdAt) SELECT ?, ?, ? WHERE ${won} ON CONFLICT (id) DO NOTHING`,
    turn.before.person, turn.before.structure, turn.now, turn.before.id, turn.turn,
  );
}

function insertOutgoing(turn: TurnToCommit, position: number, sealed: string): Statement {
  const { sender, before, now } = turn;
  return sql(
    `INSERT INTO Outgoing (conversationId, turnId, position, kind, author, epoch, contentSealed, state,
       owner, leaseUntil, dueAt, createdAt)
     SELECT ?, ?, ?, ?, 'bot', ?, ?, ?, ?, ?, ?, ? WHERE ${won} RETURNING id`,
    before.id, turn.turn, position, turn.kind, epochOf(turn), sealed, sender ? "sending" : "queued",
    sender?.owner ?? null, sender?.leaseUntil ?? null, now, now, before.id, turn.turn,
  );
}

function insertEvents(turn: TurnToCommit): Statement {
  return sql(
    `INSERT INTO Event (turnId, position, structure, conversationId, kind, flow, step, value, at)
     SELECT ?, key, ?, ?, json_extract(value, '$.kind'), json_extract(value, '$.flow'),
       json_extract(value, '$.step'), json_extract(value, '$.value'), ? FROM json_each(?) WHERE ${won}`,
    turn.turn, turn.before.structure, turn.before.id, turn.now, JSON.stringify(turn.happenings),
    turn.before.id, turn.turn,
  );
}
