import type { ConversationId, WorkerId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { CallStage } from "../escalation/call-stages.ts";
import { toCall } from "./call-store.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Row, type Statement, sql } from "./database.ts";

/** Whose bell it is. */
export type BellOwner = { readonly conversation: ConversationId } | { readonly worker: WorkerId };

/** Where somebody agreed to be rung. */
export interface StoredBell {
  readonly id: string;
  readonly kind: "push" | "mail";
  /** What the browser gave, as JSON; or an e-mail address. */
  readonly target: string;
}

/** One to keep. */
export interface NewBell extends Omit<StoredBell, "id"> {
  readonly structure: string;
  readonly owner: BellOwner;
  readonly now: Instant;
}

export interface BellRecords {
  /** Keeps it; the same one twice is one. The oldest leave when somebody has more than a few. */
  add(bell: NewBell): Promise<void>;
  of(owner: BellOwner): Promise<readonly StoredBell[]>;
  /** The bells of the workers of a structure who are called at that stage. */
  ofTeam(structure: string, stage: CallStage): Promise<readonly StoredBell[]>;
  /** Forgets all that somebody has of one kind. */
  silence(owner: BellOwner, kind: StoredBell["kind"]): Promise<void>;
  /** Forgets one; `gone`: there was none. */
  forget(id: string): Promise<"forgotten" | "gone">;
}

/** Phones, a computer, an old browser: nobody has more, and a stranger with a script shall not fill a table. */
const mostOfOne = 5;

export function bellStore(database: Database, cipher: Cipher): BellRecords {
  return {
    async add(bell) {
      mustBeWritten(await database.batch(adding(bell, cipher)));
    },
    async of(owner) {
      const [column, id] = columnOf(owner);
      const rows = await database.all(
        `SELECT id, kind, targetSealed FROM Bell WHERE ${column} = ? ORDER BY createdAt, id`,
        [id],
      );
      return rows.map((row) => readBell(row, cipher));
    },
    async ofTeam(structure, stage) {
      const rows = await database.all(
        `SELECT b.id, b.kind, b.targetSealed FROM Bell b JOIN Worker w ON w.id = b.workerId
         WHERE b.structure = ? AND b.workerId IS NOT NULL AND w.structure = b.structure
           AND w.disabledAt IS NULL AND ${toCall(stage)} ORDER BY b.createdAt, b.id`,
        [structure],
      );
      return rows.map((row) => readBell(row, cipher));
    },
    async silence(owner, kind) {
      const [column, id] = columnOf(owner);
      mustBeWritten(
        await database.run(sql(`DELETE FROM Bell WHERE ${column} = ? AND kind = ?`, id, kind)),
      );
    },
    async forget(id) {
      const [gone] = mustBeWritten(await database.run(sql("DELETE FROM Bell WHERE id = ?", id)));
      return gone?.changes === 1 ? "forgotten" : "gone";
    },
  };
}

function adding({ structure, owner, kind, target, now }: NewBell, cipher: Cipher): Statement[] {
  const [column, id] = columnOf(owner);
  const conversation = column === "conversationId" ? id : null;
  const name = `bell|${column}|${id}|${kind}|${whereOf(kind, target)}`;
  const former = cipher.previousLookup(name);
  return [
    // kept under the former key, it is the same one
    ...(former === null ? [] : [sql("DELETE FROM Bell WHERE id = ?", former)]),
    sql(
      `INSERT INTO Bell (id, structure, conversationId, workerId, kind, targetSealed, createdAt)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET targetSealed = excluded.targetSealed, createdAt = excluded.createdAt`,
      ...[cipher.lookup(name), structure, conversation, conversation === null ? id : null],
      ...[kind, cipher.seal(target), now],
    ),
    sql(
      `DELETE FROM Bell WHERE ${column} = ? AND id NOT IN (
         SELECT id FROM Bell WHERE ${column} = ? ORDER BY createdAt DESC, id LIMIT ${mostOfOne})`,
      ...[id, id],
    ),
  ];
}

/** A browser is known by its address alone: its keys may change. */
function whereOf(kind: StoredBell["kind"], target: string): string {
  if (kind === "mail") return target.toLowerCase();
  const { endpoint } = JSON.parse(target) as { endpoint: string };
  return endpoint;
}

function columnOf(owner: BellOwner): readonly ["conversationId" | "workerId", string] {
  return "conversation" in owner
    ? ["conversationId", owner.conversation]
    : ["workerId", owner.worker];
}

function readBell(row: Row, cipher: Cipher): StoredBell {
  return {
    id: String(row["id"]),
    kind: row["kind"] === "mail" ? "mail" : "push",
    target: cipher.open(String(row["targetSealed"])),
  };
}
