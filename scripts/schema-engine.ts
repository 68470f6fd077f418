import { readFile } from "node:fs/promises";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

/** One migration: its file name and its SQL. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/**
 * The SQL that brings a database with these migrations to that schema; null when there is nothing
 * to do. Prisma's schema engine runs here as WebAssembly: nothing is downloaded.
 */
export async function nextMigration(
  migrations: readonly Migration[],
  schema: string,
): Promise<string | null> {
  await startEngine();
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(emptyDatabases),
  );
  const { exitCode, stdout } = await engine.diff({
    from: {
      tag: "migrations",
      baseDir: "prisma/migrations",
      lockfile: { path: "migration_lock.toml", content: 'provider = "sqlite"' },
      shadowDbInitScript: "",
      migrationDirectories: migrations.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
      })),
    },
    to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  engine.free();
  return exitCode === 0 ? null : (stdout ?? "");
}

/** The line that says somebody has checked what a dropped table takes with it. */
export const reviewed = "-- reviewed: table redefinition";

/**
 * Whether a migration drops a table without saying that it was reviewed. Prisma redefines a table by
 * copying, dropping and renaming it, and a drop inside a transaction takes the rows that refer to it.
 */
export function needsReview(sql: string): boolean {
  const lines = sql.split("\n").map((line) => line.trim());
  return lines.some((line) => /^[^-]*\bDROP\s+TABLE\b/i.test(line)) && !lines.includes(reviewed);
}

let started: Promise<void> | undefined;

function startEngine(): Promise<void> {
  started ??= (async () => {
    const file = new URL(
      "schema_engine_bg.wasm",
      import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
    );
    const { instance } = await WebAssembly.instantiate(await readFile(file), {
      "./schema_engine_bg.js": { ...bindings },
    });
    bindings.__wbg_set_wasm(instance.exports);
    const start = instance.exports["__wbindgen_start"];
    if (typeof start !== "function") throw new Error("the schema engine has no start function");
    start();
  })();
  return started;
}

/** The engine plays the migrations on an empty database and reads the result. */
const emptyDatabases: SqlMigrationAwareDriverAdapterFactory = {
  provider: "sqlite",
  adapterName: "schema-diff",
  connect: async () => emptyDatabase(),
  connectToShadowDb: async () => emptyDatabase(),
};

function emptyDatabase(): SqlDriverAdapter {
  const database = new DatabaseSync(":memory:");
  return {
    provider: "sqlite",
    adapterName: "schema-diff",
    queryRaw: async ({ sql, args }: SqlQuery) => {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      const columnNames = statement.columns().map((column) => column.name ?? "");
      const rows: unknown = statement.all(...args.map(bindable));
      if (!isTable(rows)) throw new Error("rows were asked as arrays");
      const columnTypes = columnNames.map((_, index) =>
        rows.some((row) => typeof row[index] === "number")
          ? ColumnTypeEnum.Int64
          : ColumnTypeEnum.Text,
      );
      return { columnNames, columnTypes, rows };
    },
    executeRaw: async ({ sql, args }: SqlQuery) => {
      // a whole migration arrives here without values; prepare() would run its first statement only
      if (args.length === 0) database.exec(sql);
      else database.prepare(sql).run(...args.map(bindable));
      return 0;
    },
    executeScript: async (script: string) => database.exec(script),
    startTransaction: () => Promise.reject(new Error("the schema engine opens no transaction")),
    dispose: async () => database.close(),
  };
}

function isTable(rows: unknown): rows is unknown[][] {
  return Array.isArray(rows) && rows.every((row) => Array.isArray(row));
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  throw new Error(`the schema engine bound a ${typeof value}`);
}
