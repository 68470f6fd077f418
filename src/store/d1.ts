import type { D1Database, D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { Database, Result, Row, Statement, Value, Written } from "./database.ts";

/** The most values D1 takes in one statement. */
export const d1MaxValues = 100;

/**
 * The database of Cloudflare. A batch is one message and one transaction there: all or nothing. What
 * the network or the engine could not do is thrown, and whoever asked is asked again (queue, sweeper).
 */
export function d1Database(binding: D1Database): Database {
  const prepare = ({ sql, values }: Statement): D1PreparedStatement =>
    values.length === 0 ? binding.prepare(sql) : binding.prepare(sql).bind(...values);
  const batch = async (statements: readonly Statement[]): Promise<Written> => {
    if (statements.length === 0) return { outcome: "written", results: [] };
    try {
      const results = await binding.batch<Row>(statements.map(prepare));
      return { outcome: "written", results: results.map(resultOf) };
    } catch (error) {
      const constraint = constraintOf(error);
      if (constraint === null) throw error;
      return { outcome: "refused", constraint };
    }
  };
  const all = async (sql: string, values: readonly Value[] = []): Promise<readonly Row[]> =>
    (await prepare({ sql, values }).all<Row>()).results;
  return {
    all,
    get: async (sql, values) => (await all(sql, values))[0] ?? null,
    run: (statement) => batch([statement]),
    batch,
    // the binding is the platform's: there is nothing of ours to close
    close: async () => {},
  };
}

/** As on Node: a statement that returns rows changed as many as it returns. */
function resultOf({ results, meta }: D1Result<Row>): Result {
  return { changes: results.length > 0 ? results.length : meta.changes, rows: results };
}

/** "D1_ERROR: UNIQUE constraint failed: Worker.email: SQLITE_CONSTRAINT (…)" → the database's own sentence. */
function constraintOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const found = /(\w[\w ]* constraint failed(?:: [^:]+)?): SQLITE_CONSTRAINT/.exec(error.message);
  return found?.[1] ?? null;
}
