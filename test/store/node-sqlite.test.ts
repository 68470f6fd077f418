import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { type Statement, sql } from "../../src/store/database.ts";
import { NodeSqlite } from "../../src/store/node-sqlite.ts";

const insert = (id: number): Statement => sql("INSERT INTO Slot (id) VALUES (?)", id);

test("a batch is written whole", async () => {
  const { database } = opened();
  const written = await database.batch([insert(1), insert(2)]);
  expect(written).toEqual({
    outcome: "written",
    results: [
      { changes: 1, rows: [] },
      { changes: 1, rows: [] },
    ],
  });
  expect(await ids(database)).toEqual([1, 2]);
});

test("a refused batch leaves nothing, and the others of the same tick stand", async () => {
  const { database } = opened();
  const [before, refused, after] = await Promise.all([
    database.batch([insert(1)]),
    database.batch([insert(2), insert(1), insert(3)]),
    database.batch([insert(4)]),
  ]);
  expect([before?.outcome, after?.outcome]).toEqual(["written", "written"]);
  expect(refused).toEqual({ outcome: "refused", constraint: "UNIQUE constraint failed: Slot.id" });
  expect(await ids(database)).toEqual([1, 4]);
});

test("a later batch of the same tick sees what the earlier one wrote", async () => {
  const { database } = opened();
  const [, second] = await Promise.all([
    database.batch([insert(1)]),
    database.run(sql("UPDATE Slot SET note = 'seen' WHERE id = ?", 1)),
  ]);
  expect(second).toMatchObject({ outcome: "written", results: [{ changes: 1 }] });
});

test("what arrives within one tick shares one commit", async () => {
  const { database, path } = opened();
  const before = commits(path);
  await Promise.all([
    database.batch([insert(1)]),
    database.batch([insert(2)]),
    database.run(insert(3)),
  ]);
  expect(commits(path) - before).toBe(1);
  await database.run(insert(4));
  expect(commits(path) - before).toBe(2);
});

test("an answer comes after the commit: another connection already sees the row", async () => {
  const { database, path } = opened();
  const other = new DatabaseSync(path);
  onTestFinished(() => other.close());
  const count = other.prepare("SELECT count(*) AS n FROM Slot");

  const writing = database.run(insert(1));
  expect(count.get()).toMatchObject({ n: 0 });
  await writing;
  expect(count.get()).toMatchObject({ n: 1 });
});

test("a statement that is wrong in itself fails its own batch alone", async () => {
  const { database } = opened();
  const [good, bad, late] = await Promise.allSettled([
    database.batch([insert(1)]),
    database.batch([insert(2), sql("INSERT INTO Nowhere VALUES (1)")]),
    database.batch([insert(3)]),
  ]);
  expect([good.status, late.status]).toEqual(["fulfilled", "fulfilled"]);
  expect(bad).toMatchObject({ reason: { message: "no such table: Nowhere" } });
  expect(await ids(database)).toEqual([1, 3]);
});

test("when the file is held by another, the whole tick fails and the next one works", async () => {
  const { database, path } = opened();
  database.connection.exec("PRAGMA busy_timeout=0");
  const other = new DatabaseSync(path);
  onTestFinished(() => other.close());
  other.exec("BEGIN IMMEDIATE");
  const failed = await Promise.allSettled([database.run(insert(1)), database.run(insert(2))]);
  expect(failed).toMatchObject([
    { reason: { message: "database is locked" } },
    { reason: { message: "database is locked" } },
  ]);
  other.exec("ROLLBACK");
  await database.run(insert(3));
  expect(await ids(database)).toEqual([3]);
});

test.each([
  ["INSERT INTO Slot (id) VALUES (7) RETURNING id, note", [{ id: 7, note: null }]],
  ["INSERT INTO Slot (id) VALUES (7)\nRETURNING id", [{ id: 7 }]],
  ["WITH one(n) AS (SELECT 1) SELECT n FROM one", [{ n: 1 }]],
])("a statement that returns rows gives them: %s", async (text, rows) => {
  const { database } = opened();
  expect(await database.run(sql(text))).toMatchObject({ outcome: "written", results: [{ rows }] });
});

test.each([
  ["journal_mode", { journal_mode: "wal" }],
  ["synchronous", { synchronous: 2 }],
  ["foreign_keys", { foreign_keys: 1 }],
  ["busy_timeout", { timeout: 5000 }],
  ["secure_delete", { secure_delete: 1 }],
])("the connection is opened with %s", (pragma, value) => {
  const { database } = opened();
  expect(database.connection.prepare(`PRAGMA ${pragma}`).get()).toMatchObject(value);
});

test("closing writes what was waiting", async () => {
  const { database, path } = opened();
  const writing = database.run(insert(1));
  await database.close();
  expect((await writing).outcome).toBe("written");
  const again = new NodeSqlite(path);
  expect(await ids(again)).toEqual([1]);
  await again.close();
});

test("a batch that comes after the closing fails, and takes nothing down with it", async () => {
  const { database } = opened();
  await database.close();
  await expect(database.run(insert(1))).rejects.toThrow("database is not open");
});

function opened() {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-"));
  const path = join(folder, "test.db");
  const database = new NodeSqlite(path);
  database.connection.exec("CREATE TABLE Slot (id INTEGER PRIMARY KEY, note TEXT)");
  onTestFinished(async () => {
    if (database.connection.isOpen) await database.close();
    rmSync(folder, { recursive: true });
  });
  return { database, path };
}

async function ids(database: NodeSqlite): Promise<unknown[]> {
  return (await database.all("SELECT id FROM Slot ORDER BY id")).map((row) => row["id"]);
}

/**
 * How many commits the write-ahead log of a new database holds: the last frame of each carries the
 * size of the database after it (https://www.sqlite.org/fileformat2.html#walformat).
 */
function commits(path: string): number {
  const log = readFileSync(`${path}-wal`);
  const frame = 24 + log.readUInt32BE(8);
  let count = 0;
  for (let start = 32; start < log.length; start += frame) {
    if (log.readUInt32BE(start + 4) !== 0) count += 1;
  }
  return count;
}
