import { after, type Instant, minute } from "../base/time.ts";
import type { Database } from "./database.ts";
import type { Move } from "./move.ts";
import { listed, quoted, type Table } from "./move-tables.ts";

/** Why nothing was moved. */
export type Refusal =
  /** A process that serves this side gave a sign of life in the last half minute. */
  | { readonly reason: "served"; readonly side: Side }
  /** This side was not brought to the same state of the schema as the program. */
  | { readonly reason: "migrationsDiffer"; readonly side: Side }
  /** The other side already holds rows of that table. */
  | { readonly reason: "notEmpty"; readonly table: string }
  /** What is sealed in that column was closed with another secret. */
  | { readonly reason: "keyDoesNotOpen"; readonly column: string }
  /** A value that is neither a number, nor a text, nor NULL. */
  | { readonly reason: "holdsBytes"; readonly table: string };

export type Side = "source" | "target";

/** Three beats missed, as at the start of the house: the process is gone. */
const silentFor = minute / 2;

const workerSilentFor = 3 * minute;

/** The tables that the start of the house fills by itself, from the structures' files. */
export const filledAtStart = new Set(["Structure"]);

/** Whether a process is at work on this side, or its schema is not the program's. */
export async function unready(
  database: Database,
  side: Side,
  { migrations, now, workersOn }: Pick<Move, "migrations" | "now" | "workersOn">,
): Promise<Refusal | null> {
  const applied = await appliedMigrations(database);
  if (JSON.stringify(applied) !== JSON.stringify(migrations)) {
    return { reason: "migrationsDiffer", side };
  }
  const living = await database.get("SELECT 1 AS one FROM Instance WHERE beatAt > ?", [
    after(now, -silentFor),
  ]);
  if (living) return { reason: "served", side };
  return workersOn === side && (await servedByWorker(database, now))
    ? { reason: "served", side }
    : null;
}

/** A Worker is no process that gives signs of life: its jobs do, every minute. */
async function servedByWorker(database: Database, now: Instant): Promise<boolean> {
  const run = await database.get("SELECT 1 AS one FROM Job WHERE lastRunAt > ?", [
    after(now, -workerSilentFor),
  ]);
  return run !== null;
}

/** What in the source cannot or must not be moved. */
export async function unmovable(
  source: Database,
  tables: readonly Table[],
  opens: (sealed: string) => boolean,
): Promise<Refusal | null> {
  for (const table of tables) {
    if (await holdsBytes(source, table)) return { reason: "holdsBytes", table: table.name };
    for (const column of table.columns.filter((name) => name.endsWith("Sealed"))) {
      for (const sealed of await oneOfEachKey(source, table.name, column)) {
        if (!opens(sealed)) return { reason: "keyDoesNotOpen", column: `${table.name}.${column}` };
      }
    }
  }
  return null;
}

/** Whether somebody already lives on the target: structures aside, which every start loads. */
export async function inhabited(
  target: Database,
  tables: readonly Table[],
): Promise<Refusal | null> {
  for (const { name } of tables) {
    if (filledAtStart.has(name)) continue;
    const row = await target.get(`SELECT 1 AS one FROM ${quoted(name)} LIMIT 1`);
    if (row) return { reason: "notEmpty", table: name };
  }
  return null;
}

async function appliedMigrations(database: Database): Promise<readonly string[]> {
  const kept = await database.get("SELECT 1 AS one FROM sqlite_master WHERE name = ?", [
    "d1_migrations",
  ]);
  if (!kept) return [];
  const rows = await database.all("SELECT name FROM d1_migrations ORDER BY name");
  return rows.map(({ name }) => String(name));
}

async function holdsBytes(database: Database, { name, columns }: Table): Promise<boolean> {
  const types = columns.map((column) => `typeof(${quoted(column)})`).join(", ");
  const row = await database.get(
    `SELECT 1 AS one FROM ${quoted(name)} WHERE 'blob' IN (${types}) LIMIT 1`,
  );
  return row !== null;
}

/** A sealed value begins with the id of its key: one value per key says whether all of them open. */
async function oneOfEachKey(
  database: Database,
  table: string,
  column: string,
): Promise<readonly string[]> {
  const name = listed([column]);
  const rows = await database.all(
    `SELECT MIN(${name}) AS sealed FROM ${quoted(table)} WHERE instr(${name}, '.') > 0
     GROUP BY substr(${name}, 1, instr(${name}, '.'))`,
  );
  return rows.map(({ sealed }) => String(sealed));
}
