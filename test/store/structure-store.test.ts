import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Instant } from "../../src/base/time.ts";
import type { Statement } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrate.ts";
import { migrationFiles } from "../../src/store/migration-files.ts";
import { NodeSqlite } from "../../src/store/node-sqlite.ts";
import { structureStore } from "../../src/store/structure-store.ts";
import { morning } from "./hand-made.ts";

test("a hundred structures are written down whole, in values that D1 takes, and again without a change", async () => {
  const database = new NodeSqlite(":memory:");
  const folder = fileURLToPath(new URL("../../prisma/migrations/", import.meta.url));
  migrate(database.connection, await migrationFiles(folder), morning);
  const longest: number[] = [];
  const batch = database.batch.bind(database);
  database.batch = (statements: readonly Statement[]) => {
    longest.push(...statements.map(({ values }) => String(values[1]).length));
    return batch(statements);
  };
  const structures = Array.from({ length: 100 }, (_, place) => ({
    slug: `structure-${place}`,
    words: `« ${"é".repeat(50_000)} »`,
  }));
  await structureStore(database).load(structures, morning);
  expect(Math.max(...longest)).toBeLessThan(900_000);
  expect(longest.length).toBeLessThan(20);
  const rows = await database.all("SELECT slug, document FROM Structure ORDER BY slug");
  expect(rows).toHaveLength(100);
  expect(rows[7]?.["document"]).toBe(
    JSON.stringify(structures.find(({ slug }) => slug === rows[7]?.["slug"])),
  );
  await structureStore(database).load(structures, (morning + 1) as Instant);
  expect(await database.all("SELECT DISTINCT loadedAt FROM Structure")).toEqual([
    { loadedAt: morning },
  ]);
  await structureStore(database).load([], morning);
  await database.close();
});
