import type { ConversationId, WorkerId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import { type Urgency, urgencies } from "../base/urgency.ts";
import { type CallStage, callStages } from "../escalation/call-stages.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Row, type Statement, sql } from "./database.ts";

/** Somebody who waits for the team, and what was done about it. */
export interface Waiter {
  readonly conversation: ConversationId;
  readonly structure: string;
  readonly urgency: Urgency;
  readonly since: Instant;
  readonly done: ReadonlySet<CallStage>;
}

/** When a worker is called: as soon as somebody waits, or once nobody came. */
export type CalledWhen = "first" | "backup";

/** One call of the team. */
export interface Calling {
  readonly waiter: Waiter;
  readonly stage: CallStage;
  /** What their phones are sent: no name, no subject. */
  readonly words: string;
  readonly now: Instant;
}

export interface Calls {
  /** Those who wait in a structure and are not put aside, the most urgent first, a page of them. */
  waiters(
    structure: string,
    now: Instant,
    page: { readonly limit: number; readonly left: number },
  ): Promise<readonly Waiter[]>;
  /**
   * Writes down the call with one message to each phone that is to be called, in one commit. `already`: it
   * was called for this wait at this stage, or nobody waits any more.
   */
  call(calling: Calling): Promise<"called" | "already">;
  /** The phones' conversations in which something is left to send. */
  phones(structure: string, stage: CallStage): Promise<readonly ConversationId[]>;
  calledWhen(worker: WorkerId): Promise<CalledWhen | null>;
  chooseCalls(worker: WorkerId, when: CalledWhen | null): Promise<void>;
}

const isWaiting =
  "EXISTS (SELECT 1 FROM Conversation WHERE id = ? AND heldBy = 'waiting' AND waitingSince = ? AND erasedAt IS NULL)";

export function callStore(database: Database, cipher: Cipher): Calls {
  return {
    async waiters(structure, now, { limit, left }) {
      const rows = await database.all(
        `SELECT c.id, c.structure, c.urgency, c.waitingSince,
           (SELECT json_group_array(k.stage) FROM Call k
             WHERE k.conversationId = c.id AND k.waitingSince = c.waitingSince) AS stages
         FROM Conversation c WHERE c.structure = ? AND c.heldBy = 'waiting'
           AND c.waitingSince IS NOT NULL AND c.erasedAt IS NULL
           AND (c.snoozedUntil IS NULL OR c.snoozedUntil <= ?)
         ORDER BY c.urgency DESC, c.waitingSince, c.id LIMIT ? OFFSET ?`,
        [structure, now, limit, left],
      );
      return rows.map(readWaiter);
    },
    async call(calling) {
      const [written] = mustBeWritten(await database.batch(calledStatements(calling, cipher)));
      return written?.changes === 1 ? "called" : "already";
    },
    async phones(structure, stage) {
      const rows = await database.all(
        `SELECT w.alertConversation AS id FROM Worker w WHERE w.structure = ?
           AND w.alertConversation IS NOT NULL AND w.disabledAt IS NULL AND ${toCall(stage)}`,
        [structure],
      );
      return rows.map(({ id }) => String(id) as ConversationId);
    },
    async calledWhen(worker) {
      const row = await database.get("SELECT calls FROM Worker WHERE id = ?", [worker]);
      const calls = row?.["calls"];
      return calls === "first" || calls === "backup" ? calls : null;
    },
    async chooseCalls(worker, when) {
      mustBeWritten(
        await database.run(sql("UPDATE Worker SET calls = ? WHERE id = ?", when, worker)),
      );
    },
  };
}

/** Whoever stands in is called only once nobody came. */
export function toCall(stage: CallStage): string {
  return stage === "first" ? "w.calls = 'first'" : "w.calls IN ('first', 'backup')";
}

function calledStatements({ waiter, stage, words, now }: Calling, cipher: Cipher): Statement[] {
  const { conversation, structure, since } = waiter;
  const turn = `call.${conversation}.${since}.${stage}`;
  const own = sql(
    `INSERT INTO Call (conversationId, waitingSince, stage, structure, at)
     SELECT ?, ?, ?, ?, ? WHERE ${isWaiting} ON CONFLICT DO NOTHING`,
    ...[conversation, since, stage, structure, now, conversation, since],
  );
  // the person is told by a turn of its own; their phones are not
  if (stage === "sorry") return [own];
  const phones = sql(
    `INSERT INTO Outgoing (conversationId, turnId, position, kind, author, epoch, contentSealed, state,
       dueAt, createdAt)
     SELECT c.id, ? || '.' || w.id, 0, 'receipt', 'bot', c.epoch, ?, 'queued', ?, ?
     FROM Worker w JOIN Conversation c ON c.id = w.alertConversation
     WHERE w.structure = ? AND w.disabledAt IS NULL AND c.structure = w.structure AND ${toCall(stage)}
       AND EXISTS (SELECT 1 FROM Call WHERE conversationId = ? AND waitingSince = ? AND stage = ? AND at = ?)
     ON CONFLICT DO NOTHING`,
    ...[turn, cipher.seal(JSON.stringify({ text: words, options: [] })), now, now],
    ...[structure, conversation, since, stage, now],
  );
  return [own, phones];
}

function readWaiter(row: Row): Waiter {
  const stages = JSON.parse(String(row["stages"])) as readonly string[];
  return {
    conversation: String(row["id"]) as ConversationId,
    structure: String(row["structure"]),
    urgency: urgencies[Number(row["urgency"])] ?? "none",
    since: Number(row["waitingSince"]) as Instant,
    done: new Set(callStages.filter((stage) => stages.includes(stage))),
  };
}
