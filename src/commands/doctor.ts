import { statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { offeredLanguages } from "../../locales/index.ts";
import type { Instant } from "../base/time.ts";
import { newestCopy } from "../node/daily-copies.ts";
import { environment } from "../node/environment.ts";
import { openNodeHouse } from "../node/house.ts";
import { selfTest } from "../node/self-test.ts";
import { examine } from "../operations/doctor.ts";
import { reviewOf } from "../reviews.ts";
import { readSettings } from "../settings.ts";
import { workerCounts } from "../store/worker-counts.ts";

const help = `npm run -s doctor -- [--json] [--self-test]

Dit ce qui manque avant d'ouvrir au public, et ce qui mérite un regard.
Tient une conversation d'essai avec chaque structure, sans rien garder ni envoyer ; --self-test ne fait que cela.
Code de sortie 1 tant que quelque chose d'indispensable manque.`;

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    "self-test": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
const reading = readSettings(environment());
if (reading.outcome === "refused") {
  for (const problem of reading.problems) {
    console.log(
      values.json
        ? JSON.stringify({ level: "must", code: "settings", text: problem })
        : `- ${problem}`,
    );
  }
  process.exit(1);
}
const house = await openNodeHouse({
  settings: reading.settings,
  sends: false,
  broke: () => undefined,
});
await house.placesKnown("now");
const failures = await selfTest(reading.settings, house.structures);
if (values["self-test"]) {
  for (const { slug, step } of failures) console.log(`${slug}: ${step}`);
  await house.close();
  process.exit(failures.length > 0 ? 1 : 0);
}
const { databasePath, backups } = reading.settings;
const jobs = await house.store.jobs.all();
const findings = examine({
  settings: reading.settings,
  structures: [...house.structures.values()],
  workersOf: await workerCounts(house.database),
  jobs,
  machine: {
    databaseBytes: statSync(databasePath).size,
    freeBytes: freeIn(dirname(databasePath)),
    newestCopy: backups ? newestCopy(backups.folder) : null,
    lastWritten: jobs.reduce<Instant | null>(
      (last, { lastRunAt }) => (lastRunAt !== null && lastRunAt > (last ?? 0) ? lastRunAt : last),
      null,
    ),
  },
  selfTest: failures,
  reviews: offeredLanguages.map((language) => {
    const files = reviewOf(language);
    const read = files.filter(({ state }) => state === "reviewed").length;
    return { language, read, total: files.length };
  }),
  now: house.clock.now(),
});
for (const { level, code, said } of findings) {
  const text = house.texts.say(said, "fr");
  const word = house.texts.say({ key: `terminal:${level}` }, "fr");
  console.log(values.json ? JSON.stringify({ level, code, text }) : `${word} : ${text}`);
}
if (!values.json && findings.length === 0)
  console.log(house.texts.say({ key: "terminal:fine" }, "fr"));
await house.close();
process.exitCode = findings.some(({ level }) => level === "must") ? 1 : 0;

/** What an ordinary account may still write on the disk of a folder, in bytes. */
function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
