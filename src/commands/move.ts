import { parseArgs } from "node:util";
import { readD1Access } from "../node/d1-access.ts";
import { environment } from "../node/environment.ts";
import { openMoveSides } from "../node/move-sides.ts";
import { readSettings } from "../settings.ts";
import { type Moved, moveEverything } from "../store/move.ts";
import { openTexts } from "../texts.ts";

const help = `npm run -s move -- --to d1|sqlite [--database URL] [--remote] [--resume] [--json]

Déplace tout d'un moteur à l'autre, puis relit les deux côtés et compare.
Arrêtez le service d'abord ; sur Cloudflare, ne déployez le Worker qu'après, ou retirez-lui ses adresses et ses
horaires pendant le déplacement. La source n'est pas modifiée : gardez-la jusqu'au premier jour sans souci.
  --to        d1 : du fichier SQLite vers D1 ; sqlite : de D1 vers le fichier SQLite
  --database  le fichier SQLite, par exemple file:./data/trousseau.db (DATABASE_URL par défaut)
  --remote    le D1 de Cloudflare, par CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN et D1_DATABASE_ID ;
              sans cette option, le D1 local de « wrangler dev »
  --resume    reprend un déplacement interrompu : ce qui est déjà arrivé reste
  --json      une ligne JSON par table, puis le résultat

SECRET_KEY doit être la même des deux côtés ; sans elle dans les réglages, c'est celle de data/secret.key. Elle est
essayée sur la source avant de commencer. Donnez-la aussi au Worker : « wrangler secret put SECRET_KEY », ou .dev.vars
pour « wrangler dev ». Les sessions du bureau sont déplacées : personne n'a besoin de se reconnecter.
Ne sont pas déplacés : les processus en marche (Instance), les travaux et leurs réservations (Job), les essais de
connexion comptés (RateLimit).

Code de sortie : 0 tout est pareil des deux côtés, 1 refus, différence ou panne, 2 options ou réglages à corriger.`;

const { values } = parseArgs({
  options: {
    to: { type: "string" },
    database: { type: "string" },
    remote: { type: "boolean", default: false },
    resume: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const to = values.to === "d1" || values.to === "sqlite" ? values.to : null;
if (values.help || to === null) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}
const texts = openTexts({ strict: false });
const given = environment();
const reading = readSettings(
  values.database === undefined ? given : { ...given, DATABASE_URL: values.database },
);
const access = values.remote ? readD1Access(given) : null;
const problems = [
  ...(reading.outcome === "refused" ? reading.problems : []),
  ...(access?.outcome === "refused" ? access.problems : []),
];
if (reading.outcome === "refused" || access?.outcome === "refused") {
  console.error(problems.join("\n"));
  process.exit(2);
}
const { settings } = reading;
const sides = await openMoveSides({
  to,
  settings,
  remote: access?.access ?? null,
  resume: values.resume,
}).catch(stop);
if (sides.outcome !== "opened") {
  refuse(sides.outcome, {});
  process.exit(1);
}
try {
  process.exitCode = report(await moveEverything(sides.move));
} catch (error) {
  stop(error);
} finally {
  await sides.close();
}

/** What an engine could not do: its own sentence names tables and columns, never values. */
function stop(error: unknown): never {
  refuse("failed", { why: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}

/** Says what became of the move; gives the exit code. */
function report(moved: Moved): number {
  if (moved.outcome === "refused") {
    const { outcome, reason, ...about } = moved;
    const key = "side" in about ? `${reason}_${about.side}` : reason;
    refuse(key, about);
    return 1;
  }
  for (const { table, source, target, same } of moved.tables) {
    const line = { table, rows: source.rows, arrived: target.rows, sha256: source.sha256, same };
    const mark = same ? source.sha256.slice(0, 16) : say("different", {});
    console.log(
      values.json
        ? JSON.stringify(line)
        : `${table.padEnd(16)} ${String(source.rows).padStart(8)} ${String(target.rows).padStart(8)}  ${mark}`,
    );
  }
  const different = moved.tables.filter(({ same }) => !same).map(({ table }) => table);
  if (values.json) console.log(JSON.stringify({ outcome: moved.outcome, different }));
  else console.log(say(moved.outcome, { tables: different.join(", ") }));
  return moved.outcome === "moved" ? 0 : 1;
}

function refuse(reason: string, about: Readonly<Record<string, string>>): void {
  const text = say(reason, about);
  if (values.json) console.log(JSON.stringify({ outcome: "refused", reason, text }));
  else console.error(text);
}

function say(key: string, about: Readonly<Record<string, string>>): string {
  return texts.say({ key: `terminal:move_${key}`, values: about }, "fr");
}
