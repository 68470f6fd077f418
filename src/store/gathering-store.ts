import type {
  Gathering,
  GatheringKind,
  Gatherings,
  GatheringWords,
  Tally,
} from "../appointments/gatherings.ts";
import type { ConversationId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Row, type Statement, sql } from "./database.ts";
import { counts, type GatheringNotices, gatheringNotices } from "./gathering-notices.ts";

/** What a worker lays down: one day, or several of a series at once. */
export type NewGathering = Pick<
  Gathering,
  "id" | "structure" | "kind" | "series" | "site" | "start" | "end" | "seats" | "extra" | "words"
>;

/** Who has a seat, by its number. */
export interface SeatRow {
  readonly number: number;
  readonly conversation: ConversationId;
  readonly person: string;
  readonly attended: "present" | "absent" | null;
}

/** Who acts on what. */
export interface Acting {
  readonly structure: string;
  readonly id: string;
  readonly by: string;
  readonly now: Instant;
}

/** The workshops and events of all structures. */
export interface GatheringRecords extends Gatherings, GatheringNotices {
  layDown(gatherings: readonly NewGathering[], by: string, now: Instant): Promise<void>;
  /** Those that begin between two instants, in order. */
  between(structure: string, from: Instant, to: Instant): Promise<readonly Gathering[]>;
  one(structure: string, id: string): Promise<Gathering | null>;
  seatsOf(structure: string, id: string): Promise<readonly SeatRow[]>;
  /** `tooFew`: more people have a seat than there would be. */
  setSeats(acting: Acting, seats: number, extra: number): Promise<"set" | "tooFew" | "gone">;
  cancel(acting: Acting): Promise<"cancelled" | "gone">;
  mark(acting: Acting, seat: number, attended: SeatRow["attended"]): Promise<"marked" | "gone">;
  count(acting: Acting, tally: Tally, words: GatheringWords): Promise<"counted" | "gone">;
}

export function gatheringStore(database: Database, cipher: Cipher): GatheringRecords {
  const read = (row: Row) => readGathering(row, cipher);
  const changed = async (statements: readonly Statement[]) => {
    const [first] = mustBeWritten(await database.batch([...statements]));
    return (first?.changes ?? 0) > 0;
  };
  return {
    async coming(structure, conversation, now) {
      const rows = await database.all(
        `SELECT g.*, ${counts}, EXISTS (SELECT 1 FROM Seat s WHERE s.gatheringId = g.id AND s.conversationId = ?1) AS hasSeat,
           EXISTS (SELECT 1 FROM SeatWait w WHERE w.gatheringId = g.id AND w.conversationId = ?1) AS waits
         FROM Gathering g WHERE g.structure = ?2 AND g.startsAt > ?3 AND g.state = 'planned' AND g.kind = 'workshop'
         ORDER BY g.startsAt, g.id LIMIT 20`,
        [conversation, structure, now],
      );
      return rows.map((row) => ({
        gathering: read(row),
        mine: Number(row["hasSeat"]) === 1 ? "seat" : Number(row["waits"]) === 1 ? "waits" : null,
      }));
    },
    async layDown(gatherings, by, now) {
      mustBeWritten(
        await database.batch(
          gatherings.map(({ words, ...one }) =>
            sql(
              `INSERT INTO Gathering (id, structure, kind, series, site, startsAt, endsAt, seats, extra, state,
                 wordsSealed, madeBy, madeAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', ?, ?, ?)
               ON CONFLICT DO NOTHING`,
              ...[one.id, one.structure, one.kind, one.series, one.site, one.start, one.end],
              ...[one.seats, one.extra, cipher.seal(JSON.stringify(words)), by, now],
            ),
          ),
        ),
      );
    },
    async between(structure, from, to) {
      const rows = await database.all(
        `SELECT g.*, ${counts} FROM Gathering g WHERE g.structure = ? AND g.startsAt >= ? AND g.startsAt < ?
         ORDER BY g.startsAt, g.id LIMIT 200`,
        [structure, from, to],
      );
      return rows.map(read);
    },
    async one(structure, id) {
      const row = await database.get(
        `SELECT g.*, ${counts} FROM Gathering g WHERE g.id = ? AND g.structure = ?`,
        [id, structure],
      );
      return row ? read(row) : null;
    },
    async seatsOf(structure, id) {
      const rows = await database.all(
        `SELECT s.number, s.conversationId, s.attended, c.personId FROM Seat s JOIN Conversation c ON c.id = s.conversationId
         WHERE s.gatheringId = ? AND s.structure = ? ORDER BY s.number`,
        [id, structure],
      );
      return rows.map((row) => ({
        number: Number(row["number"]),
        conversation: String(row["conversationId"]) as ConversationId,
        person: String(row["personId"]),
        attended: (row["attended"] ?? null) as SeatRow["attended"],
      }));
    },
    async setSeats({ structure, id }, seats, extra) {
      const isSet = await changed([
        sql(
          `UPDATE Gathering SET seats = ?, extra = ? WHERE id = ? AND structure = ?
             AND (SELECT COUNT(*) FROM Seat WHERE gatheringId = Gathering.id) <= ?`,
          ...[seats, extra, id, structure, seats + extra],
        ),
      ]);
      if (isSet) return "set";
      const there = await database.get("SELECT 1 FROM Gathering WHERE id = ? AND structure = ?", [
        id,
        structure,
      ]);
      return there ? "tooFew" : "gone";
    },
    async cancel({ structure, id, by, now }) {
      const isDone = await changed([
        sql(
          "UPDATE Gathering SET state = 'cancelled' WHERE id = ? AND structure = ? AND state = 'planned' AND startsAt > ?",
          ...[id, structure, now],
        ),
        sql(
          `INSERT INTO Audit (workerId, structure, what, at) SELECT ?, structure, 'gathering.cancelled', ?
           FROM Gathering WHERE id = ? AND structure = ? AND state = 'cancelled'`,
          ...[by, now, id, structure],
        ),
      ]);
      return isDone ? "cancelled" : "gone";
    },
    async mark({ structure, id }, seat, attended) {
      const isDone = await changed([
        sql(
          "UPDATE Seat SET attended = ? WHERE gatheringId = ? AND structure = ? AND number = ?",
          ...[attended, id, structure, seat],
        ),
      ]);
      return isDone ? "marked" : "gone";
    },
    async count({ structure, id }, { total, withFile, qpv }, words) {
      const isDone = await changed([
        sql(
          "UPDATE Gathering SET total = ?, withFile = ?, qpv = ?, wordsSealed = ? WHERE id = ? AND structure = ?",
          ...[total, withFile, qpv, cipher.seal(JSON.stringify(words)), id, structure],
        ),
      ]);
      return isDone ? "counted" : "gone";
    },
    ...gatheringNotices(database, read),
  };
}

function readGathering(row: Row, cipher: Cipher): Gathering {
  const counted = (name: string) => (row[name] === null ? null : Number(row[name]));
  return {
    id: String(row["id"]),
    structure: String(row["structure"]),
    kind: String(row["kind"]) as GatheringKind,
    series: String(row["series"]),
    site: row["site"] === null ? null : String(row["site"]),
    start: Number(row["startsAt"]) as Instant,
    end: Number(row["endsAt"]) as Instant,
    seats: Number(row["seats"]),
    extra: Number(row["extra"]),
    state: row["state"] === "cancelled" ? "cancelled" : "planned",
    madeAt: Number(row["madeAt"]) as Instant,
    // sealed here, and opened by nothing else
    words: JSON.parse(cipher.open(String(row["wordsSealed"]))),
    ...{ total: counted("total"), withFile: counted("withFile"), qpv: counted("qpv") },
    ...{ taken: Number(row["taken"]), waiting: Number(row["waiting"]) },
  };
}
