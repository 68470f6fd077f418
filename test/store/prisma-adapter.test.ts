import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { instant } from "../../src/base/time.ts";
import { sql } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrate.ts";
import { migrationFiles } from "../../src/store/migration-files.ts";
import { NodeSqlite } from "../../src/store/node-sqlite.ts";
import { openPrisma } from "../../src/store/prisma-client.ts";

const files = await migrationFiles(
  fileURLToPath(new URL("../../prisma/migrations", import.meta.url)),
);
const tuesday = instant("2026-11-24T13:30:00Z");
const at = BigInt(tuesday);

test("what is created is found again: texts, numbers, instants and what is not known", async () => {
  const { prisma } = opened();
  const lease = { name: "reminders", lastRunAt: at, owner: "a", leaseUntil: null };
  const created = await prisma.job.create({ data: lease });
  expect(created).toEqual({ ...lease, lastResult: null });
  expect(await prisma.job.findUnique({ where: { name: "reminders" } })).toEqual(created);
  expect(await prisma.job.findUnique({ where: { name: "sweeps" } })).toBeNull();
});

test("ids are given by the database where it counts them", async () => {
  const { prisma } = opened();
  const note = { conversationId: "c", workerId: "w", textSealed: "…", createdAt: at };
  expect(await prisma.note.create({ data: { ...note, key: "one" } })).toEqual({
    id: 1,
    key: "one",
    ...note,
  });
  expect((await prisma.note.create({ data: { ...note, key: "two" } })).id).toBe(2);
});

test("a small BigInt is a bigint too, and a column that nobody filled stays null", async () => {
  const { prisma } = opened();
  await prisma.job.createMany({ data: [{ name: "a", lastRunAt: 1n }, { name: "b" }] });
  expect(await prisma.job.findMany({ orderBy: { name: "asc" } })).toEqual([
    { name: "a", lastRunAt: 1n, lastResult: null, owner: null, leaseUntil: null },
    { name: "b", lastRunAt: null, lastResult: null, owner: null, leaseUntil: null },
  ]);
});

test("changes, counted increments and deletions say what they did", async () => {
  const { prisma } = opened();
  await quarters(prisma, 3);
  const limit = { id: "1", key: "k", count: 1, lastRequest: at };
  await prisma.rateLimit.create({ data: limit });
  const raised = { where: { id: "1" }, data: { count: { increment: 2 } } };
  expect((await prisma.rateLimit.update(raised)).count).toBe(3);
  const moved = { where: { startsAt: { gte: at + 900_000n } }, data: { appointmentId: "moved" } };
  expect(await prisma.cell.updateMany(moved)).toEqual({ count: 2 });
  expect(await prisma.cell.deleteMany({ where: { appointmentId: "moved" } })).toEqual({ count: 2 });
  expect(await prisma.cell.count()).toBe(1);
});

test("lists are ordered, cut, followed from a place, and chosen among", async () => {
  const { prisma } = opened();
  await quarters(prisma, 5);
  const startsOf = (cells: { startsAt: bigint }[]) =>
    cells.map(({ startsAt }) => Number(startsAt - at) / 900_000);
  const last = await prisma.cell.findMany({ orderBy: { startsAt: "desc" }, take: 2 });
  expect(startsOf(last)).toEqual([4, 3]);
  const page = await prisma.cell.findMany({
    orderBy: { startsAt: "asc" },
    cursor: { resource_startsAt: { resource: "worker:lea", startsAt: at + 900_000n } },
    skip: 1,
    take: 2,
  });
  expect(startsOf(page)).toEqual([2, 3]);
  const some = { startsAt: { in: [at, at + 3_600_000n, at + 99n] } };
  expect(
    startsOf(await prisma.cell.findMany({ where: some, orderBy: { startsAt: "asc" } })),
  ).toEqual([0, 4]);
});

test("groups are counted, with their latest instant", async () => {
  const { prisma } = opened();
  const event = (position: number, kind: string, step: string | null) => ({
    ...{ turnId: "t", structure: "s", position, kind, step, at: at + BigInt(position) },
  });
  await prisma.event.createMany({
    data: [event(1, "entered", "rent"), event(2, "entered", null), event(3, "left", null)],
  });
  const groups = await prisma.event.groupBy({
    by: ["kind"],
    _count: { _all: true, step: true },
    _max: { at: true },
    _avg: { position: true },
    orderBy: { kind: "asc" },
  });
  expect(groups).toEqual([
    {
      kind: "entered",
      _count: { _all: 2, step: 1 },
      _max: { at: at + 2n },
      _avg: { position: 1.5 },
    },
    { kind: "left", _count: { _all: 1, step: 0 }, _max: { at: at + 3n }, _avg: { position: 3 } },
  ]);
});

test("raw columns keep their kind, whatever mixture of values they hold", async () => {
  const { prisma } = opened();
  const row = await prisma.$queryRaw`SELECT 1 AS small, ${at} AS large, 0.5 AS half, NULL AS empty,
    ${"é"} AS text, ${true} AS yes, ${new Uint8Array([1, 255])} AS bytes, ${new Date(tuesday)} AS day`;
  expect(row).toEqual([
    {
      ...{ small: 1, large: at, half: 0.5, empty: null, text: "é", yes: 1 },
      ...{ bytes: new Uint8Array([1, 255]), day: at },
    },
  ]);
  const mixed =
    await prisma.$queryRaw`SELECT 1 AS v UNION ALL SELECT 2.5 UNION ALL SELECT NULL ORDER BY 1`;
  expect(mixed).toEqual([{ v: null }, { v: 1 }, { v: 2.5 }]);
  const late = await prisma.$queryRaw`SELECT NULL AS v UNION ALL SELECT ${at} ORDER BY 1`;
  expect(late).toEqual([{ v: null }, { v: at }]);
});

test("an integer that would be rounded is not stored", async () => {
  const { prisma } = opened();
  await expect(prisma.job.create({ data: { name: "far", lastRunAt: 2n ** 53n } })).rejects.toThrow(
    "an integer beyond 2^53 cannot be stored",
  );
  expect(await prisma.job.count()).toBe(0);
});

test("a second record under the same key is refused in Prisma's words, without its values", async () => {
  const { prisma } = opened();
  const worker = { name: "Léa", role: "worker", structure: "s", createdAt: at, updatedAt: at };
  const lea = { ...worker, id: "1", email: "lea@example.org", emailVerified: 1 };
  await prisma.worker.create({ data: lea });
  const again = await prisma.worker.create({ data: { ...lea, id: "2" } }).catch((error) => error);
  expect(again).toMatchObject({ code: "P2002" });
  expect(again.message).toContain("email");
  expect(again.message).not.toContain("lea@example.org");
});

test("a transaction is refused, and writes nothing", async () => {
  const { prisma, database } = opened();
  await quarters(prisma, 1);
  const refusal = "write through the store's whole operations";
  await expect(
    prisma.$transaction([prisma.cell.deleteMany(), prisma.job.create({ data: { name: "a" } })]),
  ).rejects.toThrow(refusal);
  await expect(
    prisma.$transaction(async (inside) => {
      await inside.cell.deleteMany();
    }),
  ).rejects.toThrow(refusal);
  expect([await prisma.cell.count(), await prisma.job.count()]).toEqual([1, 0]);
  expect(database.connection.isTransaction).toBe(false);
});

test("beside the store's batches, and a transaction refused among them, nobody loses a write", async () => {
  const { prisma, database } = opened();
  const cell = sql("INSERT INTO Cell (resource, startsAt, appointmentId) VALUES ('room', 0, 'x')");
  const job = (name: string) => sql("INSERT INTO Job (name) VALUES (?)", name);
  const rounds = Array.from({ length: 40 }, (_, round) => round);
  const written = await Promise.allSettled(
    rounds.flatMap((round) => [
      prisma.job.create({ data: { name: `prisma ${round}` } }),
      database.batch([job(`store ${round}`)]),
      // all but the first of these break on the cell, and take their job with them
      database.batch([job(`refused ${round}`), cell]),
      prisma.$transaction([prisma.job.deleteMany(), prisma.cell.deleteMany()]),
    ]),
  );
  expect(written.filter(({ status }) => status === "rejected")).toHaveLength(40);
  const names = (await prisma.job.findMany()).map(({ name }) => name).sort();
  expect(names).toEqual(
    [...rounds.flatMap((round) => [`prisma ${round}`, `store ${round}`]), "refused 0"].sort(),
  );
});

test("leaving Prisma does not close the database", async () => {
  const { prisma, database } = opened();
  await prisma.job.count();
  await prisma.$disconnect();
  expect(await database.get("SELECT 1 AS open")).toMatchObject({ open: 1 });
});

function opened() {
  const database = new NodeSqlite(":memory:");
  onTestFinished(() => database.close());
  migrate(database.connection, files, tuesday);
  return { database, prisma: openPrisma(database) };
}

/** Consecutive quarters of an hour of one worker, the first on Tuesday at 14:30 in Paris. */
function quarters(prisma: ReturnType<typeof openPrisma>, count: number) {
  const data = Array.from({ length: count }, (_, index) => ({
    resource: "worker:lea",
    startsAt: at + BigInt(index * 900_000),
    appointmentId: "a",
  }));
  return prisma.cell.createMany({ data });
}
