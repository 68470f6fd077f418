import type { DossierKind, DossierState } from "../appointments/dossiers.ts";
import type { ConversationId, WorkerId } from "../base/ids.ts";
import type { Instant, LocalDate } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Row, type Statement, sql } from "./database.ts";

/** A file of the team, as it stands. */
export interface Dossier {
  readonly id: string;
  readonly structure: string;
  readonly conversation: ConversationId | null;
  readonly kind: DossierKind;
  readonly state: DossierState;
  readonly nextOn: LocalDate | null;
  /** Which paper misses, and what the team wrote; never seen by the person. */
  readonly missing: string;
  readonly note: string;
  readonly reminds: boolean;
  readonly updatedAt: Instant;
  readonly closedAt: Instant | null;
}

/** What a worker keeps of one. */
export interface KeptDossier extends Omit<Dossier, "updatedAt" | "closedAt"> {
  readonly isClosed: boolean;
  readonly by: WorkerId;
  readonly now: Instant;
}

/** Of which a person is to be told. */
export interface DueDossier {
  readonly id: string;
  readonly structure: string;
  readonly conversation: ConversationId;
  readonly nextOn: LocalDate;
}

export interface DossierRecords {
  /** Written whole; the same id again replaces it. `gone`: its conversation is not of the structure. */
  keep(dossier: KeptDossier): Promise<"kept" | "gone">;
  of(conversation: ConversationId, structure: string): Promise<readonly Dossier[]>;
  /** Those that are open, the next day first; those without a day last. */
  open(structure: string, limit: number): Promise<readonly Dossier[]>;
  one(id: string, structure: string): Promise<Dossier | null>;
  /** Days until then of which the person is to be told and was not, a page after those that were left. */
  due(until: LocalDate, limit: number, left: number): Promise<readonly DueDossier[]>;
  /** Writes down that the person was told of that day, or that it is of no use any more. */
  told(due: DueDossier): Promise<void>;
}

const columns =
  "id, structure, conversationId, kind, state, nextOn, wordsSealed, reminds, updatedAt, closedAt";
const inOrder = "ORDER BY nextOn IS NULL, nextOn, updatedAt DESC, id";

export function dossierStore(database: Database, cipher: Cipher): DossierRecords {
  return {
    async keep(dossier) {
      const [written] = mustBeWritten(await database.batch(keeping(dossier, cipher)));
      return written?.changes === 1 ? "kept" : "gone";
    },
    async of(conversation, structure) {
      const rows = await database.all(
        `SELECT ${columns} FROM Dossier WHERE conversationId = ? AND structure = ? ${inOrder}`,
        [conversation, structure],
      );
      return rows.map((row) => readDossier(row, cipher));
    },
    async open(structure, limit) {
      const rows = await database.all(
        `SELECT ${columns} FROM Dossier WHERE structure = ? AND closedAt IS NULL ${inOrder} LIMIT ?`,
        [structure, limit],
      );
      return rows.map((row) => readDossier(row, cipher));
    },
    async one(id, structure) {
      const row = await database.get(
        `SELECT ${columns} FROM Dossier WHERE id = ? AND structure = ?`,
        [id, structure],
      );
      return row ? readDossier(row, cipher) : null;
    },
    async due(until, limit, left) {
      const rows = await database.all(
        `SELECT id, structure, conversationId, nextOn FROM Dossier
         WHERE closedAt IS NULL AND reminds = 1 AND nextOn <= ? AND conversationId IS NOT NULL
           AND (remindedOf IS NULL OR remindedOf <> nextOn)
         ORDER BY nextOn, id LIMIT ? OFFSET ?`,
        [until, limit, left],
      );
      return rows.map((row) => ({
        ...{ id: String(row["id"]), structure: String(row["structure"]) },
        conversation: String(row["conversationId"]) as ConversationId,
        nextOn: String(row["nextOn"]) as LocalDate,
      }));
    },
    async told({ id, nextOn }) {
      mustBeWritten(
        await database.run(
          sql("UPDATE Dossier SET remindedOf = ? WHERE id = ? AND nextOn = ?", nextOn, id, nextOn),
        ),
      );
    },
  };
}

function keeping(dossier: KeptDossier, cipher: Cipher): Statement[] {
  const { id, structure, conversation, kind, state, nextOn, by, now } = dossier;
  const words = JSON.stringify({ missing: dossier.missing, note: dossier.note });
  return [
    sql(
      `INSERT INTO Dossier (id, structure, conversationId, kind, state, nextOn, wordsSealed, reminds, madeBy,
         createdAt, updatedAt, closedAt)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11
       WHERE ?3 IS NULL OR EXISTS (SELECT 1 FROM Conversation WHERE id = ?3 AND structure = ?2 AND erasedAt IS NULL)
       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, state = excluded.state, nextOn = excluded.nextOn,
         wordsSealed = excluded.wordsSealed, reminds = excluded.reminds, updatedAt = excluded.updatedAt,
         closedAt = excluded.closedAt WHERE Dossier.structure = excluded.structure`,
      ...[id, structure, conversation, kind, state, nextOn, cipher.seal(words)],
      ...[dossier.reminds ? 1 : 0, by, now, dossier.isClosed ? now : null],
    ),
    sql(
      `INSERT INTO Audit (workerId, structure, what, conversationId, at)
       SELECT ?, structure, 'dossier.kept', conversationId, ? FROM Dossier WHERE id = ? AND structure = ?`,
      ...[by, now, id, structure],
    ),
  ];
}

function readDossier(row: Row, cipher: Cipher): Dossier {
  const sealed = row["wordsSealed"];
  const words = typeof sealed === "string" ? JSON.parse(cipher.open(sealed)) : {};
  return {
    ...{ id: String(row["id"]), structure: String(row["structure"]) },
    conversation:
      row["conversationId"] === null ? null : (String(row["conversationId"]) as ConversationId),
    kind: String(row["kind"]) as DossierKind,
    state: String(row["state"]) as DossierState,
    nextOn: row["nextOn"] === null ? null : (String(row["nextOn"]) as LocalDate),
    ...{ missing: String(words.missing ?? ""), note: String(words.note ?? "") },
    reminds: row["reminds"] === 1,
    updatedAt: Number(row["updatedAt"]) as Instant,
    closedAt: row["closedAt"] === null ? null : (Number(row["closedAt"]) as Instant),
  };
}
