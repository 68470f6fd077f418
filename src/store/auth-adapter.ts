import { type CleanedWhere, type CustomAdapter, createAdapterFactory } from "better-auth/adapters";
import {
  type Database,
  mustBeWritten,
  type Row,
  type Statement,
  sql,
  type Value,
} from "./database.ts";

/** Every table and column the sign-in library may name: nothing else ever reaches a statement. */
const tables: Readonly<Record<string, readonly string[]>> = {
  Worker: [
    ...["id", "name", "email", "emailVerified", "image", "role", "structure", "disabledAt"],
    ...["createdAt", "updatedAt", "twoFactorEnabled"],
  ],
  TwoFactor: [
    ...["id", "secret", "backupCodes", "userId", "verified", "failedVerificationCount"],
    "lockedUntil",
  ],
  Session: [
    ...["id", "token", "userId", "expiresAt", "ipAddress", "userAgent", "createdAt", "updatedAt"],
  ],
  Account: [
    ...["id", "accountId", "providerId", "userId", "password", "accessToken", "refreshToken"],
    ...["idToken", "accessTokenExpiresAt", "refreshTokenExpiresAt", "scope", "createdAt"],
    "updatedAt",
  ],
  Verification: ["id", "identifier", "value", "expiresAt", "createdAt", "updatedAt"],
  RateLimit: ["id", "key", "count", "lastRequest"],
};

/**
 * The sign-in library over the store's door: one parameterised statement at a time, no transaction.
 * Instants are integer milliseconds and yes/no are 0 and 1, as everywhere in the store.
 */
export function authAdapter(database: Database) {
  return createAdapterFactory({
    config: {
      adapterId: "trousseau",
      supportsNumericIds: false,
      supportsBooleans: false,
      transaction: false,
      customTransformInput: ({ data }) => (data instanceof Date ? data.getTime() : data),
      customTransformOutput: ({ data, fieldAttributes }) =>
        fieldAttributes.type === "date" && typeof data === "number" ? new Date(data) : data,
    },
    adapter: () => statementsOver(database),
  });
}

function statementsOver(database: Database): CustomAdapter {
  const write = async (statement: Statement) => {
    const [result] = mustBeWritten(await database.run(statement));
    return result ?? { changes: 0, rows: [] };
  };
  // the library names the shape of a row where it asks for one; these are the rows of that table
  const first = <T>(rows: readonly Row[]) => (rows[0] ?? null) as T | null;
  return {
    async create({ model, data }) {
      const { rows } = await write(insertion(model, data));
      return (rows[0] ?? data) as typeof data;
    },
    findOne: async <T>({ model, where }: Asked) =>
      first<T>(await rowsOf(database, selection(model, where, { limit: 1 }))),
    findMany: async <T>({ model, where, limit, offset, sortBy }: Asked & Page) =>
      (await rowsOf(database, selection(model, where, { limit, offset, sortBy }))) as T[],
    async count({ model, where }) {
      const { text, values } = conditions(model, where);
      const row = await database.get(
        `SELECT COUNT(*) AS count FROM ${tableOf(model)} WHERE ${text}`,
        values,
      );
      return Number(row?.["count"] ?? 0);
    },
    update: async <T>({ model, where, update }: Asked & { update: T }) =>
      first<T>(
        (
          await write(
            change(model, where, Object.fromEntries(Object.entries(update ?? {})), {}, "one"),
          )
        ).rows,
      ),
    updateMany: async ({ model, where, update }) =>
      (await write(change(model, where, update, {}, "all"))).changes,
    incrementOne: async <T>({ model, where, increment, set }: Asked & Increment) =>
      first<T>((await write(change(model, where, set ?? {}, increment, "one"))).rows),
    async delete({ model, where }) {
      await write(deletion(model, where, "one"));
    },
    deleteMany: async ({ model, where }) => (await write(deletion(model, where, "all"))).changes,
    consumeOne: async <T>({ model, where }: Asked) =>
      first<T>((await write(deletion(model, where, "one"))).rows),
  };
}

interface Asked {
  readonly model: string;
  readonly where?: CleanedWhere[] | undefined;
}
interface Page {
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  readonly sortBy?: { readonly field: string; readonly direction: "asc" | "desc" } | undefined;
}
interface Increment {
  readonly increment: Record<string, number>;
  readonly set?: Record<string, unknown> | undefined;
}

function rowsOf(database: Database, { sql: text, values }: Statement): Promise<readonly Row[]> {
  return database.all(text, values);
}

function insertion(model: string, row: Record<string, unknown>): Statement {
  const columns = Object.keys(row).map((name) => columnOf(model, name));
  const places = columns.map(() => "?").join(", ");
  return sql(
    `INSERT INTO ${tableOf(model)} (${columns.join(", ")}) VALUES (${places}) RETURNING *`,
    ...Object.values(row).map(bindable),
  );
}

function selection(model: string, where: CleanedWhere[] | undefined, page: Page): Statement {
  const { text, values } = conditions(model, where);
  const order = page.sortBy
    ? ` ORDER BY ${columnOf(model, page.sortBy.field)} ${page.sortBy.direction === "desc" ? "DESC" : "ASC"}`
    : "";
  return sql(
    `SELECT * FROM ${tableOf(model)} WHERE ${text}${order} LIMIT ? OFFSET ?`,
    ...values,
    page.limit ?? 100,
    page.offset ?? 0,
  );
}

function change(
  model: string,
  where: CleanedWhere[] | undefined,
  set: Record<string, unknown>,
  increment: Record<string, number>,
  reach: Reach,
): Statement {
  const raised = Object.entries(increment);
  const assigned = [
    ...Object.keys(set).map((name) => `${columnOf(model, name)} = ?`),
    ...raised.map(
      ([name]) => `${columnOf(model, name)} = COALESCE(${columnOf(model, name)}, 0) + ?`,
    ),
  ];
  const { text, values } = reached(model, where, reach);
  return sql(
    `UPDATE ${tableOf(model)} SET ${assigned.join(", ")} WHERE ${text} RETURNING *`,
    ...Object.values(set).map(bindable),
    ...raised.map(([, by]) => by),
    ...values,
  );
}

function deletion(model: string, where: CleanedWhere[] | undefined, reach: Reach): Statement {
  const { text, values } = reached(model, where, reach);
  return sql(`DELETE FROM ${tableOf(model)} WHERE ${text} RETURNING *`, ...values);
}

type Reach = "one" | "all";

/** With `one`, at most one row is touched, and the condition still holds at the moment it is. */
function reached(model: string, where: CleanedWhere[] | undefined, reach: Reach) {
  const { text, values } = conditions(model, where);
  if (reach === "all") return { text, values };
  return {
    text: `id = (SELECT id FROM ${tableOf(model)} WHERE ${text} LIMIT 1)`,
    values,
  };
}

function conditions(model: string, where: CleanedWhere[] = []): { text: string; values: Value[] } {
  const all = where
    .filter(({ connector }) => connector === "AND")
    .map((one) => condition(model, one));
  const any = where
    .filter(({ connector }) => connector === "OR")
    .map((one) => condition(model, one));
  const groups = [
    ...all.map(({ text }) => text),
    ...(any.length > 0 ? [`(${any.map(({ text }) => text).join(" OR ")})`] : []),
  ];
  return {
    text: groups.length > 0 ? groups.join(" AND ") : "TRUE",
    values: [...all, ...any].flatMap(({ values }) => values),
  };
}

const comparisons: Readonly<Record<string, string>> = {
  eq: "=",
  ne: "<>",
  lt: "<",
  lte: "<=",
  gt: ">",
  gte: ">=",
};

function condition(model: string, { field, operator, value, mode }: CleanedWhere) {
  const column = columnOf(model, field);
  const folded =
    mode === "insensitive" && typeof value === "string" ? `${column} COLLATE NOCASE` : column;
  if (value === null) {
    return { text: operator === "ne" ? `${column} IS NOT NULL` : `${column} IS NULL`, values: [] };
  }
  if (operator === "in" || operator === "not_in") {
    const not = operator === "not_in" ? "NOT " : "";
    return {
      text: `${folded} ${not}IN (SELECT value FROM json_each(?))`,
      values: [JSON.stringify(value)],
    };
  }
  const comparison = comparisons[operator ?? "eq"];
  if (!comparison) throw new Error(`the sign-in tables are not searched with ${operator}`);
  return { text: `${folded} ${comparison} ?`, values: [bindable(value)] };
}

function bindable(value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Date) return value.getTime();
  if (typeof value === "string" || typeof value === "number") return value;
  throw new Error(`a ${typeof value} cannot be stored`);
}

function tableOf(model: string): string {
  if (!(model in tables)) throw new Error(`no such table of sign-in: ${model}`);
  return model;
}

function columnOf(model: string, name: string): string {
  if (!tables[model]?.includes(name)) throw new Error(`no such column of ${model}: ${name}`);
  return `"${name}"`;
}
