// The Worker as it is deployed, between counters: what each invocation asks of the database and the queue.
import type {
  D1Database,
  D1PreparedStatement,
  D1Result,
  ExecutionContext,
  MessageBatch,
  Queue,
} from "@cloudflare/workers-types";
import worker from "../src/main-worker.ts";
import type { WorkerEnvironment } from "../src/worker/environment.ts";
import type { Errand } from "../src/worker/errand.ts";
import { type Counts, nothingCounted } from "./workers-counts.ts";

// the machine's clock, or ahead of it: a reminder is measured at the hour at which it is due
const machineNow = Date.now.bind(Date);
let ahead = 0;
Date.now = () => machineNow() + ahead;

type Tally = Record<keyof Counts, number>;

// an invocation counts where it began: a stream that goes on is not counted with what comes after it
let counts: Tally = { ...nothingCounted };
const real = new WeakMap<
  object,
  { readonly statement: D1PreparedStatement; readonly sql: string }
>();
const bySql = new Map<string, { times: number; rowsRead: number; rowsWritten: number }>();

function noted<Row>(
  counts: Tally,
  results: readonly D1Result<Row>[],
  sqls: readonly string[],
): void {
  counts.roundTrips += 1;
  counts.statements += results.length;
  for (const [place, { meta }] of results.entries()) {
    const sql = (sqls[place] ?? "").replace(/\s+/g, " ").slice(0, 60);
    const sum = bySql.get(sql) ?? { times: 0, rowsRead: 0, rowsWritten: 0 };
    sum.times += 1;
    sum.rowsRead += meta.rows_read ?? 0;
    sum.rowsWritten += meta.rows_written ?? 0;
    bySql.set(sql, sum);
    counts.rowsRead += meta.rows_read ?? 0;
    counts.rowsWritten += meta.rows_written ?? 0;
    counts.databaseBytes = meta.size_after ?? counts.databaseBytes;
  }
}

function countedStatement(counts: Tally, statement: D1PreparedStatement, sql: string): object {
  const counted = {
    bind: (...values: unknown[]) => countedStatement(counts, statement.bind(...values), sql),
    async all() {
      const result = await statement.all();
      noted(counts, [result], [sql]);
      return result;
    },
  };
  real.set(counted, { statement, sql });
  return counted;
}

function countedDatabase(counts: Tally, database: D1Database): object {
  return {
    prepare: (sql: string) => countedStatement(counts, database.prepare(sql), sql),
    async batch(statements: readonly object[]) {
      const asked = statements.flatMap((one) => real.get(one) ?? []);
      const results = await database.batch(asked.map(({ statement }) => statement));
      noted(
        counts,
        results,
        asked.map(({ sql }) => sql),
      );
      return results;
    },
  };
}

function countedQueue(queue: Queue<Errand>): object {
  return {
    async send(errand: Errand, options?: { delaySeconds?: number }) {
      counts.errandsSent += 1;
      await queue.send(errand, options);
    },
    async sendBatch(errands: { body: Errand }[]) {
      counts.errandsSent += errands.length;
      await queue.sendBatch(errands);
    },
  };
}

/** The bindings are counted through; the types of what stands between are those of the platform. */
function counted(environment: WorkerEnvironment): WorkerEnvironment {
  return {
    ...environment,
    DB: countedDatabase(counts, environment.DB) as D1Database,
    ERRANDS: countedQueue(environment.ERRANDS) as Queue<Errand>,
  };
}

export default {
  async fetch(request: Request, environment: WorkerEnvironment, context: ExecutionContext) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/bench/clock") {
      ahead = Number(searchParams.get("ahead"));
      return new Response("set");
    }
    if (pathname === "/bench/counts") {
      const answer = Response.json(searchParams.has("statements") ? [...bySql] : counts);
      if (request.method === "DELETE") {
        counts = { ...nothingCounted };
        bySql.clear();
      }
      return answer;
    }
    counts.invocations += 1;
    if (pathname !== "/bench/tick") return worker.fetch(request, counted(environment), context);
    const event = { cron: "* * * * *", scheduledTime: 0, noRetry: () => undefined };
    await worker.scheduled(event as never, counted(environment), context);
    return new Response("rung");
  },

  async queue(
    batch: MessageBatch<Errand>,
    environment: WorkerEnvironment,
    context: ExecutionContext,
  ) {
    counts.invocations += 1;
    await worker.queue(batch, counted(environment), context);
    counts.errandsDone += batch.messages.length;
  },
};
