import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { dateIn } from "../base/time.ts";
import { directoryWords } from "../bilan/directory-words.ts";
import { situationsCsv } from "../bilan/situations-csv.ts";
import { bilanWords } from "../bilan/words.ts";
import { type Refusal, readRecord } from "../observatory/read-record.ts";
import type { Situation } from "../observatory/situation.ts";
import type { Tally } from "../observatory/tally.ts";
import { directoryEntry } from "../structure/directory-entry.ts";
import { openForReports } from "./open-for-reports.ts";
import { isSheet, readSheetFile } from "./read-sheet.ts";
import { settingsHere } from "./settings-here.ts";

const help = `npm run -s observatory -- import FICHIER [--year 2022] [--structure SLUG] [--json]
npm run -s observatory -- export [--format csv] [--structure SLUG]
npm run -s observatory -- directory [--structure SLUG]

Des lignes anonymes (JSON Lines, une par situation), sans nom, sans contact, sans texte libre.
  import  lit un fichier (« - » : l'entrée standard) ; chaque ligne refusée est dite avec son numéro, son champ et sa
          raison ; les bonnes sont gardées ; importer deux fois ne change rien
          Un tableur (.xlsx, .csv) est lu aussi : une situation par ligne, la première ligne nomme les colonnes, comme
          au bilan (« Âge », « Commune », « Issue »…). Les autres colonnes, les noms d'abord, ne sont pas lues. Avec
          une colonne « Numéro », une ligne corrigée remplace l'ancienne ; sans elle, une ligne corrigée s'ajoute
  --year  l'année des lignes d'un tableur qui ne la disent pas
  export  écrit toutes les lignes sur la sortie standard ; --format csv : un tableau, une situation par ligne, en mots
  directory  écrit la fiche de l'association pour l'annuaire national (vocabulaire data·inclusion, version 1)
  --json  une ligne JSON par refus, puis le compte

Code de sortie : 0 tout est pris ; 1 des lignes sont refusées ; 2 options ou fichier à corriger.`;

/** A spreadsheet whose first row names nothing that is known. */
class UnreadableSheet extends Error {}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    structure: { type: "string" },
    year: { type: "string" },
    format: { type: "string", default: "jsonl" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const [action, path] = positionals;
const year = values.year === undefined ? null : Number(values.year);
const isFormat = values.format === "jsonl" || values.format === "csv";
const isWrong = year !== null && !(Number.isInteger(year) && year >= 1990 && year <= 2100);
const isComplete =
  action === "export" || action === "directory" || (action === "import" && path !== undefined);
if (values.help || !isComplete || !isFormat || isWrong) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}
const { house, structure } = await openForReports(values.structure);
const { observatory } = house.store;
if (action === "export" && values.format === "csv") {
  const situations: Situation[] = [];
  for await (const row of observatory.rowsOf(structure.slug))
    if (!("record" in row)) situations.push(row);
  process.stdout.write(situationsCsv(situations, bilanWords(house.texts, structure)));
} else if (action === "export") {
  for await (const row of observatory.rowsOf(structure.slug))
    console.log(JSON.stringify(row, told));
} else if (action === "directory") {
  const { clock, texts } = house;
  const { publicUrl, isPublic } = settingsHere();
  const entry = directoryEntry(structure, {
    words: directoryWords(bilanWords(texts, structure), structure),
    on: dateIn(structure.zone, clock.now()),
    chat: isPublic ? `${publicUrl}/s/${structure.slug}` : null,
  });
  console.log(JSON.stringify(entry, null, 2));
} else {
  await bringIn(path ?? "-");
}
await house.close();

/** A consent that nobody was asked for is no field of the row: other tools know the rows without it. */
function told(name: string, value: unknown): unknown {
  return name === "sensitiveConsent" && value === null ? undefined : value;
}

async function bringIn(from: string): Promise<void> {
  const counts = { lines: 0, added: 0, changed: 0, same: 0, refused: 0 };
  let kept: (Situation | Tally)[] = [];
  const put = async () => {
    const { added, changed, same } = await observatory.putIn(kept, house.clock.now());
    counts.added += added;
    counts.changed += changed;
    counts.same += same;
    kept = [];
  };
  try {
    for await (const { line, text } of linesOf(from)) {
      counts.lines++;
      const read = readRecord(text, structure.slug);
      if (read.outcome === "situation") kept.push(read.situation);
      else if (read.outcome === "tally") kept.push(read.tally);
      else {
        counts.refused++;
        for (const refusal of read.refusals) tell(line, refusal);
      }
      if (kept.length >= 500) await put();
    }
    await put();
  } catch (error) {
    if (!isNoFile(error) && !(error instanceof UnreadableSheet)) throw error;
    console.error(
      error instanceof UnreadableSheet
        ? "La première ligne ne nomme aucune colonne connue : Âge, Commune, Issue…"
        : `Fichier illisible : ${from}`,
    );
    process.exitCode = 2;
    return;
  }
  const { lines, added, changed, same, refused } = counts;
  console.log(
    values.json
      ? JSON.stringify(counts)
      : `${lines} lignes : ${added} ajoutées, ${changed} changées, ${same} déjà là, ${refused} refusées.`,
  );
  process.exitCode = refused > 0 ? 1 : 0;
}

async function* linesOf(from: string) {
  if (isSheet(from)) {
    const sheet = await readSheetFile(from, { year, structure, texts: house.texts });
    if (!sheet.isReadable) throw new UnreadableSheet();
    if (!values.json && sheet.leftAside.length > 0)
      console.error(`Colonnes laissées de côté : ${sheet.leftAside.join(", ")}.`);
    yield* sheet.lines;
    return;
  }
  let line = 0;
  for await (const text of createInterface({ input: opened(from), crlfDelay: Infinity })) {
    line++;
    if (text.trim() !== "") yield { line, text };
  }
}

function opened(from: string) {
  return from === "-" ? process.stdin : createReadStream(from, "utf8");
}

/** The field and the reason, never what was written there: it may be a name. */
function tell(line: number, { field, reason }: Refusal): void {
  const message = house.texts.say({ key: `observatoire:refused_${reason}` }, "fr");
  if (values.json) console.log(JSON.stringify({ line, field, reason, message }));
  else console.error(`Ligne ${line}${field === "" ? "" : `, ${field}`} : ${message}`);
}

function isNoFile(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    ["ENOENT", "EISDIR", "EACCES"].includes(String(error.code))
  );
}
