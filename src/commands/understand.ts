import { parseArgs } from "node:util";
import { type Understood, understand } from "../understanding/intent.ts";

const help = `npm run -s understand -- [--json]
npm run -s understand -- learn [--help]

One message per line on standard input; on standard output, one line per message:
what was understood, how surely, and why.

learn turns the misunderstandings that workers corrected into training lines to review.

  --json   JSON Lines out. A line in may be plain text or {"text": "...", "language": "fr"}.
  --help   This help.
`;

interface Asked {
  readonly text: string;
  readonly language?: string;
}

/** A line is a message, or the JSON of one. */
function asked(line: string): Asked {
  if (!line.trimStart().startsWith("{")) return { text: line };
  try {
    const given: unknown = JSON.parse(line);
    if (typeof given !== "object" || given === null || !("text" in given)) return { text: line };
    if (typeof given.text !== "string") return { text: line };
    const { text } = given;
    if (!("language" in given) || typeof given.language !== "string") return { text };
    return { text, language: given.language };
  } catch {
    // a message may begin with a brace
    return { text: line };
  }
}

function asJson(text: string, { language, intent, confidence, also, safety }: Understood): string {
  return JSON.stringify({ text, language, intent, confidence, also, safety });
}

function asSentence({ language, intent, confidence, also, safety, because }: Understood): string {
  const parts = [`${intent} (${Math.round(confidence * 100)} %)`, `language ${language}`];
  if (also.length > 0) parts.push(`also ${also.join(", ")}`);
  if (safety.kind) parts.push(`${safety.level} ${safety.kind}`);
  if (because.length > 0)
    parts.push(`because: ${because.map((phrase) => `"${phrase}"`).join(", ")}`);
  return parts.join(" · ");
}

/** Lines as they arrive, cut at "\n" alone: other separators of Unicode belong to the message. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of input) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}

function options(): { json: boolean; help: boolean } | { problem: string } {
  try {
    const { values } = parseArgs({
      options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
    return { json: values.json === true, help: values.help === true };
  } catch (problem) {
    return { problem: problem instanceof Error ? problem.message : String(problem) };
  }
}

async function run(): Promise<number> {
  const wanted = options();
  if ("problem" in wanted) {
    process.stderr.write(`${wanted.problem}\n\n${help}`);
    return 2;
  }
  if (wanted.help) {
    process.stdout.write(help);
    return 0;
  }
  for await (const line of linesOf(process.stdin)) {
    const { text, language } = asked(line.replace(/\r$/, ""));
    const understood = understand(text, language);
    process.stdout.write(`${wanted.json ? asJson(text, understood) : asSentence(understood)}\n`);
  }
  return 0;
}

const [verb, ...rest] = process.argv.slice(2);
// only this verb opens a database
process.exitCode =
  verb === "learn"
    ? await (await import("./understand-learn.ts")).understandLearn(rest)
    : await run();
