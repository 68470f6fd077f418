import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { type Instant, instant, systemClock } from "../base/time.ts";
import { numbered } from "../channels/numbered.ts";
import { environment } from "../node/environment.ts";
import { openNodeHouse } from "../node/house.ts";
import { readSettings } from "../settings.ts";
import { readChatLine } from "./chat-line.ts";
import { type ChatAnswer, chatWith } from "./chat-session.ts";

const help = `npm run -s chat -- [--json] [--person ID] [--language fr] [--channel NAME] [--at ISO] [--database URL]

Parle avec l'assistant dans le terminal. Sans --database, rien n'est gardé.
  --json      lit et écrit une ligne JSON par message (interfaces, section 2)
  --person    identifiant de la personne (p1 par défaut)
  --language  langue déjà choisie : fr, en
  --channel   web, telegram, whatsapp, whatsapp-web (terminal par défaut)
  --at        instant du premier message, par exemple 2026-11-23T09:00:00+01:00
  --database  par exemple file:./data/trousseau.db`;

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    person: { type: "string", default: "p1" },
    language: { type: "string" },
    channel: { type: "string", default: "terminal" },
    at: { type: "string" },
    database: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const channels = ["web", "telegram", "whatsapp", "whatsapp-web", "terminal"] as const;
const channel = channels.find((name) => name === values.channel);
const start = values.at === undefined ? null : startOf(values.at);
if (values.help) {
  console.log(help);
  process.exit(0);
}
if (!channel || start === "none") {
  console.error(
    !channel ? `Canal inconnu : ${values.channel}` : `Instant illisible : ${values.at}`,
  );
  process.exit(2);
}

const reading = readSettings({
  ...environment(),
  ...(values.database ? { DATABASE_URL: values.database } : {}),
});
if (reading.outcome === "refused") {
  console.error(reading.problems.join("\n"));
  process.exit(2);
}
// the hour stands still between two messages when it was given: the same input gives the same output
let now: Instant | null = start;
const house = await openNodeHouse({
  settings: reading.settings,
  clock: { now: () => now ?? systemClock.now() },
  inMemory: values.database === undefined,
  sends: true,
  broke: (conversation, error) =>
    console.error(
      JSON.stringify({ conversation, error: error instanceof Error ? error.name : "?" }),
    ),
});
const say = chatWith(house, { channel, language: values.language ?? null });

if (!values.json) show(await say({ person: values.person, content: { kind: "opened" } }));
// only now: lines that came while the first words were written would be lost
const input = createInterface({ input: process.stdin, terminal: false });
for await (const line of input) {
  const read = values.json
    ? readChatLine(line, values.person)
    : { person: values.person, content: { kind: "text" as const, text: line } };
  if ("error" in read) {
    console.log(JSON.stringify(read));
    continue;
  }
  if (read.at) now = read.at;
  const answer = await say(read);
  if (values.json) console.log(JSON.stringify(answer));
  else show(answer);
}
await house.close();

function show(answer: ChatAnswer): void {
  for (const reply of answer.replies) console.log(`\n${numbered(reply)}\n`);
}

function startOf(iso: string): Instant | "none" {
  try {
    return instant(iso);
  } catch {
    return "none";
  }
}
