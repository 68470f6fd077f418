import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { splits } from "../corpus/split-of.ts";
import { type Bench, drive, type Measured } from "./drive.ts";
import { floor } from "./floor.ts";
import { product } from "./product.ts";
import { benchUnderstanding } from "./understanding.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    users: { type: "string", default: "1000" },
    seconds: { type: "string", default: "5" },
    on: { type: "string", default: "node" },
    split: { type: "string", default: "held-back" },
    kills: { type: "string", default: "1000" },
    cases: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    times: { type: "string", default: "300" },
    http: { type: "boolean", default: false },
    rate: { type: "string", default: "0" },
    only: { type: "string" },
    rivals: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(
    'npm run bench -- [--users 1000] [--seconds 5] [--on node|workers] [--json]\nOn Node: durable turns a second, beside one SELECT and one upsert through the bare driver in the same run.\nOn Workers: what each act asks of Cloudflare, what a month costs, what gives way first (two minutes).\n\nnpm run bench -- understanding [--split held-back|tune|train] [--rivals] [--json]\nHow well messages are understood, on the corpus; with --rivals, beside two libraries that learn the same lines (minutes).\n\nnpm run bench -- booking [--times 300] [--json]\nOne tap on "confirm" over 50,000 appointments, beside one durable row through the bare driver.\n\nnpm run bench -- slots [--times 300] [--json]\nEvery free time of 100 sites over 60 days, 20 workers, 50,000 appointments stored.\n\nnpm run bench -- reminders [--times 30] [--json]\nA pass of reminders with 1,000, 100,000 and 1,000,000 stored: nothing due, and fifty due.\n\nnpm run bench -- bilan [--json]\nThe bilan of a year of 100,000 situations, beside the same rows read by the bare driver.\n\nnpm run bench -- fuzz [--cases 100000] [--seed 1] [--json]\nAnything at all sent to every address, webhook and form: never a fault, never a word of the inside.\n\nnpm run bench -- crash [--kills 1000] [--json]\nThe power is cut at every moment of a booking, a reminder, a takeover and a purge: what differs afterwards.\n\nnpm run bench -- peers [--users 1000] [--seconds 5] [--http [--rate 300] [--only product,grammy]] [--json]\nThe same ten messages through grammY conversations, telegraf and BuilderBot; once before: (cd bench/peers && npm ci --ignore-scripts).',
  );
  process.exit(0);
}
if (positionals[0] === "understanding") {
  const split = splits.find((name) => name === values.split);
  if (!split) {
    console.error(`--split is one of ${splits.join(", ")}`);
    process.exit(2);
  }
  benchUnderstanding(split, { json: values.json });
  // only when asked: its libraries are for measuring, and learn for minutes
  if (values.rivals) {
    const { benchRivals } = await import("./understanding-rivals.ts");
    await benchRivals(split, { json: values.json });
  }
  process.exit(0);
}
if (positionals[0] === "booking") {
  const { benchBooking } = await import("./booking.ts");
  await benchBooking(Number(values.times), { json: values.json });
  process.exit(0);
}
if (positionals[0] === "slots") {
  const { benchSlots } = await import("./slots.ts");
  await benchSlots(Number(values.times), { json: values.json });
  process.exit(0);
}
if (positionals[0] === "reminders") {
  const { benchReminders } = await import("./reminders.ts");
  await benchReminders(Math.min(30, Number(values.times)), { json: values.json });
  process.exit(0);
}
if (positionals[0] === "bilan") {
  const { benchBilan } = await import("./bilan.ts");
  await benchBilan({ json: values.json });
  process.exit(0);
}
if (positionals[0] === "crash") {
  const { benchCrash } = await import("./crash.ts");
  await benchCrash(Number(values.kills), { json: values.json });
  process.exit();
}
if (positionals[0] === "fuzz") {
  const { benchFuzz } = await import("./fuzz.ts");
  await benchFuzz(Number(values.cases), Number(values.seed), { json: values.json });
  process.exit();
}
if (positionals[0] === "peers") {
  const load = {
    ...{ users: Number(values.users), seconds: Number(values.seconds) },
    rate: Number(values.rate),
  };
  if (values.http) {
    const { benchPeersHttp } = await import("./peers-http.ts");
    await benchPeersHttp(load, { json: values.json, only: values.only });
  } else {
    const { benchPeers } = await import("./peers.ts");
    benchPeers(load.users, load.seconds, { json: values.json });
  }
  process.exit();
}
if (positionals.length > 0) {
  console.error(
    `no bench is called "${positionals[0]}": there is "understanding", "booking", "slots", "reminders", "bilan", "fuzz", "crash", "peers", or none`,
  );
  process.exit(2);
}
if (values.on === "workers") {
  // only now: Cloudflare's engine is a development dependency
  const { benchWorkers } = await import("./workers.ts");
  await benchWorkers({ json: values.json });
  process.exit(0);
}
const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "trousseau-bench-"));
const measured: Measured[] = [];
try {
  const makers: ((path: string) => Bench | Promise<Bench>)[] = [floor, product, floor];
  for (const [place, make] of makers.entries()) {
    const bench = await make(join(folder, `${place}.db`));
    measured.push(await drive(bench, Number(values.users), Number(values.seconds)));
    await bench.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const [before, ours, after] = measured;
// the machine is shared: the floor is measured on both sides, and their mean is the measure
const base = ((before?.turnsPerSecond ?? 0) + (after?.turnsPerSecond ?? 0)) / 2;
const ratio = Number(((ours?.turnsPerSecond ?? 0) / base).toFixed(2));
if (values.json) for (const line of [...measured, { ratio }]) console.log(JSON.stringify(line));
else {
  console.table(measured);
  console.log(`turns/s against the floor: ${ratio}`);
}
