import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { situations2022, tallies2022 } from "../observatory/year-2022.ts";

const folder = mkdtempSync(join(tmpdir(), "trousseau-bilan-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = fileURLToPath(new URL("../../", import.meta.url));
const rows = join(folder, "2022.jsonl");
writeFileSync(
  rows,
  [...situations2022, ...tallies2022].map((row) => `${JSON.stringify(row)}\n`).join(""),
);

/** A command as an operator types it, on a database of its own. */
function run(name: "bilan" | "observatory", options: readonly string[], input = "") {
  const database = `file:${join(folder, "trousseau.db")}`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "./scripts/tsx-loader.mjs", `src/commands/${name}.ts`, ...options],
    {
      ...{ cwd: root, input, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
      env: { ...process.env, DATABASE_URL: database, LOG_LEVEL: "silent" },
    },
  );
  return { status, stdout, stderr };
}

const year = ["--from", "2022-01-01", "--to", "2022-12-31"];

test("rows go in and out: good ones are kept, bad ones named by line, field and reason, twice is once", () => {
  const first = run("observatory", ["import", rows, "--json"]);
  expect(JSON.parse(first.stdout)).toEqual({
    ...{ lines: 233, added: 233, changed: 0, same: 0, refused: 0 },
  });
  const again = run("observatory", ["import", rows, "--json"]);
  expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, changed: 0, same: 233 });
  const wrong = `${JSON.stringify({ id: "x", year: 2022, firstName: "Lina" })}\n`;
  const refused = run("observatory", ["import", "-"], wrong);
  expect(refused).toMatchObject({
    ...{ status: 1, stdout: "1 lignes : 0 ajoutées, 0 changées, 0 déjà là, 1 refusées.\n" },
    stderr: expect.stringContaining("Ligne 1, firstName : ce champ n'existe pas"),
  });
  expect(refused.stderr).not.toContain("Lina");
  const exported = run("observatory", ["export"]).stdout.trim().split("\n");
  expect(exported.toSorted()).toHaveLength(233);
  expect(run("observatory", ["import", "-", "--json"], exported.join("\n")).stdout).toContain(
    '"same":233',
  );
});

test("the situations go out as a table in words, and the same table comes in again and changes no code", () => {
  const table = join(folder, "situations.csv");
  const out = run("observatory", ["export", "--format", "csv"]);
  expect(out.status).toBe(0);
  const [head = "", first = ""] = out.stdout.split("\r\n");
  expect(head).toMatch(/^\uFEFFNuméro;Année;Date de la première demande;Nombre de personnes;Âge;/);
  expect(first).toMatch(/^situation-001;2022;/);
  writeFileSync(table, out.stdout);
  const before = run("bilan", [...year, "--json"]).stdout;
  const again = run("observatory", ["import", table, "--json"]);
  expect(JSON.parse(again.stdout)).toMatchObject({ lines: 218, refused: 0, added: 0 });
  const after = JSON.parse(run("bilan", [...year, "--json"]).stdout);
  const tables = (bilan: typeof after) =>
    bilan.sections
      .filter(({ id }: { id: string }) => /^A(7|8|9|1[0-6]|21)$/.test(id))
      .map((section: { tables: { rows: unknown }[] }) => section.tables.map(({ rows }) => rows));
  expect(tables(after)).toEqual(tables(JSON.parse(before)));
  // interviews are not in the table: the rows as they were are put back
  run("observatory", ["import", rows]);
  expect(run("observatory", ["export", "--format", "xml"]).status).toBe(2);
});

test("the entry for the national directory is printed, as data", () => {
  const entry = JSON.parse(run("observatory", ["directory"]).stdout);
  expect(entry.structures).toHaveLength(1);
  expect(entry.services.at(-1)).toMatchObject({ modes_accueil: ["a-distance"], frais: "gratuit" });
});

test("the bilan of 2022 is printed as a page, as a spreadsheet, as tables and for programs", () => {
  const json = JSON.parse(run("bilan", [...year, "--json"]).stdout);
  expect(json.frequentation.map(({ asked }: { asked: number }) => asked)).toEqual([
    526, 440, 553, 580,
  ]);
  const page = run("bilan", year);
  expect(page).toMatchObject({ status: 0, stderr: "" });
  expect(page.stdout).toContain("Bilan d&#39;activité");
  const book = join(folder, "bilan.xlsx");
  expect(run("bilan", [...year, "--format", "xlsx", "--out", book]).status).toBe(0);
  expect(readFileSync(book).subarray(0, 2).toString()).toBe("PK");
  const tables = join(folder, "tables");
  expect(run("bilan", [...year, "--format", "csv", "--out", tables]).status).toBe(0);
  expect(readdirSync(tables)).toContain("A21.csv");
  expect(readFileSync(join(tables, "A21.csv"), "utf8")).toContain(
    "parc_public;Relogement, bailleur public;25;0,1147;",
  );
});

test("a record that does not add up is named, its part is left out, and the command says so", () => {
  const wrong = { record: "event", id: "fete", year: 2023, on: "2023-05-01", persons: 3, qpv: 9 };
  run("observatory", ["import", "-"], JSON.stringify(wrong));
  const bilan = run("bilan", ["--from", "2023-01-01", "--to", "2023-12-31", "--json"]);
  expect(bilan).toMatchObject({ status: 1, stderr: expect.stringContaining("(fete)") });
});

test.each([
  ["no period", [], "--from manque"],
  ["a day that is none", ["--from", "2022-02-30", "--to", "2022-12-31"], "date illisible"],
  ["an end before its beginning", ["--from", "2022-02-01", "--to", "2022-01-01"], "avant --from"],
  ["a format that is none", [...year, "--format", "pdf"], "Format inconnu"],
  ["a filter that is none", [...year, "--where", "humeur=bonne"], "Filtre illisible"],
])("with %s the command says what to mend, and ends with 2", (_, options, told) => {
  expect(run("bilan", options)).toMatchObject({ status: 2, stderr: expect.stringContaining(told) });
});
