// Compares prisma/migrations with prisma/schema.prisma and prints the SQL of the next migration.
// `--write NAME` also writes it to prisma/migrations/NNNN_NAME.sql. Exits 0 when there is nothing
// to do, 2 when the schema has moved on.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { migrationFiles } from "../src/store/migration-files.ts";
import { needsReview, nextMigration, reviewed } from "./schema-engine.ts";

const folder = fileURLToPath(new URL("../prisma/migrations/", import.meta.url));
const schema = new URL("../prisma/schema.prisma", import.meta.url);
const header =
  "-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:\n" +
  "-- one file serves both, so it opens no transaction of its own.\n\n";

const { values } = parseArgs({ options: { write: { type: "string" } } });
const migrations = await migrationFiles(folder);
const sql = await nextMigration(migrations, await readFile(schema, "utf8"));

if (sql === null) {
  console.error("The migrations and the schema say the same.");
} else {
  console.log(sql.trimEnd());
  if (values.write) {
    const last = Number(migrations.at(-1)?.name.slice(0, 4) ?? 0);
    const name = `${String(last + 1).padStart(4, "0")}_${values.write}.sql`;
    await writeFile(`${folder}${name}`, `${header}${sql.trimEnd()}\n`, { flag: "wx" });
    console.error(`Written: prisma/migrations/${name}`);
  }
  if (needsReview(sql)) {
    console.error(`It drops a table: check what goes with it, then add the line "${reviewed}".`);
  }
  process.exitCode = 2;
}
