import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { instant } from "../../src/base/time.ts";
import { migrate } from "../../src/store/migrate.ts";
import { migrationFiles } from "../../src/store/migration-files.ts";

const now = instant("2026-11-24T13:30:05.678Z");
const rooms = {
  name: "0001_rooms.sql",
  sql: "CREATE TABLE Room (name TEXT); CREATE TABLE Key (n);",
};
const beds = { name: "0002_beds.sql", sql: "ALTER TABLE Room ADD COLUMN beds INTEGER;" };

test("migrations are applied once each, in order, and noted as wrangler notes them", () => {
  const database = empty();
  expect(migrate(database, [rooms], now)).toEqual(["0001_rooms.sql"]);
  expect(migrate(database, [rooms, beds], now)).toEqual(["0002_beds.sql"]);
  expect(migrate(database, [rooms, beds], now)).toEqual([]);
  expect(rows(database, "SELECT id, name, applied_at FROM d1_migrations")).toEqual([
    { id: 1, name: "0001_rooms.sql", applied_at: "2026-11-24 13:30:05" },
    { id: 2, name: "0002_beds.sql", applied_at: "2026-11-24 13:30:05" },
  ]);
});

test("a file that fails leaves nothing of itself, and those before it stay", () => {
  const database = empty();
  const broken = {
    name: "0002_broken.sql",
    sql: "CREATE TABLE Half (n); INSERT INTO Nowhere VALUES (1);",
  };
  expect(() => migrate(database, [rooms, broken, beds], now)).toThrow(/0002_broken\.sql.*Nowhere/);
  expect(tables(database)).toEqual(["Key", "Room", "d1_migrations"]);
  expect(rows(database, "SELECT name FROM d1_migrations")).toEqual([{ name: "0001_rooms.sql" }]);
  expect(database.isTransaction).toBe(false);
});

test("a file that ends its own transaction is refused", () => {
  const own = { name: "0002_own.sql", sql: "CREATE TABLE Own (n); COMMIT;" };
  expect(() => migrate(empty(), [rooms, own], now)).toThrow(
    /0002_own\.sql ended its own transaction/,
  );
});

test("redefining a table keeps the rows that refer to it", () => {
  const database = empty();
  const family = {
    name: "0001_family.sql",
    sql: `CREATE TABLE Parent (id INTEGER PRIMARY KEY);
      CREATE TABLE Child (id INTEGER, parent REFERENCES Parent(id) ON DELETE CASCADE);
      INSERT INTO Parent VALUES (1); INSERT INTO Child VALUES (10, 1), (11, 1);`,
  };
  const redefined = {
    name: "0002_redefined.sql",
    sql: `PRAGMA foreign_keys=OFF;
      CREATE TABLE new_Parent (id INTEGER PRIMARY KEY, name TEXT);
      INSERT INTO new_Parent (id) SELECT id FROM Parent;
      DROP TABLE Parent; ALTER TABLE new_Parent RENAME TO Parent;
      PRAGMA foreign_keys=ON;`,
  };
  migrate(database, [family, redefined], now);
  expect(rows(database, "SELECT id FROM Child ORDER BY id")).toEqual([{ id: 10 }, { id: 11 }]);
  expect(rows(database, "PRAGMA foreign_keys")).toEqual([{ foreign_keys: 1 }]);
});

test("a file that leaves a row without its parent is refused whole", () => {
  const database = empty();
  const orphans = {
    name: "0001_orphans.sql",
    sql: "CREATE TABLE Parent (id INTEGER PRIMARY KEY); CREATE TABLE Child (parent REFERENCES Parent(id)); INSERT INTO Child VALUES (7);",
  };
  expect(() => migrate(database, [orphans], now)).toThrow("leaves orphans in table Child");
  expect(tables(database)).toEqual([]);
});

test("processes that start together on a new database apply each file once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "new.db");
  const starters = [1, 2, 3].map(() => starter(path));
  await Promise.all(starters.map((one) => one.ready));
  for (const one of starters) one.go();
  const applied = await Promise.all(starters.map((one) => one.applied));

  const files = await migrationFiles(realMigrations);
  expect(applied.flat().sort()).toEqual(files.map(({ name }) => name));
  const database = new DatabaseSync(path);
  onTestFinished(() => database.close());
  expect(rows(database, "SELECT name FROM d1_migrations ORDER BY id")).toEqual(
    files.map(({ name }) => ({ name })),
  );
});

const realMigrations = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** A process that has loaded everything and opens and migrates the database when told to. */
function starter(path: string) {
  const source = (file: string) =>
    JSON.stringify(new URL(`../../src/store/${file}`, import.meta.url).href);
  const program = `
    import { NodeSqlite } from ${source("node-sqlite.ts")};
    import { migrate } from ${source("migrate.ts")};
    import { migrationFiles } from ${source("migration-files.ts")};
    const files = await migrationFiles(${JSON.stringify(realMigrations)});
    console.log("ready");
    process.stdin.once("data", async () => {
      const database = new NodeSqlite(${JSON.stringify(path)});
      console.log(JSON.stringify(migrate(database.connection, files, ${now})));
      await database.close();
      process.exit(0);
    });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program]);
  const ready = new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part) => said.push(`${part}`));
  const applied = new Promise<readonly string[]>((resolve, reject) =>
    child.once("close", (code) => {
      const last = said.join("").trim().split("\n").at(-1) ?? "";
      if (code === 0) resolve(JSON.parse(last));
      else reject(new Error(said.join("")));
    }),
  );
  return { ready, applied, go: () => child.stdin.write("go\n") };
}

function empty(): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  onTestFinished(() => database.close());
  return database;
}

function rows(database: DatabaseSync, sql: string): unknown[] {
  return database
    .prepare(sql)
    .all()
    .map((row) => ({ ...row }));
}

function tables(database: DatabaseSync): unknown[] {
  return rows(
    database,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
  ).map((row) => (row as { name: string }).name);
}
