import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import texts from "../../locales/fr/eligibility.json" with { type: "json" };
import { dateIn, type LocalDate, localDate, systemClock } from "../base/time.ts";
import { assess } from "../eligibility/assess.ts";
import type { Assessment, Reason } from "../eligibility/assessment.ts";
import { type SchemeId, schemeIds } from "../eligibility/codes.ts";
import type { LocalFigures } from "../eligibility/local-figures.ts";
import { type Situation, situationSchema } from "../eligibility/situation.ts";
import { readLocalFigures } from "./read-local-figures.ts";

const help = `Usage: npm run -s eligibility -- [--json] < cases.jsonl

Reads one case per line on standard input and says, for each, what the scheme answers and why:
  {"id"?,"scheme","facts":{…},"on"?:"YYYY-MM-DD"}

A fact that is absent is the ordinary case; a null fact was asked and is not known.
Without "on", today in Paris.

  --json            one JSON object per line, {"error":{code,message,path}} for a line that cannot be read
  --structure SLUG  with the local figures that this association wrote in its file
  --help            this help

Schemes: ${schemeIds.join(" ")}
`;

interface Refusal {
  readonly code: "invalid_json" | "unknown_scheme" | "invalid_facts" | "invalid_date";
  readonly message: string;
  readonly path: string;
}
interface Case {
  readonly scheme: SchemeId;
  readonly situation: Situation;
  readonly on: LocalDate;
}

/** Answers the case of one input line; `id` comes back as it was given. */
function answer(line: string, today: LocalDate, local: LocalFigures) {
  const given = parse(line);
  if (given === undefined)
    return { error: { code: "invalid_json", message: "not a JSON object", path: "" } as const };
  const id = "id" in given ? { id: given["id"] } : {};
  const read = readCase(given, today);
  return "code" in read
    ? { ...id, error: read }
    : { ...id, assessment: assess(read.scheme, read.situation, read.on, local) };
}

function readCase(given: Readonly<Record<string, unknown>>, today: LocalDate): Case | Refusal {
  const scheme = schemeIds.find((id) => id === given["scheme"]);
  if (scheme === undefined)
    return { code: "unknown_scheme", message: "no scheme of that id", path: "scheme" };
  const facts = situationSchema.safeParse(given["facts"]);
  if (!facts.success) {
    const [issue] = facts.error.issues;
    const unknownFact = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    const path = ["facts", ...(issue?.path ?? []), ...unknownFact].join(".");
    return { code: "invalid_facts", message: issue?.message ?? "invalid", path };
  }
  const on = given["on"] === undefined ? today : day(given["on"]);
  if (on === undefined)
    return { code: "invalid_date", message: "not a day written YYYY-MM-DD", path: "on" };
  return { scheme, situation: facts.data, on };
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined;
  } catch {
    return undefined;
  }
}

function day(text: unknown): LocalDate | undefined {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return localDate(text);
  } catch {
    return undefined;
  }
}

/** The French sentence of a reason, its figures written as in France: 1 575, 280,84. */
function sentence({ code, values = {} }: Reason): string {
  const written = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });
  return texts.reason[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === "number"
      ? written.format(value).replace(/\s/g, " ")
      : String(value ?? "");
  });
}

function forMachines(assessment: Assessment) {
  const { nextDoors: _doors, ...rest } = assessment;
  return {
    ...rest,
    reasons: assessment.reasons.map((reason) => ({
      code: reason.code,
      text: sentence(reason),
      source: reason.source,
      ...(reason.toConfirm ? { toConfirm: true } : {}),
    })),
    documents: assessment.documents.map((code) => texts.document[code]),
  };
}

function forReaders(assessment: Assessment): string {
  const { scheme, outcome, reasons, missing, documents, nextDoors, parametersOn } = assessment;
  const facts: Readonly<Record<string, string>> = texts.fact;
  const label = (fact: string) =>
    facts[fact.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase())] ?? fact;
  const listed = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`  ${title} : ${lines.join(" ; ")}`];
  return [
    `${texts.scheme[scheme]} : ${texts.outcome[outcome]}.`,
    ...reasons.map((reason) => `  - ${sentence(reason)} (${reason.source})`),
    ...listed(texts.label.missing, missing.map(label)),
    ...listed(
      texts.label.doors,
      nextDoors.map((code) => texts.door[code]),
    ),
    ...listed(
      texts.label.documents,
      documents.map((code) => texts.document[code]),
    ),
    `  ${texts.label.parametersOn} ${parametersOn}`,
  ].join("\n");
}

function write(answered: ReturnType<typeof answer>, asJson: boolean): string {
  if ("assessment" in answered) {
    const { assessment, ...id } = answered;
    return asJson ? JSON.stringify({ ...id, ...forMachines(assessment) }) : forReaders(assessment);
  }
  if (asJson) return JSON.stringify(answered);
  const { code, message, path } = answered.error;
  return `${code} ${path}: ${message}`;
}

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean" },
    structure: { type: "string" },
    help: { type: "boolean" },
  },
});
if (options.help) process.stdout.write(help);
else {
  const today = dateIn("Europe/Paris", systemClock.now());
  const local = options.structure ? readLocalFigures(options.structure) : { figures: {} };
  if ("refused" in local) {
    process.stderr.write(`${local.refused}\n`);
    process.exitCode = 2;
  } else {
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() === "") continue;
      const answered = answer(line, today, local.figures);
      process.stdout.write(`${write(answered, options.json ?? false)}\n`);
    }
  }
}
