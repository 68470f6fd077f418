import { expect, test } from "vitest";
import type { Database } from "../../src/store/database.ts";
import { tablesToMove } from "../../src/store/move-tables.ts";
import { countOf } from "./hand-made.ts";
import {
  allThatMoves,
  livedIn,
  migratedSqlite,
  move,
  moving,
  openD1,
  openSqlite,
} from "./move-world.ts";

test("a house that was lived in goes to D1 and back, value for value, type for type", async () => {
  const source = await livedIn();
  const before = await allThatMoves(source);
  const d1 = await openD1();
  expect(await move(source, d1)).toMatchObject({ outcome: "moved" });
  expect(await allThatMoves(d1)).toEqual(before);

  const back = openSqlite();
  const moved = await move(d1, back);
  expect(await allThatMoves(back)).toEqual(before);
  expect(moved.outcome).toBe("moved");
  expect(await allThatMoves(source)).toEqual(before);
});

test("every table of the house has something to lose in that journey", async () => {
  const source = await livedIn();
  const empty: string[] = [];
  for (const { name } of await tablesToMove(source)) {
    if ((await countOf(source, `"${name}"`)) === 0) empty.push(name);
  }
  expect(empty).toEqual([]);
});

test("an id that was given and erased is not given again on the other side", async () => {
  const source = await livedIn();
  const d1 = await openD1();
  await move(source, d1);
  const added = await d1.run({
    sql: "INSERT INTO Audit (workerId, structure, what, at) VALUES ('w', 's', 'read', 1) RETURNING id",
    values: [],
  });
  expect(added).toMatchObject({ results: [{ rows: [{ id: 7002 }] }] });
});

test("what belongs to one side stays there", async () => {
  const source = await livedIn();
  const target = migratedSqlite();
  await move(source, target);
  const left = ["Instance", "Job", "RateLimit"];
  expect(await Promise.all(left.map((table) => countOf(target, table)))).toEqual([0, 0, 0]);
});

test("a move that is cut goes on with resume, and nothing is missing or twice", async () => {
  const source = await livedIn();
  const d1 = await openD1();
  await expect(move(source, dying(d1, 6))).rejects.toThrow("the network is gone");
  expect(await countOf(d1, "Appointment")).toBe(2);
  expect(await countOf(d1, "Reminder")).toBe(0);

  expect(await move(source, d1)).toEqual({
    outcome: "refused",
    reason: "notEmpty",
    table: "Account",
  });
  expect(await move(source, d1, { resume: true })).toMatchObject({ outcome: "moved" });
  expect(await allThatMoves(d1)).toEqual(await allThatMoves(source));
});

test("structures that the other side loaded by itself give way to those that move", async () => {
  const source = await livedIn();
  const target = migratedSqlite();
  target.connection.exec(
    "INSERT INTO Structure VALUES ('rencontres-et-loisirs', '{}', 1), ('ccas', '{}', 1)",
  );
  expect(await move(source, target)).toMatchObject({ outcome: "moved" });
  expect(await allThatMoves(target)).toEqual(await allThatMoves(source));
});

test("what the other side wrote meanwhile is a difference, and names its table", async () => {
  const source = await livedIn();
  const target = migratedSqlite();
  target.connection.exec(
    "INSERT INTO Note VALUES (1, 'c', 'w', 'another', 'k.AAAA', 5); INSERT INTO Person (id, structure, createdAt) VALUES ('z', 's', 1)",
  );
  const moved = await move(source, target, { resume: true });
  const different = "tables" in moved ? moved.tables.filter(({ same }) => !same) : [];
  expect(moved.outcome).toBe("differs");
  expect(different.map(({ table }) => table)).toEqual(["Note", "Person"]);
  expect(different.map((one) => [one.source.rows, one.target.rows])).toEqual([
    [1, 1],
    [4, 5],
  ]);
});

test("what is written on the source during the move is a difference", async () => {
  const source = await livedIn();
  const target = openSqlite();
  const late: Database = {
    ...through(target),
    async batch(statements) {
      const written = await target.batch(statements);
      if (statements[0]?.sql.includes("sqlite_sequence")) {
        source.connection.exec(
          "INSERT INTO Audit (id, workerId, structure, what, at) VALUES (1000, 'w', 's', 'late', 1)",
        );
      }
      return written;
    },
  };
  const { migrateTarget } = moving(source, target);
  const moved = await move(source, late, { migrateTarget });
  const different = "tables" in moved ? moved.tables.filter(({ same }) => !same) : [];
  expect(different.map(({ table }) => table)).toEqual(["Audit"]);
});

function through(database: Database): Database {
  return {
    get: (sql, values) => database.get(sql, values),
    all: (sql, values) => database.all(sql, values),
    run: (statement) => database.run(statement),
    batch: (statements) => database.batch(statements),
    close: () => database.close(),
  };
}

/** Fails for good at the nth table that it is given. */
function dying(database: Database, writes: number): Database {
  let left = writes;
  return {
    ...through(database),
    async run(statement) {
      if (/^INSERT INTO "/.test(statement.sql) && --left === 0)
        throw new Error("the network is gone");
      return database.run(statement);
    },
  };
}
