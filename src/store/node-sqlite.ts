import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Database, Result, Row, Statement, Value, Written } from "./database.ts";

interface Waiting {
  readonly statements: readonly Statement[];
  readonly resolve: (written: Written) => void;
  readonly reject: (error: unknown) => void;
}

interface Prepared {
  readonly statement: StatementSync;
  readonly returnsRows: boolean;
}

/** SQLite's primary result codes; the extended codes carry them in the low byte. */
const busyCode = 5;
const constraintCode = 19;

/** Statements kept prepared. The house has fewer; lists of varying length would pile up for ever. */
const preparedAtMost = 500;

/**
 * The database in a file, on one connection that nobody else holds. What arrives within one tick of
 * the event loop is written together: one COMMIT, one fsync, and every answer leaves after it.
 */
export class NodeSqlite implements Database {
  readonly connection: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();
  #waiting: Waiting[] = [];
  #flush: NodeJS.Immediate | undefined;

  /** `path` may be ":memory:". */
  constructor(path: string) {
    this.connection = new DatabaseSync(path);
    this.connection.exec("PRAGMA busy_timeout=5000");
    useWriteAheadLog(this.connection);
    this.connection.exec(
      "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;" +
        "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;",
    );
  }

  async get(sql: string, values: readonly Value[] = []): Promise<Row | null> {
    return (this.#prepare(sql).statement.get(...values) as Row | undefined) ?? null;
  }

  async all(sql: string, values: readonly Value[] = []): Promise<readonly Row[]> {
    return this.#prepare(sql).statement.all(...values) as Row[];
  }

  run(statement: Statement): Promise<Written> {
    return this.batch([statement]);
  }

  batch(statements: readonly Statement[]): Promise<Written> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statements, resolve, reject });
      this.#flush ??= setImmediate(() => this.#write());
    });
  }

  async close(): Promise<void> {
    if (this.#flush) {
      clearImmediate(this.#flush);
      this.#write();
    }
    this.#prepared.clear();
    this.connection.close();
  }

  #write(): void {
    const batches = this.#waiting;
    this.#waiting = [];
    this.#flush = undefined;
    const settled: (() => void)[] = [];
    try {
      this.#prepare("BEGIN IMMEDIATE").statement.run();
      for (const batch of batches) settled.push(this.#attempt(batch));
      this.#prepare("COMMIT").statement.run();
    } catch (error) {
      // the disk is full, the file is held by another process, or we closed: nothing was written
      if (this.connection.isOpen && this.connection.isTransaction) {
        this.connection.exec("ROLLBACK");
      }
      for (const batch of batches) batch.reject(error);
      return;
    }
    for (const settle of settled) settle();
  }

  #attempt({ statements, resolve, reject }: Waiting): () => void {
    this.#prepare("SAVEPOINT batch").statement.run();
    try {
      const results = statements.map((statement) => this.#execute(statement));
      this.#prepare("RELEASE batch").statement.run();
      return () => resolve({ outcome: "written", results });
    } catch (error) {
      if (!this.connection.isTransaction) throw error; // SQLite gave up the whole transaction
      this.connection.exec("ROLLBACK TO batch; RELEASE batch");
      const constraint = constraintOf(error);
      if (constraint === null) return () => reject(error);
      return () => resolve({ outcome: "refused", constraint });
    }
  }

  #execute({ sql, values }: Statement): Result {
    const { statement, returnsRows } = this.#prepare(sql);
    if (returnsRows) {
      const rows = statement.all(...values) as Row[];
      return { changes: rows.length, rows };
    }
    return { changes: Number(statement.run(...values).changes), rows: [] };
  }

  #prepare(sql: string): Prepared {
    let prepared = this.#prepared.get(sql);
    if (!prepared) {
      const statement = this.connection.prepare(sql);
      prepared = { statement, returnsRows: statement.columns().length > 0 };
      const [oldest] = this.#prepared.keys();
      if (oldest !== undefined && this.#prepared.size >= preparedAtMost) {
        this.#prepared.delete(oldest);
      }
      this.#prepared.set(sql, prepared);
    }
    return prepared;
  }
}

/**
 * The switch to WAL is the one lock SQLite does not wait for, and two processes may open a new file
 * at once. Beginning to write does wait, so that the next attempt finds the other one done.
 */
function useWriteAheadLog(connection: DatabaseSync): void {
  for (let attemptsLeft = 100; ; attemptsLeft--) {
    try {
      connection.exec("PRAGMA journal_mode=WAL");
      return;
    } catch (error) {
      if (attemptsLeft === 0 || codeOf(error) !== busyCode) throw error;
      connection.exec("BEGIN IMMEDIATE; ROLLBACK");
    }
  }
}

function constraintOf(error: unknown): string | null {
  return error instanceof Error && codeOf(error) === constraintCode ? error.message : null;
}

function codeOf(error: unknown): number | null {
  return error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : null;
}
