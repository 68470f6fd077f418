import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dateIn, type LocalDate, localDate } from "../base/time.ts";
import { bilanCsv } from "../bilan/bilan-csv.ts";
import { bilanJson } from "../bilan/bilan-json.ts";
import { bilanPage } from "../bilan/bilan-page.tsx";
import { bilanXlsx } from "../bilan/bilan-xlsx.ts";
import { printed } from "../bilan/printed.ts";
import { bilanWords } from "../bilan/words.ts";
import { type Filter, readFilter } from "../observatory/filter.ts";
import { reportOf } from "../observatory/report.ts";
import { openForReports } from "./open-for-reports.ts";

const formats = ["html", "xlsx", "csv", "json"] as const;

const help = `npm run -s bilan -- --from 2026-01-01 --to 2026-12-31 [--format html|xlsx|csv|json] [--out CHEMIN]

Le bilan d'activité, calculé depuis ce que Trousseau sait déjà.
  --from, --to  premier et dernier jour de la période (une période de financement peut chevaucher deux années)
  --format      html (par défaut ; s'imprime en PDF depuis un navigateur), xlsx, csv, json
  --out         fichier à écrire ; pour csv, un dossier : un fichier par tableau. Sans lui : la sortie standard
                (xlsx en demande un)
  --where       ne compte que certaines situations : qpv=oui, ase=oui,oui_passe, commune=62427, site=ml-carvin,
                mineurs=oui… L'option peut être répétée
  --public      version à publier : les nombres de moins de 5 sont cachés, et de quoi les retrouver aussi
  --structure   l'association, quand il y en a plusieurs (la première par défaut)
  --json        comme --format json

Code de sortie : 0 tout tombe juste ; 1 une partie ne tombe pas juste et n'est pas imprimée (la raison et les
enregistrements sont dits) ; 2 options à corriger.`;

const { values } = parseArgs({
  options: {
    from: { type: "string" },
    to: { type: "string" },
    format: { type: "string" },
    out: { type: "string" },
    where: { type: "string", multiple: true, default: [] },
    public: { type: "boolean", default: false },
    structure: { type: "string" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
const asked = values.format ?? (values.json ? "json" : "html");
const format = formats.find((one) => one === asked) ?? refuse(`Format inconnu : ${asked}`);
const period = { from: readDay("--from", values.from), to: readDay("--to", values.to) };
if (period.to < period.from) refuse("--to est avant --from.");
const filters: readonly Filter[] = values.where.map(
  (one) => readFilter(one) ?? refuse(`Filtre illisible : ${one}`),
);
if (format === "xlsx" && values.out === undefined) refuse("Un fichier xlsx demande --out CHEMIN.");

const { house, structure } = await openForReports(values.structure);
const report = await reportOf(house.store.observatory, {
  ...{ structure: structure.slug, period, filters, zone: structure.zone },
  computedOn: dateIn(structure.zone, house.clock.now()),
});
const words = bilanWords(house.texts, structure);
const whole = printed(report, words, { service: structure.service, toPublish: values.public });
await write();
for (const line of whole.broken) console.error(line);
await house.close();
process.exitCode = whole.broken.length > 0 ? 1 : 0;

async function write(): Promise<void> {
  switch (format) {
    case "html": {
      const css = readFileSync(new URL("../bilan/bilan.css", import.meta.url), "utf8");
      return put(bilanPage(whole, words, css));
    }
    case "json":
      return put(`${JSON.stringify(bilanJson(report, words, values.public))}\n`);
    case "xlsx":
      return put(await bilanXlsx(whole, words));
    case "csv": {
      const files = bilanCsv(whole, words);
      if (values.out === undefined) {
        for (const { name, text } of files) process.stdout.write(`${name}\r\n${text}\r\n`);
        return;
      }
      mkdirSync(values.out, { recursive: true });
      for (const { name, text } of files) writeFileSync(join(values.out, name), text);
    }
  }
}

function put(body: string | Uint8Array): void {
  if (values.out === undefined) process.stdout.write(body);
  else writeFileSync(values.out, body);
}

function readDay(option: string, given: string | undefined): LocalDate {
  if (given === undefined) refuse(`${option} manque : une date comme 2026-01-01.`);
  try {
    return localDate(given);
  } catch {
    return refuse(`${option} : date illisible, écrivez-la comme 2026-01-01.`);
  }
}

function refuse(why: string): never {
  console.error(why);
  process.exit(2);
}
