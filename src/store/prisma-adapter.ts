import {
  type ArgType,
  type ColumnType,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import type { Database, Result, Row, Value } from "./database.ts";

const identity = { provider: "sqlite", adapterName: "trousseau" } as const;

/**
 * Lets Prisma speak through the store's door, one statement at a time. It refuses to open a
 * transaction: a BEGIN left open while a promise is awaited would swallow what others write meanwhile.
 * `maxValues` is how many values one statement may carry; Prisma splits longer lists of a reading.
 */
export function prismaAdapter(database: Database, maxValues: number): SqlDriverAdapterFactory {
  const adapter: SqlDriverAdapter = {
    ...identity,
    queryRaw: async (query) => {
      const rows = isReading(query.sql)
        ? await database.all(query.sql, valuesOf(query))
        : (await write(database, query)).rows;
      return tableOf(rows);
    },
    executeRaw: async (query) => (await write(database, query)).changes,
    startTransaction: refuse,
    executeScript: refuse,
    getConnectionInfo: () => ({ supportsRelationJoins: false, maxBindValues: maxValues }),
    // the database belongs to whoever opened it: leaving Prisma closes nothing
    dispose: async () => {},
  };
  return { ...identity, connect: async () => adapter };
}

function refuse(): Promise<never> {
  return Promise.reject(
    new Error("no transaction here: write through the store's whole operations"),
  );
}

function isReading(sql: string): boolean {
  return /^\s*(SELECT|WITH|PRAGMA|EXPLAIN)\b/i.test(sql);
}

/** Writes join the batches of the same tick, and Prisma learns of a broken constraint in its own words. */
async function write(database: Database, query: SqlQuery): Promise<Result> {
  const written = await database.run({ sql: query.sql, values: valuesOf(query) });
  if (written.outcome === "refused") throw refusal(written.constraint);
  const [result] = written.results;
  if (!result) throw new Error("one statement was written and no result came back");
  return result;
}

/** "UNIQUE constraint failed: Worker.email" as Prisma's P2002, and so on. */
function refusal(constraint: string): DriverAdapterError {
  const [kind = "", columns = ""] = constraint.split(" constraint failed: ");
  const fields = columns.split(", ").map((column) => column.slice(column.indexOf(".") + 1));
  if (kind === "UNIQUE") {
    return new DriverAdapterError({ kind: "UniqueConstraintViolation", constraint: { fields } });
  }
  if (kind === "NOT NULL") {
    return new DriverAdapterError({ kind: "NullConstraintViolation", constraint: { fields } });
  }
  if (kind.startsWith("FOREIGN KEY")) {
    return new DriverAdapterError({
      kind: "ForeignKeyConstraintViolation",
      constraint: { foreignKey: {} },
    });
  }
  return new DriverAdapterError({ kind: "sqlite", extendedCode: 19, message: constraint });
}

function valuesOf({ args, argTypes }: SqlQuery): readonly Value[] {
  return args.map((value, index) => bindable(value, argTypes[index]));
}

function bindable(value: unknown, type: ArgType | undefined): Value {
  if (value === null || typeof value === "number" || value instanceof Uint8Array) return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "bigint") return exact(value);
  if (value instanceof Date) return value.getTime();
  if (typeof value !== "string") throw new Error(`a ${typeof value} cannot be stored`);
  switch (type?.scalarType) {
    case "int":
    case "bigint":
      return exact(BigInt(value));
    case "float":
    case "decimal":
      return Number(value);
    case "datetime":
      return Date.parse(value);
    case "bytes":
      return Uint8Array.from(atob(value), (letter) => letter.charCodeAt(0));
    default:
      return value;
  }
}

/** Instants and counts fit in a number; what does not would be stored rounded, in silence. */
function exact(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number))
    throw new RangeError("an integer beyond 2^53 cannot be stored");
  return number;
}

function tableOf(rows: readonly Row[]) {
  const columnNames = Object.keys(rows[0] ?? {});
  return {
    columnNames,
    columnTypes: columnNames.map((name) => columnType(rows.map((row) => row[name]))),
    rows: rows.map((row) => columnNames.map((name) => row[name])),
  };
}

/** SQLite types values, not columns: a column is what all its values have in common. */
function columnType(values: readonly unknown[]): ColumnType {
  const known = values.filter((value) => value !== null);
  if (known.some((value) => typeof value === "string")) return ColumnTypeEnum.Text;
  if (known.some((value) => value instanceof Uint8Array)) return ColumnTypeEnum.Bytes;
  if (known.some((value) => !Number.isInteger(value))) return ColumnTypeEnum.Double;
  if (known.some((value) => Number(value) !== (Number(value) | 0))) return ColumnTypeEnum.Int64;
  return ColumnTypeEnum.Int32;
}
