import { type Database, mustBeWritten, sql } from "./database.ts";
import type { Table } from "./move-tables.ts";

/** The name of a table, and the highest id it ever gave, as text: it may exceed JavaScript's numbers. */
export type Counter = readonly [table: string, highest: string];

/** The AUTOINCREMENT counters of these tables: an id that was erased is never given again. */
export async function countersOf(
  database: Database,
  tables: readonly Table[],
): Promise<readonly Counter[]> {
  const names = JSON.stringify(tables.map(({ name }) => name));
  const found = await database.all(
    `SELECT name, CAST(seq AS TEXT) AS seq FROM sqlite_sequence
     WHERE name IN (SELECT value FROM json_each(?)) ORDER BY name`,
    [names],
  );
  return found.map(({ name, seq }) => [String(name), String(seq)] as const);
}

/** Puts the counters where they were; to be done after the rows, which move them too. */
export async function setCounters(database: Database, counters: readonly Counter[]): Promise<void> {
  const value = JSON.stringify(counters);
  mustBeWritten(
    await database.batch([
      sql(
        "DELETE FROM sqlite_sequence WHERE name IN (SELECT json_extract(value, '$[0]') FROM json_each(?))",
        value,
      ),
      sql(
        `INSERT INTO sqlite_sequence (name, seq)
         SELECT json_extract(value, '$[0]'), CAST(json_extract(value, '$[1]') AS INTEGER)
         FROM json_each(?)`,
        value,
      ),
    ]),
  );
}
