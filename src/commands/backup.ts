import { parseArgs } from "node:util";
import { isoOf, systemClock } from "../base/time.ts";
import { backUp } from "../node/back-up.ts";
import { NodeSqlite } from "../store/node-sqlite.ts";
import { openTexts } from "../texts.ts";
import { settingsHere } from "./settings-here.ts";

const help = `npm run -s backup -- --out CHEMIN [--keep N] [--json]

Une copie de la base, cohérente, pendant que le service marche ; elle est rouverte et vérifiée avant d'être dite faite.
  --out   un fichier qui n'existe pas encore, ou un dossier (terminé par « / ») : la copie est alors datée
  --keep  dans un dossier, ne garder que les N copies les plus récentes

La clé SECRET_KEY n'est pas dans la copie : gardez-la ailleurs, sans elle la copie ne s'ouvre pas. Pour restaurer :
arrêtez le service, mettez la copie à la place du fichier de DATABASE_URL (sans ses -wal et -shm), démarrez.

Code de sortie : 0 la copie est faite et vérifiée ; 1 elle ne l'est pas ; 2 options ou réglages à corriger.`;

const { values } = parseArgs({
  options: {
    out: { type: "string" },
    keep: { type: "string" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const keep = values.keep === undefined ? null : Number(values.keep);
const isWrong = keep !== null && !(Number.isInteger(keep) && keep >= 1);
if (values.help || values.out === undefined || isWrong) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}
const settings = settingsHere();
const texts = openTexts({ strict: false });
const database = new NodeSqlite(settings.databasePath);
try {
  const made = backUp(database, { to: values.out, keep, at: isoOf(systemClock.now()) });
  const isMade = made.outcome === "made";
  const rows = isMade ? Object.values(made.tables).reduce((sum, count) => sum + count, 0) : 0;
  const about = { path: made.path, rows, kilobytes: isMade ? Math.round(made.bytes / 1024) : 0 };
  const text = texts.say({ key: `terminal:backup_${made.outcome}`, values: about }, "fr");
  if (values.json) console.log(JSON.stringify(made));
  else (isMade ? console.log : console.error)(text);
  process.exitCode = isMade ? 0 : 1;
} catch (error) {
  // the engine's own sentence names a file or a table, never a value
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await database.close();
}
