import type { ConversationId, WorkerId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Act, Measure } from "../observatory/measures.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Row, sql } from "./database.ts";
import { readMeasure } from "./measures-of.ts";

/** An accompaniment, as the team keeps it. */
export interface KeptMeasure extends Measure {
  readonly id: string;
  readonly structure: string;
  /** Null for somebody met without a channel, or whose person is gone. */
  readonly conversation: ConversationId | null;
  /** The row of the observatory that says in codes who they are; once written, it stays the same. */
  readonly situationId: string | null;
  /** Who, where there is no conversation; and what the team wrote. */
  readonly who: string;
  readonly note: string;
  /** Counted up at each writing: a form that was read before does not undo what came since. */
  readonly version: number;
}

/** What a worker keeps of one, but what was noted day by day. `version`: the one read; 0 for a new one. */
export interface MeasureWriting extends Omit<KeptMeasure, "acts"> {
  readonly by: WorkerId;
  readonly now: Instant;
}

export interface MeasureRecords {
  /** `stale`: it was written since; `gone`: its conversation is not of the structure. */
  keep(measure: MeasureWriting): Promise<"kept" | "stale" | "gone">;
  /** Notes something of a day, once however often it is sent. `gone`: there is none such in the structure. */
  note(id: string, structure: string, act: Act): Promise<"noted" | "gone">;
  /** Takes back what was noted by mistake. */
  unnote(id: string, structure: string, act: string): Promise<void>;
  one(id: string, structure: string): Promise<KeptMeasure | null>;
  /** Those that run, in the order they began. */
  open(structure: string): Promise<readonly KeptMeasure[]>;
}

const columns = [
  ...["id", "structure", "conversationId", "situationId", "kind", "form", "area", "grantKind"],
  ...["startedOn", "dueOn", "endedOn", "exitReasons", "facts", "acts", "wordsSealed", "version"],
].join(", ");

/** The accompaniments of the structures. */
export function measureStore(database: Database, cipher: Cipher): MeasureRecords {
  return {
    async keep(measure) {
      const { id, structure, conversation, version, by, now } = measure;
      const closedAt = measure.endedOn === null ? null : now;
      const words = cipher.seal(JSON.stringify({ who: measure.who, note: measure.note }));
      const [written] = mustBeWritten(
        await database.batch([
          sql(
            `INSERT INTO Measure (id, structure, conversationId, situationId, kind, form, area, grantKind, startedOn,
               dueOn, endedOn, exitReasons, facts, acts, wordsSealed, version, madeBy, createdAt, updatedAt, closedAt)
             SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, '[]', ?14, 1, ?15, ?16, ?16, ?17
             WHERE (?3 IS NULL OR EXISTS (SELECT 1 FROM Conversation WHERE id = ?3 AND structure = ?2 AND erasedAt IS NULL))
               AND (?18 = 0 OR EXISTS (SELECT 1 FROM Measure WHERE id = ?1 AND structure = ?2))
             ON CONFLICT (id) DO UPDATE SET form = excluded.form, area = excluded.area,
               grantKind = excluded.grantKind, startedOn = excluded.startedOn, dueOn = excluded.dueOn,
               endedOn = excluded.endedOn, exitReasons = excluded.exitReasons, facts = excluded.facts,
               situationId = COALESCE(Measure.situationId, excluded.situationId),
               wordsSealed = excluded.wordsSealed, version = Measure.version + 1,
               updatedAt = excluded.updatedAt, closedAt = excluded.closedAt
             WHERE Measure.structure = excluded.structure AND Measure.version = ?18`,
            ...[id, structure, conversation, measure.situationId, measure.kind, measure.form],
            ...[measure.area, measure.grant, measure.startedOn, measure.dueOn, measure.endedOn],
            ...[JSON.stringify(measure.exitReasons), JSON.stringify(measure.facts), words],
            ...[by, now, closedAt, version],
          ),
          sql(
            `INSERT INTO Audit (workerId, structure, what, conversationId, at)
             SELECT ?, structure, 'measure.kept', conversationId, ? FROM Measure
             WHERE id = ? AND structure = ? AND updatedAt = ?`,
            ...[by, now, id, structure, now],
          ),
        ]),
      );
      if (written?.changes === 1) return "kept";
      const there = await database.get("SELECT 1 FROM Measure WHERE id = ? AND structure = ?", [
        ...[id, structure],
      ]);
      return there ? "stale" : "gone";
    },
    async note(id, structure, act) {
      // one statement: two taps at once are both kept, and the same tap twice is one
      mustBeWritten(
        await database.batch([
          sql(
            `UPDATE Measure SET acts = json_insert(acts, '$[#]', json(?3)) WHERE id = ?1 AND structure = ?2
               AND NOT EXISTS (SELECT 1 FROM json_each(acts) WHERE value ->> 'id' = ?4)`,
            ...[id, structure, JSON.stringify(act), act.id],
          ),
        ]),
      );
      const there = await database.get("SELECT 1 FROM Measure WHERE id = ? AND structure = ?", [
        ...[id, structure],
      ]);
      return there ? "noted" : "gone";
    },
    async unnote(id, structure, act) {
      mustBeWritten(
        await database.batch([
          sql(
            `UPDATE Measure SET acts = (SELECT json_group_array(json(value)) FROM json_each(acts)
               WHERE value ->> 'id' <> ?3) WHERE id = ?1 AND structure = ?2`,
            ...[id, structure, act],
          ),
        ]),
      );
    },
    async one(id, structure) {
      const row = await database.get(
        `SELECT ${columns} FROM Measure WHERE id = ? AND structure = ?`,
        [id, structure],
      );
      return row ? readKept(row, cipher) : null;
    },
    async open(structure) {
      const rows = await database.all(
        `SELECT ${columns} FROM Measure WHERE structure = ? AND closedAt IS NULL ORDER BY startedOn, id`,
        [structure],
      );
      return rows.map((row) => readKept(row, cipher));
    },
  };
}

function readKept(row: Row, cipher: Cipher): KeptMeasure {
  const sealed = row["wordsSealed"];
  const words = typeof sealed === "string" ? JSON.parse(cipher.open(sealed)) : {};
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    ...readMeasure(row),
    ...{ id: String(row["id"]), structure: String(row["structure"]) },
    conversation: text("conversationId") as ConversationId | null,
    situationId: text("situationId"),
    ...{ who: String(words.who ?? ""), note: String(words.note ?? "") },
    version: Number(row["version"]),
  };
}
