import type { Instant } from "../base/time.ts";
import type { Situation } from "../observatory/situation.ts";
import type { Tally } from "../observatory/tally.ts";
import { type Database, type Row, type Statement, sql } from "./database.ts";
import type { KeptSituation } from "./observatory-store.ts";

/** "2022" is before every day of 2022, and holds those whose day is not known. */
export function firstOf(from: string): string {
  return from.endsWith("-01-01") ? from.slice(0, 4) : from;
}

/** Writes a row by its id, when it is not what is there already. */
export function put(row: Situation | Tally, now: Instant): Statement {
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
         VALUES (?, ?, 'situation', ?, ?, ?, ?, '{"fields":{},"noted":[]}')
         ON CONFLICT (structure, id) DO UPDATE SET kind = 'situation', countedFrom = excluded.countedFrom,
           year = excluded.year, row = excluded.row, updatedAt = excluded.updatedAt
         WHERE Situation.row <> excluded.row OR Situation.kind <> 'situation'`,
        ...values,
      );
}

/** Writes a situation anew: a new one, or the one that was read at `seenAt` and nobody changed since. */
export function saved(
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

/** Who of the team wrote into a situation, and when: only where it was written. */
export function written({ situation, updatedAt }: KeptSituation, by: string): Statement {
  const { structure, id } = situation;
  return sql(
    `INSERT INTO Audit (workerId, structure, what, at)
     SELECT ?, structure, 'situation.written', ? FROM Situation WHERE structure = ? AND id = ? AND updatedAt = ?`,
    ...[by, updatedAt, structure, id, updatedAt],
  );
}

/** Which of these rows are there, each by its name. */
export async function known(database: Database, rows: readonly (Situation | Tally)[]) {
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

export function nameOf(row: Situation | Tally): string {
  return `${"record" in row ? "tally" : "situation"} ${row.structure} ${row.id}`;
}

/** What is kept as JSON: all but what the row has columns for. */
function codesOf(row: Situation | Tally): string {
  const { id: _, structure: __, year: ___, ...codes } = row;
  return JSON.stringify(codes);
}

export function readSituation(row: Row): Situation {
  return {
    // written by this file alone
    ...JSON.parse(String(row["row"])),
    ...{ id: String(row["id"]), structure: String(row["structure"]), year: Number(row["year"]) },
  };
}

/** The columns of a situation that is joined as `o` to what it says in codes who somebody is. */
export const situationColumns =
  "o.id AS codesId, o.structure AS codesOf, o.year AS codesYear, o.row AS codes";

/** The joined situation; null where there is none. */
export function joinedSituation(row: Row): Situation | null {
  if (typeof row["codes"] !== "string") return null;
  return readSituation({
    ...{ id: row["codesId"], structure: row["codesOf"], year: row["codesYear"] },
    row: row["codes"],
  } as Row);
}

export function readTally(row: Row): Tally {
  return {
    ...JSON.parse(String(row["row"])),
    ...{ id: String(row["id"]), structure: String(row["structure"]), year: Number(row["year"]) },
  };
}

export function readKept(row: Row): KeptSituation {
  return {
    situation: readSituation(row),
    told: JSON.parse(String(row["told"])),
    person: row["personId"] === null ? null : String(row["personId"]),
    kind: readKind(row["kind"]),
    updatedAt: Number(row["updatedAt"]) as Instant,
  };
}

function readKind(kind: unknown): KeptSituation["kind"] {
  return kind === "contact" || kind === "household" ? kind : "situation";
}
