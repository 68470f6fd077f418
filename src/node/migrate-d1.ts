import { DatabaseSync } from "node:sqlite";
import { type Database, mustBeWritten, type Statement, sql } from "../store/database.ts";
import type { MigrationFile } from "../store/migrate.ts";

/**
 * Brings a D1 up to date from here; returns the names of the files applied now. Each is one batch with
 * its line in the table where `wrangler d1 migrations apply` notes its own, so that either may go on.
 */
export async function migrateD1(
  database: Database,
  files: readonly MigrationFile[],
): Promise<readonly string[]> {
  mustBeWritten(
    await database.run(
      sql(
        "CREATE TABLE IF NOT EXISTS d1_migrations(" +
          "id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, " +
          "applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)",
      ),
    ),
  );
  const known = await database.all("SELECT name FROM d1_migrations");
  const applied = new Set(known.map(({ name }) => String(name)));
  const missing = statementsOf(files).filter(({ name }) => !applied.has(name));
  for (const { name, statements } of missing) {
    const noted = sql("INSERT INTO d1_migrations (name) VALUES (?)", name);
    mustBeWritten(await database.batch([...statements, noted]));
  }
  return missing.map(({ name }) => name);
}

interface Migration {
  readonly name: string;
  readonly statements: readonly Statement[];
}

/**
 * The files, statement by statement. Only SQLite knows for sure where a statement ends (triggers,
 * texts, comments): each is prepared on an empty database in memory, which says how far it read.
 */
function statementsOf(files: readonly MigrationFile[]): readonly Migration[] {
  const scratch = new DatabaseSync(":memory:");
  try {
    return files.map((file) => ({ name: file.name, statements: splitOn(scratch, file.sql) }));
  } finally {
    scratch.close();
  }
}

function splitOn(scratch: DatabaseSync, text: string): readonly Statement[] {
  const statements: Statement[] = [];
  let rest = text;
  while (!holdsNothing(rest)) {
    const prepared = scratch.prepare(rest);
    const { sourceSQL } = prepared;
    prepared.all();
    statements.push(sql(sourceSQL.trim()));
    rest = rest.slice(sourceSQL.length);
  }
  return statements;
}

/** Blanks and comments: no statement is left in it. */
function holdsNothing(text: string): boolean {
  return /^(?:\s|;|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*$/.test(text);
}
