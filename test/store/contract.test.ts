import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe } from "vitest";
import type { Database } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrate.ts";
import { migrationFiles } from "../../src/store/migration-files.ts";
import { NodeSqlite } from "../../src/store/node-sqlite.ts";
import { storeContract } from "./contract.ts";
import { morning } from "./hand-made.ts";

const files = await migrationFiles(
  fileURLToPath(new URL("../../prisma/migrations/", import.meta.url)),
);
const opened: NodeSqlite[] = [];
const folders: string[] = [];

function openAt(path: string): Database {
  const database = new NodeSqlite(path);
  migrate(database.connection, files, morning);
  opened.push(database);
  return database;
}

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("in memory", () => storeContract(async () => openAt(":memory:")));

describe("in a file", () =>
  storeContract(async () => {
    const folder = mkdtempSync(join(tmpdir(), "trousseau-contract-"));
    folders.push(folder);
    return openAt(join(folder, "contract.db"));
  }));
