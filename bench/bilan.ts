import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localDate } from "../src/base/time.ts";
import { openNodeHouse } from "../src/node/house.ts";
import { codeLists } from "../src/observatory/dictionary.ts";
import { reportOf } from "../src/observatory/report.ts";
import { type Situation, unknownSituation } from "../src/observatory/situation.ts";
import { readSettings } from "../src/settings.ts";

const structure = "rencontres-et-loisirs";
const stored = 100_000;

/**
 * The bilan of a year of 100,000 situations, whole, in seconds, and how much memory it took; beside it, in the
 * same run and file, the same rows read and their JSON parsed by the bare driver, and the ten counts of one
 * table asked of SQL.
 */
export async function benchBilan({ json }: { readonly json: boolean }): Promise<void> {
  const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "trousseau-bilan-"));
  try {
    const environment = { DATABASE_URL: `file:${join(folder, "house.db")}`, LOG_LEVEL: "error" };
    fill(folder, environment);
    const reading = readSettings(environment);
    if (reading.outcome === "refused") throw new Error(reading.problems.join("\n"));
    const house = await openNodeHouse({
      ...{ settings: reading.settings, sends: false },
      broke(_, error) {
        throw error;
      },
    });
    const lines = await measured(house);
    if (json) for (const line of lines) console.log(JSON.stringify(line));
    else console.table(lines);
    await house.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type House = Awaited<ReturnType<typeof openNodeHouse>>;

/** As an association brings its rows in, and in another process: what it took is not the bilan's memory. */
function fill(folder: string, environment: Readonly<Record<string, string>>): void {
  const rows = join(folder, "rows.jsonl");
  for (let first = 0; first < stored; first += 5_000) {
    const some = Array.from({ length: 5_000 }, (_, place) =>
      JSON.stringify(invented(first + place)),
    );
    appendFileSync(rows, `${some.join("\n")}\n`);
  }
  execFileSync(process.execPath, ["src/commands/observatory.ts", "import", rows], {
    env: { ...process.env, ...environment },
  });
}

/** Codes that follow each other, so that every row of every table is met. */
function invented(place: number): Situation {
  const code = <List extends keyof typeof codeLists>(list: List) =>
    codeLists[list][place % codeLists[list].length] ?? null;
  const two = (figure: number) => String(figure).padStart(2, "0");
  const on = `2026-${two((place % 12) + 1)}-${two((place % 28) + 1)}`;
  return unknownSituation({
    ...{ id: `s-${place}`, structure, year: 2026, requestedOn: on, persons: 1 + (place % 3) },
    ...{ ageAtRequest: 16 + (place % 15), identifiesAs: code("identifiesAs") },
    ...{ composition: code("composition"), origin: code("origin"), mainProblem: code("problem") },
    problems: [...codeLists.problem.slice(place % 5, (place % 5) + 2)],
    ...{
      commune: `62${String(place % 900).padStart(3, "0")}`,
      epci: code("epci"),
      qpv: code("qpv"),
    },
    ...{ housing: code("housing"), resourcesNature: code("resourcesNature") },
    ...{ resourcesAmount: place % 1_500, employment: code("employment"), ase: code("ase") },
    interviews: [
      { on, mode: "site_partenaire", site: "ml-carvin" },
      { on, mode: code("mode"), site: null },
    ],
    files: [{ type: "logement_social", role: "accompagne", state: code("fileState") }],
    partners: [...codeLists.partner.slice(0, place % 4)],
    ...{ outcome: code("outcome"), outcomeSource: code("outcomeSource") },
    actionLogement: code("actionLogement"),
  });
}

async function measured({ store, database }: House) {
  const period = { from: localDate("2026-01-01"), to: localDate("2026-12-31") };
  const asked = { structure, period, filters: [], computedOn: localDate("2027-01-10") };
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const seconds: number[] = [];
  for (let time = 0; time < 5; time++) {
    const start = performance.now();
    const report = await reportOf(store.observatory, asked);
    seconds.push((performance.now() - start) / 1_000);
    most = Math.max(most, process.memoryUsage().rss);
    if (report.counts.situations !== stored) throw new Error("not all were counted");
  }
  clearInterval(watch);
  const rows = timed(() => {
    const all = database.connection.prepare("SELECT row FROM Situation WHERE structure = ?");
    let count = 0;
    for (const { row } of all.iterate(structure)) if (JSON.parse(String(row))) count++;
    return count;
  });
  const one = timed(() =>
    database.connection
      .prepare(
        "SELECT row ->> 'origin' AS code, COUNT(*) FROM Situation WHERE structure = ? GROUP BY code",
      )
      .all(structure),
  );
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const sorted = seconds.toSorted((a, b) => a - b);
  return [
    {
      ...{ what: `the bilan of ${stored} situations`, seconds: rounded(sorted[2] ?? 0) },
      ...{ slowest: rounded(sorted[4] ?? 0), megabytes: Math.round(most / 2 ** 20) },
    },
    { what: "floor: the same rows read and parsed by the driver", seconds: rounded(rows) },
    { what: "floor: one table counted by SQL", seconds: rounded(one) },
  ];
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1_000;
}
