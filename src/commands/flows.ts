import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import flows from "../../flows/index.ts";
import { offeredLanguages } from "../../locales/index.ts";
import { dateIn, systemClock } from "../base/time.ts";
import type { Problem } from "../engine/check.ts";
import { filesToReview } from "../reviews.ts";
import { drawings, released, releasedFile } from "./flow-drawings.ts";
import { flowProblems } from "./flow-problems.ts";
import { completeMarks, markedBy, marksFile } from "./flow-reviews.ts";
import { readingGuide } from "./reading-guide.ts";
import { withSchemeTable } from "./scheme-table.ts";

const help = `npm run -s flows -- check [--json]
npm run -s flows -- draw
npm run -s flows -- reviewed --language ar --file accueil,fsl --by "jeune"

check   Looks at every flow and every text in every language: steps that cannot be reached or left,
        missing, unused or too long texts, French that is hard to read (long sentences, two questions
        at once, an unexplained acronym), buttons that do not fit, figures to be read again.
        Prints one problem a line; ends with 0 when there is none, with 1 otherwise.
draw    Writes flows/drawings/ (one drawing a flow, in French) and flows/steps.json, which remembers
        every step name: a name once released stays there, and the check wants to know where people
        who wait at a step that went away go now ("moved"). A name that nobody ever saw may be taken
        out of that file by hand. The README's table of schemes is written anew too, docs/relecture.md,
        and in locales/reviews/ a mark for each file that has none: never reviewed.
reviewed  Marks files of a language as read aloud, today, by somebody whose language it is; --by
        says a role, never a name. "all" are all files.

  --json   One JSON object a line: the problems, or {"ok":true,"flows":…,"steps":…,"languages":[…]}.
  --help   This help.
`;

const root = fileURLToPath(new URL("../..", import.meta.url));

function check(asJson: boolean): number {
  const problems = flowProblems();
  for (const problem of problems) print(asJson ? JSON.stringify(problem) : lineOf(problem));
  if (problems.length > 0) return 1;
  const steps = flows.reduce((count, flow) => count + Object.keys(flow.steps).length, 0);
  print(
    asJson
      ? JSON.stringify({ ok: true, flows: flows.length, steps, languages: offeredLanguages })
      : `${flows.length} flows, ${steps} steps, in ${offeredLanguages.join(", ")}: no problem.`,
  );
  return 0;
}

function lineOf({ code, flow, step, text, language, detail }: Problem): string {
  const where = text ?? (step ? `${flow}.${step}` : flow);
  return `${code} ${where}${language ? ` (${language})` : ""}: ${detail}`;
}

function draw(): number {
  mkdirSync(`${root}flows/drawings`, { recursive: true });
  for (const [file, text] of drawings()) writeFileSync(`${root}flows/drawings/${file}`, text);
  writeFileSync(`${root}flows/steps.json`, releasedFile(released()));
  writeFileSync(`${root}README.md`, withSchemeTable(readFileSync(`${root}README.md`, "utf8")));
  writeFileSync(`${root}docs/relecture.md`, readingGuide());
  for (const [language, marks] of completeMarks()) {
    writeFileSync(`${root}locales/reviews/${language}.json`, marksFile(marks));
  }
  return 0;
}

function reviewed({ language, file, by }: Record<"language" | "file" | "by", string>): number {
  const all = Object.keys(filesToReview[language] ?? {});
  const files = file === "all" ? all : file.split(",").filter((name) => name !== "");
  const marks = markedBy({ language, files, by, on: dateIn("Europe/Paris", systemClock.now()) });
  if (typeof marks === "string") {
    process.stderr.write(`${marks}\n\n${help}`);
    return 2;
  }
  writeFileSync(`${root}locales/reviews/${language}.json`, marksFile(marks));
  print(`${language}: ${files.join(", ")}`);
  return 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function run(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
      language: { type: "string", default: "" },
      file: { type: "string", default: "" },
      by: { type: "string", default: "" },
    },
  });
  const [verb, ...rest] = positionals;
  if (values.help === true) print(help.trimEnd());
  else if (verb === "check" && rest.length === 0) return check(values.json === true);
  else if (verb === "draw" && rest.length === 0) return draw();
  else if (verb === "reviewed" && rest.length === 0) return reviewed(values);
  else {
    process.stderr.write(help);
    return 2;
  }
  return 0;
}

try {
  process.exitCode = run();
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exitCode = 2;
}
