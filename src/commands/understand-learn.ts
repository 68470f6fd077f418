import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { type Learning, learn } from "../../corpus/learned-lines.ts";
import { learnedFolder, readCorpus, readLearned } from "../../corpus/read-corpus.ts";
import { systemClock } from "../base/time.ts";
import { readD1Access } from "../node/d1-access.ts";
import { environment } from "../node/environment.ts";
import { type WorkerPlaceOpening, workersHere, workersOnD1 } from "../node/worker-place.ts";
import { readSettings, type Settings } from "../settings.ts";
import { createCipher } from "../store/cipher.ts";
import { misheardStore } from "../store/misheard-store.ts";
import { addToLearned } from "./learned-files.ts";

export const learnHelp = `npm run -s understand -- learn [--out DIR] [--d1 [--remote]] [--json]

Turns the messages that workers gave a meaning to (desk, "Incompris") into training lines, written to
corpus/learned/ or DIR, and printed: read each one before it is used. Families get new numbers that train;
none tunes or judges. A line that may still tell who wrote is refused. Run again, it writes nothing twice.

  --d1     The messages of the Worker: of "npm run worker:dev", or with --remote those at Cloudflare.
  --json   One JSON object a message.
`;

interface Wanted {
  readonly out: URL;
  readonly d1: boolean;
  readonly remote: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

/** `understand learn`: the exit code; 0 also when there was nothing to learn. */
export async function understandLearn(given: readonly string[]): Promise<number> {
  const wanted = wantedOf(given);
  if (typeof wanted === "string") return refuse(wanted);
  if (wanted.help) {
    process.stdout.write(learnHelp);
    return 0;
  }
  const reading = readSettings(environment());
  if (reading.outcome === "refused") return refuse(reading.problems.join("\n"));
  const opening = await placeOf(reading.settings, wanted);
  if (typeof opening === "string") return refuse(opening);
  if (opening.outcome !== "opened")
    return refuse(`the database cannot be opened: ${opening.outcome}`);
  const { place } = opening;
  const cipher = createCipher(place.secret, reading.settings.previousSecretKey ?? undefined);
  const misheard = misheardStore(place.database, cipher);
  const now = systemClock.now();
  const learnings = learn(await misheard.toLearn(now), readCorpus(), readLearned(wanted.out));
  // the lines first: what breaks in between is found again and known already
  addToLearned(wanted.out, learnings);
  const done = learnings.filter(({ outcome }) => outcome !== "refused").map(({ id }) => id);
  if (done.length > 0) await misheard.learnt(done, now);
  await place.close();
  for (const learning of learnings) print(wanted.json ? asJson(learning) : asLine(learning));
  if (!wanted.json) print(summary(learnings));
  return 0;
}

async function placeOf(
  settings: Settings,
  { d1, remote }: Wanted,
): Promise<WorkerPlaceOpening | string> {
  if (!d1 && !remote) return workersHere(settings);
  const access = remote ? readD1Access(environment()) : null;
  if (access?.outcome === "refused") return access.problems.join("\n");
  return workersOnD1(settings, access?.access ?? null);
}

function wantedOf(given: readonly string[]): Wanted | string {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        out: { type: "string" },
        d1: { type: "boolean", default: false },
        remote: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const { out, ...others } = values;
    return { ...others, out: out ? pathToFileURL(`${out.replace(/\/+$/, "")}/`) : learnedFolder };
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}

function asJson(learning: Learning): string {
  const { id, outcome } = learning;
  if (outcome !== "written") return JSON.stringify(learning);
  const { family, intent, safety, text } = learning.line;
  const level = safety.kind === null ? "none" : `${safety.level}:${safety.kind}`;
  return JSON.stringify({ id, outcome, family, intent, safety: level, text });
}

function asLine(learning: Learning): string {
  switch (learning.outcome) {
    case "written":
      return learning.row;
    case "known":
      return `# ${learning.id}: these words are known already`;
    case "refused":
      return `# ${learning.id}: refused (${learning.why}); sort it again or erase it on the desk`;
  }
}

function summary(learnings: readonly Learning[]): string {
  const count = (wanted: Learning["outcome"]) =>
    learnings.filter(({ outcome }) => outcome === wanted).length;
  return `# ${count("written")} written, to be reviewed; ${count("known")} known already; ${count("refused")} refused`;
}

function refuse(problem: string): number {
  process.stderr.write(`${problem}\n\n${learnHelp}`);
  return 2;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
