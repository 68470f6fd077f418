import type { Database } from "./database.ts";

/** A table as the move sees it: all its columns, and those of its primary key in their order. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/**
 * What belongs to one side and stays there: the processes that serve it, what its jobs did and who runs
 * them, attempts to sign in counted over a few minutes, and its own list of migrations.
 */
const leftBehind = new Set(["Instance", "Job", "RateLimit", "d1_migrations"]);

/**
 * The tables to move, by name. They are read from the database itself, so that a new table is never
 * forgotten. Throws when one has no primary key: its rows could not be told apart.
 */
export async function tablesToMove(database: Database): Promise<readonly Table[]> {
  const found = await database.all(
    "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
  );
  const names = found
    .map(({ name }) => String(name))
    // SQLite's own, and those D1 keeps for itself
    .filter((name) => !name.startsWith("sqlite_") && !name.startsWith("_cf_"))
    .filter((name) => !leftBehind.has(name));
  const tables: Table[] = [];
  for (const name of names) tables.push(await tableOf(database, name));
  return tables;
}

async function tableOf(database: Database, name: string): Promise<Table> {
  const columns = await database.all(`PRAGMA table_info(${quoted(name)})`);
  const key = columns
    .filter((column) => Number(column["pk"]) > 0)
    .sort((one, other) => Number(one["pk"]) - Number(other["pk"]));
  if (key.length === 0) throw new Error(`table ${name} has no primary key`);
  return { name, columns: namesOf(columns), key: namesOf(key) };
}

function namesOf(columns: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return columns.map(({ name }) => String(name));
}

/** A name as SQL takes it, whatever it holds. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Names as a list in SQL. */
export function listed(names: readonly string[]): string {
  return names.map(quoted).join(", ");
}
