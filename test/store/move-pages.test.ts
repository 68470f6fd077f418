import { expect, test } from "vitest";
import { type Database, sql } from "../../src/store/database.ts";
import { digestOf } from "../../src/store/move-digest.ts";
import { pagesOf } from "../../src/store/move-pages.ts";
import { tablesToMove } from "../../src/store/move-tables.ts";
import { migratedSqlite, openD1, openSqlite } from "./move-world.ts";

test("a page holds five hundred rows at most, and none is read twice or forgotten", async () => {
  const database = openSqlite();
  database.connection.exec(`
    CREATE TABLE Cell (resource TEXT, startsAt BIGINT, PRIMARY KEY (startsAt, resource));
    INSERT INTO Cell SELECT char(97 + value % 3), value / 3 FROM ${upTo(1200)};`);
  const pages = await pagesRead(database);
  expect(pages.map((page) => page.length)).toEqual([500, 500, 201]);
  expect(pages.flat()[4]).toBe('["b",1]');
  expect(new Set(pages.flat()).size).toBe(1201);
});

test("a page weighs 300 kB at most, unless one row alone is heavier", async () => {
  const database = openSqlite();
  database.connection.exec("CREATE TABLE Text (id INTEGER PRIMARY KEY, words TEXT)");
  for (const length of [100_000, 150_000, 100_000, 900_000, 10, 10]) {
    await database.run(sql("INSERT INTO Text (words) VALUES (?)", "é".repeat(length / 2)));
  }
  const pages = await pagesRead(database);
  expect(pages.map((page) => page.length)).toEqual([2, 1, 1, 2]);
});

test("keys beyond JavaScript's numbers are followed one by one", async () => {
  const database = openSqlite();
  database.connection.exec(`CREATE TABLE Big (id INTEGER PRIMARY KEY);
    INSERT INTO Big SELECT 9007199254740993 + value FROM ${upTo(600)};`);
  const pages = await pagesRead(database);
  expect(pages.flat().slice(498, 502)).toEqual([
    "[9007199254741491]",
    "[9007199254741492]",
    "[9007199254741493]",
    "[9007199254741494]",
  ]);
});

test.each([
  ["1 and 1.0", "1", "1.0"],
  ["1 and '1'", "1", "'1'"],
  ["NULL and an empty text", "NULL", "''"],
  ["neighbours among the real numbers", "0.1", "0.10000000000000002"],
  ["neighbours beyond 2^53", "9007199254740993", "9007199254740992"],
  ["what follows a zero character", "'a' || char(0) || 'b'", "'a' || char(0) || 'c'"],
  ["a line break at the end", "'x' || char(10)", "'x'"],
])(
  "two tables that differ by %s have two digests, the same on SQLite and on D1",
  async (_, one, other) => {
    const d1 = await openD1();
    const digests: string[] = [];
    for (const value of [one, other]) {
      const sqlite = openSqlite();
      for (const database of [sqlite, d1]) {
        await database.batch([
          sql("DROP TABLE IF EXISTS T"),
          sql("CREATE TABLE T (id INTEGER PRIMARY KEY, v)"),
          sql(`INSERT INTO T (v) VALUES (${value})`),
        ]);
        const [table] = await tablesToMove(database);
        if (table) digests.push((await digestOf(database, table)).sha256);
      }
    }
    const [here, there, otherHere, otherThere] = digests;
    expect([here, otherHere]).toEqual([there, otherThere]);
    expect(here).not.toBe(otherHere);
  },
);

test("a table is known by its columns and its key, in the order of the key", async () => {
  const database = migratedSqlite();
  const cell = (await tablesToMove(database)).find(({ name }) => name === "Cell");
  expect(cell).toMatchObject({ key: ["resource", "startsAt"] });
});

test("a table without a primary key is refused: its rows could not be told apart", async () => {
  const database = openSqlite();
  database.connection.exec("CREATE TABLE Loose (n)");
  await expect(tablesToMove(database)).rejects.toThrow("table Loose has no primary key");
});

test("the tables of the house can be moved in any order, and D1 can write each row as one array", async () => {
  const database = migratedSqlite();
  for (const { name, columns } of await tablesToMove(database)) {
    expect([name, await database.all(`PRAGMA foreign_key_list("${name}")`)]).toEqual([name, []]);
    // D1 gives at most 32 arguments to a function
    expect([name, columns.length <= 32]).toEqual([name, true]);
  }
});

async function pagesRead(database: Database): Promise<string[][]> {
  const [table] = await tablesToMove(database);
  if (!table) throw new Error("no table");
  const pages: string[][] = [];
  for await (const page of pagesOf(database, table)) pages.push(page);
  return pages;
}

/** The numbers from 0, as a table. */
function upTo(last: number): string {
  return `json_each('${JSON.stringify(Array.from({ length: last + 1 }, (_, index) => index))}')`;
}
