import { parseArgs } from "node:util";
import { templateForm, templates } from "../channels/whatsapp-templates.ts";
import { environment } from "../node/environment.ts";
import { openNodeHouse, readStructures } from "../node/house.ts";
import { readSettings, type Settings } from "../settings.ts";
import { channelRecords } from "../store/channel-health.ts";
import { languages, openTexts } from "../texts.ts";
import { type ChannelLine, linesOf } from "./channel-lines.ts";

const help = `npm run -s channels -- [--json]
npm run -s channels -- templates [--structure SLUG] [--json]

Dit comment va chaque canal de chaque structure : réglé ou non, dernier message reçu, dernier parti,
en attente, gardés jusqu'à ce que la personne écrive, échecs depuis 24 h.
Code de sortie 1 quand plus rien ne part d'un canal.

templates    les messages autorisés de WhatsApp, dans la forme que demande Meta (message_templates),
             un par langue, avec les mots de la structure (la première par défaut)
  --json     une ligne JSON par canal, ou par message`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    structure: { type: "string" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const [verb] = positionals;
if (values.help) {
  console.log(help);
  process.exit(0);
}
if (positionals.length > 1 || (verb !== undefined && verb !== "templates")) {
  console.error(help);
  process.exit(2);
}
const reading = readSettings(environment());
if (reading.outcome === "refused") {
  console.error(reading.problems.join("\n"));
  process.exit(2);
}
process.exitCode =
  verb === "templates"
    ? printTemplates(reading.settings, values.structure)
    : await printHealth(reading.settings);

function printTemplates({ structures }: Settings, wanted = structures[0] ?? ""): number {
  if (!structures.includes(wanted)) {
    console.error(
      `La structure ${wanted} n'est pas servie ici. Celles de STRUCTURE : ${structures.join(", ")}.`,
    );
    return 1;
  }
  const voice = openTexts({ strict: true, structures: readStructures(structures) }).of(wanted);
  for (const template of templates) {
    for (const language of languages) {
      const form = templateForm(template, language, (said) => voice.say(said, language));
      console.log(values.json ? JSON.stringify(form) : JSON.stringify(form, null, 2));
    }
  }
  return 0;
}

async function printHealth(settings: Settings): Promise<number> {
  const house = await openNodeHouse({ settings, sends: false, broke: () => undefined });
  const records = channelRecords(house.database);
  let lines: readonly ChannelLine[] = [];
  for (const structure of house.structures.keys()) {
    const known = await records.of(structure, house.clock.now());
    lines = [...lines, ...linesOf(settings, structure, known)];
  }
  await house.close();
  const say = (key: string, given = {}) =>
    house.texts.say({ key: `terminal:${key}`, values: given }, "fr");
  for (const line of lines) {
    console.log(values.json ? JSON.stringify(line) : inWords(line, say));
  }
  return lines.some(({ state }) => state === "failing") ? 1 : 0;
}

function inWords(line: ChannelLine, say: (key: string, given?: object) => string): string {
  const { structure, channel, account, waiting, held, failed } = line;
  const at = (iso: string | null) => iso ?? say("channelNever");
  return [
    `${structure} · ${channel} ${account} : ${say(`channel_${line.state}`)}`,
    say("channelTimes", { received: at(line.lastReceivedAt), sent: at(line.lastSentAt) }),
    say("channelCounts", { waiting, held, failed }),
  ].join("\n  ");
}
