import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { needsReview, nextMigration, reviewed } from "../../scripts/schema-engine.ts";
import { migrationFiles } from "../../src/store/migration-files.ts";

const schema = readFileSync(new URL("../../prisma/schema.prisma", import.meta.url), "utf8");
const migrations = await migrationFiles(
  fileURLToPath(new URL("../../prisma/migrations", import.meta.url)),
);

test("the migrations make the tables that the schema describes", async () => {
  expect(await nextMigration(migrations, schema)).toBeNull();
});

test("a table added to the schema asks for a migration", async () => {
  const sql = await nextMigration(migrations, `${schema}\nmodel Kettle {\n  id String @id\n}\n`);
  expect(sql).toContain('CREATE TABLE "Kettle" (\n    "id" TEXT NOT NULL PRIMARY KEY\n);');
});

test("an index made by a migration alone asks for a migration that drops it", async () => {
  const extra = { name: "9999_extra.sql", sql: 'CREATE INDEX "odd" ON "Structure"("loadedAt");' };
  expect(await nextMigration([...migrations, extra], schema)).toContain('DROP INDEX "odd"');
});

test("every statement of a migration is played, not the first one alone", async () => {
  const sql =
    "CREATE TABLE First (id TEXT PRIMARY KEY);\nCREATE TABLE Second (id TEXT PRIMARY KEY);";
  const next = await nextMigration([...migrations, { name: "9999_two.sql", sql }], schema);
  expect(next).toContain('DROP TABLE "First"');
  expect(next).toContain('DROP TABLE "Second"');
});

test.each([
  ["a dropped table", "DROP TABLE Person;", true],
  ["whatever its letters", "  drop  table Person;", true],
  ["a redefinition that Prisma wrote", 'PRAGMA foreign_keys=OFF;\nDROP TABLE "Person";', true],
  ["one that somebody reviewed", `${reviewed}\nDROP TABLE "Person";`, false],
  ["a new column", 'ALTER TABLE "Person" ADD COLUMN "town" TEXT;', false],
  ["a comment about it", "-- no DROP TABLE here\nSELECT 1;", false],
])("a migration with %s: asks for a review, %s, %s", (_, sql, asks) => {
  expect(needsReview(sql)).toBe(asks);
});

test("no migration drops a table that nobody reviewed, nor ends the transaction it is played in", () => {
  const refused = migrations.filter(
    ({ sql }) => needsReview(sql) || /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT)\b/im.test(sql),
  );
  expect(refused.map(({ name }) => name)).toEqual([]);
});

test("migrations are numbered without a gap", () => {
  const numbers = migrations.map(({ name }) => /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
  expect(numbers).toEqual(migrations.map((_, index) => String(index + 1).padStart(4, "0")));
});
