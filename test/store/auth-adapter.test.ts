import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { instant } from "../../src/base/time.ts";
import { authAdapter } from "../../src/store/auth-adapter.ts";
import { migrate } from "../../src/store/migrate.ts";
import { migrationFiles } from "../../src/store/migration-files.ts";
import { NodeSqlite } from "../../src/store/node-sqlite.ts";

const files = await migrationFiles(
  fileURLToPath(new URL("../../prisma/migrations", import.meta.url)),
);
const noon = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-25T12:00:00Z");

test("a session is kept with integer instants and found again with dates", async () => {
  const { adapter, database } = opened();
  const created = await adapter.create({ model: "session", data: session("one", noon) });
  expect(created).toMatchObject({ token: "one", userId: "lea", expiresAt: noon });
  expect(await database.get("SELECT typeof(expiresAt) AS kind, expiresAt FROM Session")).toEqual({
    kind: "integer",
    expiresAt: noon.getTime(),
  });
  const found = await adapter.findOne({
    model: "session",
    where: [{ field: "token", value: "one" }],
  });
  expect(found).toEqual(created);
});

test("what is yes or no is stored as 1 or 0 and read as yes or no", async () => {
  const { adapter, database } = opened();
  await adapter.create({ model: "user", data: lea() });
  expect(await database.get("SELECT emailVerified FROM Worker")).toEqual({ emailVerified: 1 });
  expect(await adapter.findOne({ model: "user", where: [] })).toMatchObject({
    emailVerified: true,
    image: null,
  });
});

test("rows are found by every comparison the library uses", async () => {
  const { adapter } = opened();
  for (const [token, at] of [
    ["one", noon],
    ["two", later],
  ] as const) {
    await adapter.create({ model: "session", data: session(token, at) });
  }
  const tokens = async (where: NonNullable<Parameters<typeof adapter.findMany>[0]["where"]>) => {
    const sortBy = { field: "token", direction: "asc" } as const;
    const rows = await adapter.findMany<{ token: string }>({ model: "session", where, sortBy });
    return rows.map(({ token }) => token);
  };
  expect(await tokens([{ field: "expiresAt", operator: "gt", value: noon }])).toEqual(["two"]);
  expect(await tokens([{ field: "expiresAt", operator: "gte", value: noon }])).toEqual([
    "one",
    "two",
  ]);
  expect(await tokens([{ field: "expiresAt", operator: "lt", value: later }])).toEqual(["one"]);
  expect(await tokens([{ field: "token", operator: "ne", value: "one" }])).toEqual(["two"]);
  expect(await tokens([{ field: "token", operator: "in", value: ["two", "three"] }])).toEqual([
    "two",
  ]);
  expect(await tokens([{ field: "token", operator: "not_in", value: ["two"] }])).toEqual(["one"]);
  expect(await tokens([{ field: "ipAddress", value: null }])).toEqual(["one", "two"]);
  expect(
    await tokens([
      { field: "token", value: "one", connector: "OR" },
      { field: "token", value: "two", connector: "OR" },
    ]),
  ).toEqual(["one", "two"]);
  expect(await adapter.count({ model: "session", where: [{ field: "token", value: "one" }] })).toBe(
    1,
  );
});

test("pages follow one another", async () => {
  const { adapter } = opened();
  for (const token of ["a", "b", "c"])
    await adapter.create({ model: "session", data: session(token, noon) });
  const page = await adapter.findMany<{ token: string }>({
    model: "session",
    sortBy: { field: "token", direction: "desc" },
    limit: 1,
    offset: 1,
  });
  expect(page.map(({ token }) => token)).toEqual(["b"]);
});

test("changes and deletions say what they touched, and touch nothing else", async () => {
  const { adapter } = opened();
  for (const token of ["one", "two"])
    await adapter.create({ model: "session", data: session(token, noon) });
  const one = [{ field: "token", value: "one" }];
  expect(
    await adapter.update({ model: "session", where: one, update: { expiresAt: later } }),
  ).toMatchObject({
    token: "one",
    expiresAt: later,
  });
  expect(
    await adapter.update({
      model: "session",
      where: [{ field: "token", value: "none" }],
      update: { expiresAt: later },
    }),
  ).toBeNull();
  expect(
    await adapter.updateMany({
      model: "session",
      where: [{ field: "userId", value: "lea" }],
      update: { userAgent: "x" },
    }),
  ).toBe(2);
  await adapter.delete({ model: "session", where: one });
  expect(
    await adapter.deleteMany({ model: "session", where: [{ field: "userId", value: "lea" }] }),
  ).toBe(1);
});

test("ten who use up one value at once: one has it", async () => {
  const { adapter } = opened();
  await adapter.create({
    model: "verification",
    data: { identifier: "link", value: "v", expiresAt: later, createdAt: noon, updatedAt: noon },
  });
  const where = [{ field: "identifier", value: "link" }];
  const taken = await Promise.all(
    Array.from({ length: 10 }, () => adapter.consumeOne({ model: "verification", where })),
  );
  expect(taken.filter((row) => row !== null)).toHaveLength(1);
});

test("ten who count at once under a limit of three: three are counted", async () => {
  const { adapter, database } = opened();
  await adapter.create({
    model: "rateLimit",
    data: { key: "k", count: 0, lastRequest: noon.getTime() },
  });
  const where = [
    { field: "key", value: "k" },
    { field: "count", operator: "lt" as const, value: 3 },
  ];
  const counted = await Promise.all(
    Array.from({ length: 10 }, () =>
      adapter.incrementOne({
        model: "rateLimit",
        where,
        increment: { count: 1 },
        set: { lastRequest: later.getTime() },
      }),
    ),
  );
  expect(counted.filter((row) => row !== null)).toHaveLength(3);
  expect(await database.get("SELECT count, lastRequest FROM RateLimit")).toEqual({
    count: 3,
    lastRequest: later.getTime(),
  });
});

test("names that are not of the tables never reach a statement", async () => {
  const { adapter } = opened();
  await expect(
    adapter.findMany({ model: "session", where: [{ field: 'token" = 1 OR "token', value: "x" }] }),
  ).rejects.toThrow();
  await expect(adapter.findMany({ model: "Conversation", where: [] })).rejects.toThrow();
});

test("values are values, whatever they hold", async () => {
  const { adapter } = opened();
  const token = `'); DROP TABLE Session; --`;
  await adapter.create({ model: "session", data: session(token, noon) });
  expect(
    await adapter.findOne({ model: "session", where: [{ field: "token", value: token }] }),
  ).toMatchObject({ token });
});

test("no transaction is opened", async () => {
  const { adapter, database } = opened();
  await adapter.transaction(async (inside) => {
    await inside.create({ model: "session", data: session("one", noon) });
    expect(database.connection.isTransaction).toBe(false);
  });
});

function session(token: string, expiresAt: Date) {
  return { token, userId: "lea", expiresAt, createdAt: noon, updatedAt: noon };
}

function lea() {
  return {
    ...{
      name: "Léa",
      email: "lea@example.org",
      emailVerified: true,
      role: "worker",
      structure: "s",
    },
    ...{ createdAt: noon, updatedAt: noon },
  };
}

function opened() {
  const database = new NodeSqlite(":memory:");
  onTestFinished(() => database.close());
  migrate(database.connection, files, instant("2026-11-24T12:00:00Z"));
  const adapter = authAdapter(database)({
    user: {
      modelName: "Worker",
      additionalFields: { role: { type: "string" }, structure: { type: "string" } },
    },
    session: { modelName: "Session" },
    account: { modelName: "Account" },
    verification: { modelName: "Verification" },
    rateLimit: { modelName: "RateLimit", storage: "database" },
  });
  return { adapter, database };
}
