import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MigrationFile } from "./migrate.ts";

/** The migrations of a folder, `0001_init.sql` first. */
export async function migrationFiles(folder: string): Promise<readonly MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(join(folder, name), "utf8") })),
  );
}
