import { parseArgs } from "node:util";
import { eraseFor } from "../answering/erase-for.ts";
import type { ConversationId } from "../base/ids.ts";
import { readableFile } from "../desk/readable-file.ts";
import { runAllJobs } from "../jobs/clockwork.ts";
import { personFile } from "../store/person-file.ts";
import { reseal } from "../store/reseal.ts";
import { openHouseHere } from "./settings-here.ts";

const help = `npm run -s privacy -- export --person ID [--json]
npm run -s privacy -- erase --person ID [--json]
npm run -s privacy -- purge [--dry-run] [--json]
npm run -s privacy -- reseal [--json]

Les droits des personnes, et ce qui a fait son temps.
  export  tout ce qui est gardé d'une personne, à lui remettre (--json : pour un autre logiciel)
  erase   l'efface ; elle reçoit une confirmation là où elle a écrit. Refusé tant qu'une alerte de danger est ouverte :
          quelqu'un de l'équipe la lit d'abord
  purge   efface ce dont la durée de conservation est passée ; --dry-run dit seulement ce qui partirait
  reseal  ferme avec la clé présente (SECRET_KEY) tout ce que l'ancienne (SECRET_KEY_PREVIOUS) avait fermé ; la maison peut tourner.
          S'il ne reste rien, l'ancienne clé peut partir, quelques semaines après : les autres identifiants WhatsApp d'une
          personne se refont quand elle écrit, et les liens d'agenda et de fiche faits avant sont à refaire
  --person  l'identifiant de la personne ou d'une de ses conversations (dans l'adresse de la page du bureau)

Code de sortie : 0 fait ; 1 personne inconnue, déjà effacée, alerte ouverte, ou valeurs qui restent fermées ; 2 options ou réglages à corriger.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    person: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const [action = ""] = positionals;
const { person } = values;
const isPurge = action === "purge";
const isReseal = action === "reseal";
const isComplete =
  isPurge || isReseal || (["export", "erase"].includes(action) && person !== undefined);
if (values.help || !isComplete) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}
const house = await openHouseHere();
const { store, texts } = house;
process.exitCode = isPurge
  ? await purge()
  : isReseal
    ? await closeAnew()
    : await ofPerson(person ?? "");
await house.close();

async function ofPerson(id: string): Promise<0 | 1> {
  const file = await personFile(store.database, store.cipher, id);
  const last = file?.conversations.at(-1);
  if (!file || !last) return tell("gone");
  if (action === "export") {
    console.log(
      values.json
        ? JSON.stringify(file)
        : readableFile(file, { texts, structure: house.structures.get(file.structure) }),
    );
    return 0;
  }
  const conversation = last.id as ConversationId;
  const slugs = house.structures;
  return tell(
    await eraseFor(house.answering, store.links, conversation, (slug) => slugs.get(slug)),
  );
}

function tell(outcome: "erased" | "alertOpen" | "gone"): 0 | 1 {
  const text = texts.say({ key: `terminal:privacy_${outcome}` }, "fr");
  if (values.json) console.log(JSON.stringify({ outcome, text }));
  else (outcome === "erased" ? console.log : console.error)(text);
  return outcome === "erased" ? 0 : 1;
}

async function closeAnew(): Promise<0 | 1> {
  const done = await reseal(store.database, store.cipher);
  const { values: closed, lookups, left } = done;
  const text = texts.say(
    { key: "terminal:privacy_resealed", values: { closed, lookups, left } },
    "fr",
  );
  console.log(values.json ? JSON.stringify(done) : text);
  return left > 0 ? 1 : 0;
}

async function purge(): Promise<0> {
  const jobs = house.jobs.filter(({ name }) => name === "purge" || name === "sweep");
  const lines = await runAllJobs({ ...house, jobs }, house.clock.now(), values["dry-run"]);
  for (const line of lines)
    console.log(values.json ? JSON.stringify(line) : Object.values(line).join("  "));
  if (!values.json && lines.length === 0)
    console.log(texts.say({ key: "terminal:privacy_nothing" }, "fr"));
  return 0;
}
