import type { DatabaseSync } from "node:sqlite";
import { type Instant, isoOf } from "../base/time.ts";

/** One file of prisma/migrations. Files are applied in the order of the list, each once. */
export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
}

/**
 * Brings a database up to date; returns the names of the files applied now. Each file is applied
 * whole or not at all, and is noted in the same table and form as `wrangler d1 migrations apply`
 * does, so that a database can move between the two. Throws when a file fails or leaves a row that
 * refers to nothing; the files before it stay applied.
 */
export function migrate(
  connection: DatabaseSync,
  files: readonly MigrationFile[],
  now: Instant,
): readonly string[] {
  // it has no effect inside a transaction, and a table being redefined must not take its children along
  const checked = connection.prepare("PRAGMA foreign_keys").get()?.["foreign_keys"] === 1;
  connection.exec("PRAGMA foreign_keys=OFF");
  try {
    return files.filter((file) => apply(connection, file, now)).map((file) => file.name);
  } finally {
    if (checked) connection.exec("PRAGMA foreign_keys=ON");
  }
}

/** Whether the file was applied now; false when it already was, perhaps by another process. */
function apply(connection: DatabaseSync, { name, sql }: MigrationFile, now: Instant): boolean {
  connection.exec("BEGIN IMMEDIATE");
  try {
    connection.exec(
      "CREATE TABLE IF NOT EXISTS d1_migrations(" +
        "id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, " +
        "applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)",
    );
    // asked inside the transaction: two processes that start together take their turns here
    const known = connection.prepare("SELECT 1 FROM d1_migrations WHERE name = ?").get(name);
    if (!known) {
      run(connection, name, sql);
      connection
        .prepare("INSERT INTO d1_migrations (name, applied_at) VALUES (?, ?)")
        .run(name, sqliteTimestamp(now));
    }
    connection.exec("COMMIT");
    return !known;
  } catch (error) {
    if (connection.isTransaction) connection.exec("ROLLBACK");
    throw error;
  }
}

function run(connection: DatabaseSync, name: string, sql: string): void {
  try {
    connection.exec(sql);
  } catch (cause) {
    throw new Error(`migration ${name} failed: ${String(cause)}`, { cause });
  }
  if (!connection.isTransaction) throw new Error(`migration ${name} ended its own transaction`);
  const orphan = connection.prepare("PRAGMA foreign_key_check").get();
  if (orphan) throw new Error(`migration ${name} leaves orphans in table ${orphan["table"]}`);
}

/** "2026-11-22 18:10:00", as SQLite's CURRENT_TIMESTAMP writes it. */
function sqliteTimestamp(now: Instant): string {
  return isoOf(now).slice(0, 19).replace("T", " ");
}
