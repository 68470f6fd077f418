// How soon a page shows what another invocation stored, on Workers: in the real engine, on D1, in a
// real browser. From the instant in the stored row to the moment the page has drawn it.
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { openLivePages, type Shown } from "../test/end-to-end/live-pages.ts";

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "40" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(
    "node bench/worker-live.ts [--messages 40] [--json]\nMilliseconds from a stored message to the page that shows it, on Workers. Needs a browser.",
  );
  process.exit(0);
}
const rounds = Number(values.messages);
const pages = await openLivePages();
const all: Shown[] = [];
try {
  const measure = async (write: (round: number) => Promise<readonly Shown[]>) => {
    for (let round = 1; round <= rounds; round++) {
      // people do not write right after a look: the moments are spread over the second between two
      await pause((round * 377) % 1_000);
      all.push(...(await write(round)));
    }
  };
  await measure(pages.askBot);
  await pages.takeBoth();
  await measure(pages.writeBoth);
} finally {
  await pages.close();
}
const table = [...new Set(all.map(({ where }) => where))].map((where) => {
  const sorted = all.flatMap((one) => (one.where === where ? [one.after] : []));
  sorted.sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  return { where, messages: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
});
if (values.json) for (const line of table) console.log(JSON.stringify(line));
else console.table(table);
