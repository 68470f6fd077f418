import type { Counts } from "./workers-counts.ts";
import type { Engine } from "./workers-engine.ts";

/** What one turn, page, look or minute takes. */
export interface Act {
  readonly name: string;
  /** So many were done; the rest is for one of them. */
  readonly times: number;
  readonly invocations: number;
  readonly roundTrips: number;
  readonly statements: number;
  readonly rowsRead: number;
  readonly rowsWritten: number;
  readonly errands: number;
  /** All that the engine's process took, its simulated database and queue included: at most this. */
  readonly cpuMilliseconds: number | null;
}

/** Counts what `work` asks, for one of `times`. */
export async function measured(
  engine: Engine,
  name: string,
  times: number,
  work: () => Promise<unknown>,
): Promise<Act> {
  await engine.quiet();
  await engine.reset();
  const before = engine.cpu();
  await work();
  const after = engine.cpu();
  await engine.quiet();
  const counts = await engine.counts();
  const one = (count: keyof Counts) => Number((counts[count] / times).toFixed(2));
  return {
    ...{ name, times },
    invocations: one("invocations"),
    roundTrips: one("roundTrips"),
    statements: one("statements"),
    rowsRead: one("rowsRead"),
    rowsWritten: one("rowsWritten"),
    errands: one("errandsSent"),
    cpuMilliseconds:
      before === null || after === null ? null : Number(((after - before) / times).toFixed(1)),
  };
}

/** The work, again and again, one after the other. */
export async function repeat(times: number, work: () => Promise<void>): Promise<void> {
  for (let done = 0; done < times; done++) await work();
}
