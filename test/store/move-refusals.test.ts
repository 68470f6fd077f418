import { expect, test } from "vitest";
import { after, minute } from "../../src/base/time.ts";
import type { Move, Moved } from "../../src/store/move.ts";
import { countOf } from "./hand-made.ts";
import { livedIn, migratedSqlite, move, moveDay, opener, openSqlite } from "./move-world.ts";

test.each<[string, string, Moved]>([
  [
    "somebody lives there",
    "INSERT INTO Person (id, structure, createdAt) VALUES ('p', 's', 1)",
    { outcome: "refused", reason: "notEmpty", table: "Person" },
  ],
  [
    "a service runs there",
    `INSERT INTO Instance VALUES ('i', 1, 'h', 1, ${after(moveDay, -29_000)})`,
    { outcome: "refused", reason: "served", side: "target" },
  ],
  [
    "it is ahead of the program",
    "INSERT INTO d1_migrations (name) VALUES ('9999_later.sql')",
    { outcome: "refused", reason: "migrationsDiffer", side: "target" },
  ],
])("the target is refused when %s", async (_, statement, refusal) => {
  const target = migratedSqlite();
  target.connection.exec(statement);
  expect(await move(await livedIn(), target)).toEqual(refusal);
  expect(await countOf(target, "Conversation")).toBe(0);
});

test.each<[string, string, Moved]>([
  [
    "a service runs there",
    `INSERT INTO Instance VALUES ('i', 1, 'h', 1, ${after(moveDay, -29_000)})`,
    { outcome: "refused", reason: "served", side: "source" },
  ],
  [
    "it was not brought up to date",
    "DELETE FROM d1_migrations",
    { outcome: "refused", reason: "migrationsDiffer", side: "source" },
  ],
  [
    "it holds bytes",
    "UPDATE Worker SET image = x'00'",
    { outcome: "refused", reason: "holdsBytes", table: "Worker" },
  ],
  [
    "one value was sealed with a secret that is not given",
    "UPDATE Note SET textSealed = '0123ab.AAAA'",
    { outcome: "refused", reason: "keyDoesNotOpen", column: "Note.textSealed" },
  ],
  [
    "one value was damaged",
    "UPDATE Note SET textSealed = substr(textSealed, 1, 20)",
    { outcome: "refused", reason: "keyDoesNotOpen", column: "Note.textSealed" },
  ],
])(
  "the source is refused when %s, and the target is not touched",
  async (_, statement, refusal) => {
    const source = await livedIn();
    source.connection.exec(statement);
    const target = openSqlite();
    expect(await move(source, target)).toEqual(refusal);
    expect(await target.all("SELECT name FROM sqlite_master")).toEqual([]);
  },
);

test("another secret than that of the source is refused", async () => {
  const opens = opener("another key, that nobody ever used here");
  expect(await move(await livedIn(), openSqlite(), { opens })).toEqual({
    outcome: "refused",
    reason: "keyDoesNotOpen",
    column: "Address.addressSealed",
  });
});

test("a process that crashed half a minute ago holds nobody up", async () => {
  const source = await livedIn();
  source.connection.exec(
    `INSERT INTO Instance VALUES ('i', 1, 'h', 1, ${after(moveDay, -31_000)})`,
  );
  expect(await move(source, openSqlite())).toMatchObject({ outcome: "moved" });
});

test("a file that holds no house is not moved", async () => {
  const given: Partial<Move> = { opens: () => true };
  expect(await move(openSqlite(), openSqlite(), given)).toEqual({
    outcome: "refused",
    reason: "migrationsDiffer",
    side: "source",
  });
});

test("a D1 whose Worker did its jobs a moment ago is not left, and one that rests for three minutes is", async () => {
  const source = await livedIn();
  const target = migratedSqlite();
  const run = (at: number) =>
    source.run({
      sql: "INSERT INTO Job (name, lastRunAt) VALUES ('redrive', ?) ON CONFLICT (name) DO UPDATE SET lastRunAt = excluded.lastRunAt",
      values: [at],
    });
  await run(moveDay - minute);
  expect(await move(source, target, { workersOn: "source" })).toEqual({
    outcome: "refused",
    reason: "served",
    side: "source",
  });
  await run(moveDay - 4 * minute);
  expect((await move(source, target, { workersOn: "source" })).outcome).toBe("moved");
});
