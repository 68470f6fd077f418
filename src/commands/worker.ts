import { parseArgs } from "node:util";
import { randomIds } from "../base/ids.ts";
import type { SaidValues } from "../base/message.ts";
import { systemClock } from "../base/time.ts";
import { roles } from "../desk/desk-door.ts";
import { openSignIn } from "../desk/sign-in.ts";
import { readD1Access } from "../node/d1-access.ts";
import { environment } from "../node/environment.ts";
import { workersHere, workersOnD1 } from "../node/worker-place.ts";
import { readSettings } from "../settings.ts";
import { deriveKey } from "../store/cipher.ts";
import { openTexts } from "../texts.ts";

const help = `npm run -s worker -- add --email E --name N --role worker|manager|admin|volunteer [--structure SLUG] [--d1 [--remote]] [--json]

Ajoute une personne à l'équipe d'une structure (la première de STRUCTURE, sauf --structure). Le mot de passe se lit sur l'entrée standard ;
sans lui, un lien de première connexion est affiché, valable une fois.
Avec --d1, le bureau du Worker : celui de « npm run worker:dev », ou avec --remote celui de Cloudflare (par
CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN et D1_DATABASE_ID). SECRET_KEY et PUBLIC_URL doivent être les siennes.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    email: { type: "string" },
    name: { type: "string" },
    role: { type: "string", default: "worker" },
    structure: { type: "string" },
    d1: { type: "boolean", default: false },
    remote: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const role = roles.find((one) => one === values.role);
const { email, name } = values;
if (values.help || positionals[0] !== "add" || !email || !name || !role) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}
const given = environment();
const reading = readSettings(given);
const access = values.remote ? readD1Access(given) : null;
if (reading.outcome === "refused" || access?.outcome === "refused") {
  const problems = [reading, access].flatMap((one) =>
    one?.outcome === "refused" ? one.problems : [],
  );
  console.error(problems.join("\n"));
  process.exit(2);
}
const { settings } = reading;
const texts = openTexts({ strict: false });
const structure = values.structure ?? settings.structures[0] ?? "";
if (!settings.structures.includes(structure)) {
  refuse("unknownStructure", { slug: structure, served: settings.structures.join(", ") });
}
const onD1 = values.d1 || values.remote;
const opening = onD1
  ? await workersOnD1(settings, access?.access ?? null)
  : await workersHere(settings);
if (opening.outcome !== "opened") refuse(opening.outcome, {});
const { place } = opening;
const signIn = openSignIn({
  database: place.database,
  secret: deriveKey(place.secret, "desk sessions"),
  publicUrl: settings.publicUrl,
  ids: randomIds(() => systemClock.now()),
});
const password = process.stdin.isTTY ? "" : await firstLine();
const added = await signIn.addWorker({
  email,
  name,
  role,
  structure,
  ...(password ? { password } : {}),
});
const link =
  added.outcome === "added"
    ? added.link
    : added.outcome === "exists"
      ? await signIn.newLink(email)
      : null;
if (values.json) console.log(JSON.stringify({ outcome: added.outcome, ...(link ? { link } : {}) }));
else {
  const say = (key: string) =>
    console.log(
      texts.say({ key: `terminal:worker_${key}`, values: { email, link: link ?? "" } }, "fr"),
    );
  say(added.outcome);
  if (added.outcome === "added" && link) say("link");
}
await place.close();
process.exit(added.outcome === "added" || added.outcome === "exists" ? 0 : 1);

function refuse(outcome: string, said: SaidValues): never {
  const key = `terminal:worker_${outcome}`;
  if (values.json) console.log(JSON.stringify({ outcome }));
  else console.error(texts.say({ key, values: said }, "fr"));
  process.exit(1);
}

/** The first line of the standard input, for a password that no list of processes shows. */
async function firstLine(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin) text += String(chunk);
  return text.split("\n", 1)[0]?.trim() ?? "";
}
