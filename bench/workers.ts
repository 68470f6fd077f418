import { measureActs } from "./workers-acts.ts";
import { bill, months } from "./workers-costs.ts";
import { openEngine } from "./workers-engine.ts";
import { loads, playForum } from "./workers-load.ts";
import type { Act } from "./workers-measured.ts";

/**
 * The Worker in Cloudflare's engine on this machine: what each act asks of the platform, what a month
 * of them costs, and what gives way first. With `json`, one object a line.
 */
export async function benchWorkers({ json }: { readonly json: boolean }): Promise<void> {
  const engine = await openEngine();
  try {
    await engine.tick();
    await engine.quiet();
    const { bundleKibibytes, startMilliseconds } = engine;
    const acts = await measureActs(engine);
    const bytesPerMessage = await storageOf(engine);
    const bills = months.map((month) => bill(acts, month, bytesPerMessage));
    const forum = await playForum(engine, 60);
    const start = { bundleKibibytes, startMilliseconds, bytesPerMessage };
    if (json) for (const line of [start, ...acts, ...bills, ...loads(acts), forum]) print(line);
    else {
      console.log(start);
      console.table(acts.map(({ name, ...figures }: Act) => ({ name, ...figures })));
      console.log("A month, in US dollars before taxes:");
      console.table(bills.map(readable));
      console.log("One database and one queue for the country:");
      console.table(loads(acts));
      console.log("A forum on this machine, ten times as fast as in life:");
      console.table([forum]);
    }
  } finally {
    await engine.close();
  }
}

function print(line: object): void {
  console.log(JSON.stringify(line));
}

/** Bytes of the database for each message stored with its answer. */
async function storageOf(engine: Awaited<ReturnType<typeof openEngine>>): Promise<number> {
  const [row] = await engine.sql("SELECT COUNT(*) AS messages FROM Inbound");
  // the pages that a new database has before anybody writes
  const empty = 364_544;
  const { databaseBytes } = await engine.counts();
  return Math.round((databaseBytes - empty) / Number(row?.["messages"]));
}

function readable({ messages, desks, total, perMessage, ...used }: ReturnType<typeof bill>) {
  const millions = (figure: number) => `${(figure / 1e6).toPrecision(3)} M`;
  return {
    ...{ messages, desks },
    requests: millions(used.requests),
    "CPU ms": millions(used.cpuMilliseconds),
    "rows read": millions(used.rowsRead),
    "rows written": millions(used.rowsWritten),
    "queue operations": millions(used.queueOperations),
    "GB after a year": Number(used.gigabytes.toPrecision(2)),
    "$ a month": Number(total.toFixed(2)),
    "$ a message": Number(perMessage.toPrecision(2)),
  };
}
