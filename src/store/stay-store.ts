import type { ConversationId, WorkerId } from "../base/ids.ts";
import type { Instant, LocalDate } from "../base/time.ts";
import type { Stay, StayKind, StayState } from "../observatory/stays.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Row, sql } from "./database.ts";

/** A request and its stay, as the team keeps it. */
export interface KeptStay extends Stay {
  readonly id: string;
  readonly structure: string;
  /** Null for somebody met without a channel, or whose person is gone. */
  readonly conversation: ConversationId | null;
  readonly commissionOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly exitReason: string | null;
  readonly extendedOn: LocalDate | null;
  readonly arrearsFrom: LocalDate | null;
  readonly arrearsUntil: LocalDate | null;
  readonly arrearsMonths: number | null;
  /** The row of the observatory that says in codes who they are; once written, it stays the same. */
  readonly situationId: string | null;
  /** Who, where there is no conversation; and what the team wrote. */
  readonly who: string;
  readonly note: string;
  /** Counted up at each writing: a form that was read before does not undo what came since. */
  readonly version: number;
}

/** What a worker keeps of one. `version`: the one that was read; 0 for a new one. */
export interface StayWriting extends KeptStay {
  readonly by: WorkerId;
  readonly now: Instant;
}

export interface StayRecords {
  /** Written whole. `stale`: it was written since; `gone`: its conversation is not of the structure. */
  keep(stay: StayWriting): Promise<"kept" | "stale" | "gone">;
  one(id: string, structure: string): Promise<KeptStay | null>;
  /** Those that are open, in the order they were asked. */
  open(structure: string): Promise<readonly KeptStay[]>;
  /** Whether anybody ever slept in a dwelling, or is to: its nights are counted. */
  isUsed(lodging: string, structure: string): Promise<boolean>;
  /** Those that slept somewhere, or were asked, between two days: what is counted. */
  between(structure: string, from: LocalDate, to: LocalDate): Promise<readonly KeptStay[]>;
}

const columns = [
  ...["id", "structure", "conversationId", "situationId", "kind", "state", "places", "lodging"],
  ...["askedOn", "commissionOn", "enteredOn", "dueOn", "leftOn", "exitTo", "exitReason"],
  ...["extendedOn", "arrearsFrom", "arrearsUntil", "arrearsMonths", "wordsSealed", "version"],
].join(", ");
const closing: ReadonlySet<StayState> = new Set(["refused", "withdrawn", "left"]);

export function stayStore(database: Database, cipher: Cipher): StayRecords {
  return {
    async keep(stay) {
      const { id, structure, conversation, version, by, now } = stay;
      const closedAt = closing.has(stay.state) ? now : null;
      const words = cipher.seal(JSON.stringify({ who: stay.who, note: stay.note }));
      const [written] = mustBeWritten(
        await database.batch([
          sql(
            `INSERT INTO Stay (id, structure, conversationId, kind, state, places, lodging, askedOn, commissionOn,
               enteredOn, dueOn, leftOn, exitTo, wordsSealed, version, madeBy, createdAt, updatedAt, closedAt,
               exitReason, extendedOn, arrearsFrom, arrearsUntil, arrearsMonths, situationId)
             SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 1, ?15, ?16, ?16, ?17,
               ?19, ?20, ?21, ?22, ?23, ?24
             WHERE (?3 IS NULL OR EXISTS (SELECT 1 FROM Conversation WHERE id = ?3 AND structure = ?2 AND erasedAt IS NULL))
               AND (?18 = 0 OR EXISTS (SELECT 1 FROM Stay WHERE id = ?1 AND structure = ?2))
             ON CONFLICT (id) DO UPDATE SET state = excluded.state, places = excluded.places,
               lodging = excluded.lodging, askedOn = excluded.askedOn, commissionOn = excluded.commissionOn,
               enteredOn = excluded.enteredOn, dueOn = excluded.dueOn, leftOn = excluded.leftOn,
               exitTo = excluded.exitTo, exitReason = excluded.exitReason,
               extendedOn = excluded.extendedOn, arrearsFrom = excluded.arrearsFrom,
               arrearsUntil = excluded.arrearsUntil, arrearsMonths = excluded.arrearsMonths,
               situationId = COALESCE(Stay.situationId, excluded.situationId), wordsSealed = excluded.wordsSealed, version = Stay.version + 1,
               updatedAt = excluded.updatedAt, closedAt = excluded.closedAt
             WHERE Stay.structure = excluded.structure AND Stay.version = ?18`,
            ...[id, structure, conversation, stay.kind, stay.state, stay.places, stay.lodging],
            ...[stay.askedOn, stay.commissionOn, stay.enteredOn, stay.dueOn, stay.leftOn],
            ...[stay.exitTo, words, by, now, closedAt, version],
            ...[stay.exitReason, stay.extendedOn, stay.arrearsFrom, stay.arrearsUntil],
            ...[stay.arrearsMonths, stay.situationId],
          ),
          sql(
            `INSERT INTO Audit (workerId, structure, what, conversationId, at)
             SELECT ?, structure, 'stay.kept', conversationId, ? FROM Stay WHERE id = ? AND structure = ? AND updatedAt = ?`,
            ...[by, now, id, structure, now],
          ),
        ]),
      );
      if (written?.changes === 1) return "kept";
      const there = await database.get("SELECT 1 FROM Stay WHERE id = ? AND structure = ?", [
        ...[id, structure],
      ]);
      return there ? "stale" : "gone";
    },
    async one(id, structure) {
      const row = await database.get(`SELECT ${columns} FROM Stay WHERE id = ? AND structure = ?`, [
        id,
        structure,
      ]);
      return row ? readStay(row, cipher) : null;
    },
    async open(structure) {
      const rows = await database.all(
        `SELECT ${columns} FROM Stay WHERE structure = ? AND closedAt IS NULL ORDER BY askedOn, id`,
        [structure],
      );
      return rows.map((row) => readStay(row, cipher));
    },
    async isUsed(lodging, structure) {
      const row = await database.get(
        "SELECT 1 FROM Stay WHERE structure = ? AND lodging = ? LIMIT 1",
        [structure, lodging],
      );
      return row !== undefined && row !== null;
    },
    async between(structure, from, to) {
      const rows = await database.all(
        `SELECT ${columns} FROM Stay WHERE structure = ?1
           AND ((askedOn >= ?2 AND askedOn <= ?3)
             OR (enteredOn IS NOT NULL AND enteredOn <= ?3 AND (leftOn IS NULL OR leftOn >= ?2)))
         ORDER BY askedOn, id`,
        [structure, from, to],
      );
      return rows.map((row) => readStay(row, cipher));
    },
  };
}

function readStay(row: Row, cipher: Cipher): KeptStay {
  const sealed = row["wordsSealed"];
  const words = typeof sealed === "string" ? JSON.parse(cipher.open(sealed)) : {};
  const day = (name: string) => (row[name] === null ? null : (String(row[name]) as LocalDate));
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    ...{ id: String(row["id"]), structure: String(row["structure"]) },
    conversation: text("conversationId") as ConversationId | null,
    ...{ kind: String(row["kind"]) as StayKind, state: String(row["state"]) as StayState },
    ...{ places: Number(row["places"]), lodging: text("lodging"), exitTo: text("exitTo") },
    askedOn: String(row["askedOn"]) as LocalDate,
    ...{ commissionOn: day("commissionOn"), enteredOn: day("enteredOn") },
    ...{ dueOn: day("dueOn"), leftOn: day("leftOn"), extendedOn: day("extendedOn") },
    ...{ arrearsFrom: day("arrearsFrom"), arrearsUntil: day("arrearsUntil") },
    arrearsMonths: row["arrearsMonths"] === null ? null : Number(row["arrearsMonths"]),
    ...{ exitReason: text("exitReason"), situationId: text("situationId") },
    ...{ who: String(words.who ?? ""), note: String(words.note ?? "") },
    version: Number(row["version"]),
  };
}
