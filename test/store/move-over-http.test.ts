import { expect, onTestFinished, test } from "vitest";
import { readD1Access } from "../../src/node/d1-access.ts";
import { type D1Access, d1OverHttp, reachD1 } from "../../src/node/d1-over-http.ts";
import { mustBeWritten, sql } from "../../src/store/database.ts";
import { type D1Api, openD1Api } from "../stand-in/d1-api.ts";
import { allThatMoves, livedIn, move, openSqlite } from "./move-world.ts";

test("a house goes to Cloudflare and back over HTTP, past a busy moment and a lost answer", async () => {
  const { api, database } = await opened();
  const source = await livedIn();
  api.mood({ status: 429, retryAfter: 1 }, { status: 503 }, "silence");
  expect(await move(source, database)).toMatchObject({ outcome: "moved" });
  // a piece of a file is the largest row there is
  expect(api.seen.largest).toBeLessThan(1_000_000);
  const back = openSqlite();
  expect(await move(database, back)).toMatchObject({ outcome: "moved" });
  expect(await allThatMoves(back)).toEqual(await allThatMoves(source));
});

test("a batch is one request, and gives what each statement did", async () => {
  const { api, database } = await opened("CREATE TABLE T (id INTEGER PRIMARY KEY, a TEXT)");
  const before = api.seen.requests;
  const written = await database.batch([
    sql("INSERT INTO T VALUES (?, ?), (2, NULL)", 1, "été"),
    sql("INSERT INTO T (id) VALUES (3) RETURNING id"),
    sql("UPDATE T SET a = 'x' WHERE id > 9"),
  ]);
  expect(written).toEqual({
    outcome: "written",
    results: [
      { changes: 2, rows: [] },
      { changes: 1, rows: [{ id: 3 }] },
      { changes: 0, rows: [] },
    ],
  });
  expect(api.seen.requests - before).toBe(1);
  expect(await database.get("SELECT a FROM T WHERE id = ?", [1])).toEqual({ a: "été" });
  expect(await database.get("SELECT a FROM T WHERE id = 9")).toBeNull();
});

test("a refused batch leaves nothing, and says which constraint", async () => {
  const { database } = await opened("CREATE TABLE T (id INTEGER PRIMARY KEY)");
  const refused = await database.batch([
    sql("INSERT INTO T VALUES (1)"),
    sql("INSERT INTO T VALUES (1)"),
  ]);
  expect(refused).toEqual({ outcome: "refused", constraint: "UNIQUE constraint failed: T.id" });
  expect(await database.all("SELECT id FROM T")).toEqual([]);
});

test("Cloudflare is waited for as long as it says, else longer each time", async () => {
  const { api, database, pauses } = await opened();
  api.mood({ status: 429, retryAfter: 7 }, { status: 500 }, { status: 502 }, { status: 429 });
  expect(await database.all("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(pauses).toEqual([7000, 1000, 2000, 4000]);
});

test("what stays busy is given up, with its status", async () => {
  const { api, database, pauses } = await opened();
  api.mood(...Array.from({ length: 6 }, () => ({ status: 503 })));
  await expect(database.all("SELECT 1")).rejects.toThrow("D1 answers 503: busy");
  expect(pauses).toHaveLength(5);
  expect(await database.all("SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a statement that is wrong is not asked twice, and nothing of its values is told", async () => {
  const { api, database } = await opened();
  const before = api.seen.requests;
  const failed = database.run(sql("INSERT INTO Nowhere VALUES (?)", "a secret"));
  await expect(failed).rejects.toThrow("D1 answers 400: no such table: Nowhere: SQLITE_ERROR");
  expect(api.seen.requests - before).toBe(1);
});

test.each<[string, Partial<D1Access>]>([
  ["token", { token: "another" }],
  ["noDatabase", { database: "00000000-0000-0000-0000-000000000000" }],
  ["unreachable", { root: "http://127.0.0.1:9" }],
  ["reached", {}],
])("before anything, it is said whether D1 is there: %s", async (outcome, given) => {
  const { access } = await opened();
  expect((await reachD1({ ...access, ...given })).outcome).toBe(outcome);
});

const given = {
  CLOUDFLARE_ACCOUNT_ID: "account",
  CLOUDFLARE_API_TOKEN: "token",
  D1_DATABASE_ID: "database",
};

test("the settings of D1 are read; Cloudflare's own address is the default", () => {
  expect(readD1Access(given)).toEqual({
    outcome: "read",
    access: {
      root: "https://api.cloudflare.com/client/v4",
      ...{ account: "account", token: "token", database: "database" },
    },
  });
});

test("all that is missing is said at once, and the token never leaves in the clear", () => {
  const reading = readD1Access({ D1_DATABASE_ID: " ", CLOUDFLARE_API_ROOT: "http://elsewhere.fr" });
  const problems = reading.outcome === "refused" ? reading.problems : [];
  expect(problems.map((sentence) => sentence.split(" ")[0])).toEqual([
    "CLOUDFLARE_ACCOUNT_ID",
    "CLOUDFLARE_API_TOKEN",
    "D1_DATABASE_ID",
    "CLOUDFLARE_API_ROOT",
  ]);
});

async function opened(schema?: string) {
  const api: D1Api = await openD1Api();
  onTestFinished(() => api.close());
  if (schema) api.connection.exec(schema);
  const pauses: number[] = [];
  const access: D1Access = {
    ...{ root: api.root, account: api.account, database: api.database, token: api.token },
    pause: async (milliseconds) => void pauses.push(milliseconds),
  };
  return { api, access, pauses, database: d1OverHttp(access) };
}

test("a write that is asked again after a lost answer leaves one row", async () => {
  const { api, database } = await opened("CREATE TABLE T (id INTEGER PRIMARY KEY)");
  api.mood("silence");
  mustBeWritten(await database.run(sql("INSERT INTO T VALUES (1) ON CONFLICT DO NOTHING")));
  expect(await database.all("SELECT id FROM T")).toEqual([{ id: 1 }]);
});
