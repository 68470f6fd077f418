import type { Counts } from "./workers-counts.ts";
import type { Engine } from "./workers-engine.ts";
import type { Act } from "./workers-measured.ts";

/** So many pages look at once, for so many seconds: enough to see the processor work. */
export const streams = 20;
const seconds = 6;

/** Streams that stay open: what their looks ask, not their opening. */
export async function measureLooks(
  engine: Engine,
  name: string,
  pages: readonly { readonly path: string; readonly cookie: string }[],
): Promise<Act> {
  // streams of an act before this one may still be looking: what they take is taken off
  const idle = await processorDuring(engine);
  await engine.reset();
  await Promise.all(
    pages.map(async ({ path, cookie }) => {
      const response = await engine.fetch(path, { headers: { cookie } });
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    }),
  );
  // what was there when they were opened has been told by now
  await pause(3_000);
  const before = await engine.counts();
  const busy = await processorDuring(engine);
  const after = await engine.counts();
  const looks = pages.length * seconds;
  const one = (count: keyof Counts) => Number(((after[count] - before[count]) / looks).toFixed(2));
  return {
    ...{ name, times: looks, invocations: 0, errands: 0 },
    roundTrips: one("roundTrips"),
    statements: one("statements"),
    rowsRead: one("rowsRead"),
    rowsWritten: one("rowsWritten"),
    cpuMilliseconds:
      idle === null || busy === null ? null : Number(((busy - idle) / looks).toFixed(1)),
  };
}

async function processorDuring(engine: Engine): Promise<number | null> {
  const before = engine.cpu();
  await pause(seconds * 1_000);
  const after = engine.cpu();
  return before === null || after === null ? null : after - before;
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** What a browser would send back. */
export function cookieOf(given: readonly string[]): string {
  return given.map((one) => one.split(";")[0]).join("; ");
}
