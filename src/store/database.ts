/** The one door to a database: node:sqlite on Node, D1 on Workers, `:memory:` in tests. */
export type Value = string | number | null | Uint8Array;

export interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
}

export type Row = Readonly<Record<string, unknown>>;

/** What one statement did: rows changed, and the rows it returned (RETURNING, SELECT). */
export interface Result {
  readonly changes: number;
  readonly rows: readonly Row[];
}

/**
 * What became of a batch. `refused`: a constraint of the database said no, and nothing at all was
 * written; `constraint` is the database's own sentence (table and columns, never values).
 */
export type Written =
  | { readonly outcome: "written"; readonly results: readonly Result[] }
  | { readonly outcome: "refused"; readonly constraint: string };

export interface Database {
  /** The first row, or null. */
  get(sql: string, values?: readonly Value[]): Promise<Row | null>;
  all(sql: string, values?: readonly Value[]): Promise<readonly Row[]>;
  /** One statement that writes. */
  run(statement: Statement): Promise<Written>;
  /** All or nothing, in order. Resolves once it is on disk. */
  batch(statements: readonly Statement[]): Promise<Written>;
  close(): Promise<void>;
}

/** A statement and its values. */
export function sql(text: string, ...values: Value[]): Statement {
  return { sql: text, values };
}

/** What was written, where a refusal would be a bug. */
export function mustBeWritten(written: Written): readonly Result[] {
  if (written.outcome === "refused") throw new Error(`the database refused: ${written.constraint}`);
  return written.results;
}
