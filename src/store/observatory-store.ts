import type { Instant } from "../base/time.ts";
import { isWithin, type Period } from "../observatory/period.ts";
import type { Records } from "../observatory/report.ts";
import type { Situation } from "../observatory/situation.ts";
import type { Tally } from "../observatory/tally.ts";
import type { Told } from "../observatory/told.ts";
import { type Database, mustBeWritten, type Row, type Statement, sql } from "./database.ts";
import { toldTallies } from "./observatory-tallies.ts";

/** A situation as it is kept: who said each code, and of whom it is while they are known. */
export interface KeptSituation {
  readonly situation: Situation;
  readonly told: Told;
  readonly person: string | null;
  /** `contact`: somebody who asked, and of whom no situation was opened. */
  readonly kind: "situation" | "contact";
  readonly updatedAt: Instant;
}

/** What importing rows came to. */
export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** The coded rows of all structures. */
export interface ObservatoryRecords extends Records {
  /** Puts rows in by their id: the same row twice changes nothing. All of them or none. */
  putIn(rows: readonly (Situation | Tally)[], now: Instant): Promise<Imported>;
  /** Every row of a structure that has no name to lose: situations by their day, then tallies. */
  rowsOf(structure: string): AsyncIterable<Situation | Tally>;
  one(structure: string, id: string): Promise<KeptSituation | null>;
  ofPerson(structure: string, person: string): Promise<KeptSituation | null>;
  /** The last ones, newest first. */
  latest(structure: string, period: Period, count: number): Promise<readonly KeptSituation[]>;
  /**
   * Writes a situation anew. `seenAt` is when the writer read it, null for a new one: `stale`: somebody wrote
   * meanwhile, and nothing changed.
   */
  save(kept: KeptSituation, seenAt: Instant | null): Promise<"saved" | "stale">;
}

const page = 2_000;
/** Statements of one batch: what D1 takes at once. */
const atOnce = 50;

export function observatoryStore(database: Database): ObservatoryRecords {
  const situations = (structure: string, period: Period | null) =>
    walk(database, structure, period);
  return {
    situations,
    tallies: (structure, period) => toldTallies(database, structure, period),
    async putIn(rows, now) {
      let [added, changed] = [0, 0];
      for (let first = 0; first < rows.length; first += atOnce) {
        const some = rows.slice(first, first + atOnce);
        const there = await known(database, some);
        const results = mustBeWritten(await database.batch(some.map((row) => put(row, now))));
        for (const [place, row] of some.entries()) {
          if ((results[place]?.changes ?? 0) === 0) continue;
          if (there.has(nameOf(row))) changed++;
          else added++;
        }
      }
      return { added, changed, same: rows.length - added - changed };
    },
    async *rowsOf(structure) {
      yield* situations(structure, null);
      const rows = await database.all(
        "SELECT * FROM Tally WHERE structure = ? ORDER BY countedFrom, id",
        [structure],
      );
      for (const row of rows) yield readTally(row);
    },
    async one(structure, id) {
      const row = await database.get("SELECT * FROM Situation WHERE structure = ? AND id = ?", [
        ...[structure, id],
      ]);
      return row ? readKept(row) : null;
    },
    async ofPerson(structure, person) {
      const row = await database.get(
        "SELECT * FROM Situation WHERE structure = ? AND personId = ?",
        [structure, person],
      );
      return row ? readKept(row) : null;
    },
    async latest(structure, { from, to }, count) {
      const rows = await database.all(
        `SELECT * FROM Situation WHERE structure = ? AND kind = 'situation' AND countedFrom >= ?
           AND countedFrom <= ? ORDER BY countedFrom DESC, id DESC LIMIT ?`,
        [structure, firstOf(from), to, count],
      );
      return rows.map(readKept);
    },
    async save(kept, seenAt) {
      const [result] = mustBeWritten(await database.batch([saved(kept, seenAt)]));
      return (result?.changes ?? 0) > 0 ? "saved" : "stale";
    },
  };
}

/** Situations by their day, page after page: a hundred thousand are never held at once. */
async function* walk(
  database: Database,
  structure: string,
  period: Period | null,
): AsyncGenerator<Situation> {
  let [day, id] = [period ? firstOf(period.from) : "", ""];
  for (;;) {
    const rows = await database.all(
      `SELECT id, structure, countedFrom, year, row FROM Situation
       WHERE structure = ? AND kind = 'situation' AND (countedFrom, id) > (?, ?) AND countedFrom <= ?
       ORDER BY countedFrom, id LIMIT ?`,
      [structure, day, id, period?.to ?? "9", page],
    );
    for (const row of rows) {
      const situation = readSituation(row);
      if (!period || isWithin(period, situation.requestedOn, situation.year)) yield situation;
    }
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    [day, id] = [String(last["countedFrom"]), String(last["id"])];
  }
}

/** "2022" is before every day of 2022, and holds those whose day is not known. */
export function firstOf(from: string): string {
  return from.endsWith("-01-01") ? from.slice(0, 4) : from;
}

function put(row: Situation | Tally, now: Instant): Statement {
  const isTally = "record" in row;
  const day = isTally ? (row.record === "year" ? null : row.on) : row.requestedOn;
  const values = [row.structure, row.id, day ?? String(row.year), row.year, codesOf(row), now];
  return isTally
    ? sql(
        `INSERT INTO Tally (structure, id, countedFrom, year, row, updatedAt) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (structure, id) DO UPDATE SET countedFrom = excluded.countedFrom, year = excluded.year,
           row = excluded.row, updatedAt = excluded.updatedAt WHERE Tally.row <> excluded.row`,
        ...values,
      )
    : sql(
        `INSERT INTO Situation (structure, id, kind, countedFrom, year, row, updatedAt, told)
         VALUES (?, ?, 'situation', ?, ?, ?, ?, '{}')
         ON CONFLICT (structure, id) DO UPDATE SET kind = 'situation', countedFrom = excluded.countedFrom,
           year = excluded.year, row = excluded.row, updatedAt = excluded.updatedAt
         WHERE Situation.row <> excluded.row OR Situation.kind <> 'situation'`,
        ...values,
      );
}

function saved(
  { situation, told, person, kind, updatedAt }: KeptSituation,
  seenAt: Instant | null,
) {
  const { structure, id, requestedOn, year } = situation;
  const day = requestedOn ?? String(year);
  const codes = codesOf(situation);
  const all = [kind, day, year, codes, JSON.stringify(told), updatedAt] as const;
  return seenAt === null
    ? sql(
        `INSERT INTO Situation (structure, id, personId, kind, countedFrom, year, row, told, updatedAt)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        ...[structure, id, person, ...all],
      )
    : sql(
        `UPDATE Situation SET kind = ?, countedFrom = ?, year = ?, row = ?, told = ?, updatedAt = ?
         WHERE structure = ? AND id = ? AND updatedAt = ?`,
        ...[...all, structure, id, seenAt],
      );
}

async function known(database: Database, rows: readonly (Situation | Tally)[]) {
  const names = JSON.stringify(rows.map(({ structure, id }) => [structure, id]));
  const found = await database.all(
    `SELECT 'situation' AS kept, structure, id FROM Situation WHERE (structure, id) IN
       (SELECT value ->> 0, value ->> 1 FROM json_each(?1))
     UNION ALL SELECT 'tally', structure, id FROM Tally WHERE (structure, id) IN
       (SELECT value ->> 0, value ->> 1 FROM json_each(?1))`,
    [names],
  );
  return new Set(found.map((row) => `${row["kept"]} ${row["structure"]} ${row["id"]}`));
}

function nameOf(row: Situation | Tally): string {
  return `${"record" in row ? "tally" : "situation"} ${row.structure} ${row.id}`;
}

/** What is kept as JSON: all but what the row has columns for. */
function codesOf(row: Situation | Tally): string {
  const { id: _, structure: __, year: ___, ...codes } = row;
  return JSON.stringify(codes);
}

function readSituation(row: Row): Situation {
  return {
    // written by this file alone
    ...JSON.parse(String(row["row"])),
    ...{ id: String(row["id"]), structure: String(row["structure"]), year: Number(row["year"]) },
  };
}

export function readTally(row: Row): Tally {
  return {
    ...JSON.parse(String(row["row"])),
    ...{ id: String(row["id"]), structure: String(row["structure"]), year: Number(row["year"]) },
  };
}

function readKept(row: Row): KeptSituation {
  return {
    situation: readSituation(row),
    told: JSON.parse(String(row["told"])),
    person: row["personId"] === null ? null : String(row["personId"]),
    kind: row["kind"] === "contact" ? "contact" : "situation",
    updatedAt: Number(row["updatedAt"]) as Instant,
  };
}
