import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/universal";
import { readSheetFile } from "../../src/commands/read-sheet.ts";
import { readRecord } from "../../src/observatory/read-record.ts";
import { openTexts } from "../../src/texts.ts";
import { henincarvin } from "../appointments/association.ts";

const folder = mkdtempSync(join(tmpdir(), "trousseau-sheet-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = fileURLToPath(new URL("../../", import.meta.url));
const structure = henincarvin();
const given = { year: 2021, structure, texts: openTexts({ strict: true }) };

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const csv = `Nom;N°;Date de la première demande;Âge;Sexe;Ville;Situation logement;Montant;Dossiers;Date entretien;Mode
Lina Invented;12;14/03/2021;19;F;Carvin;Hébergé par un tiers;"1 200,50 €";"ALT ; FSL énergie";02/04/2021;Téléphone
Zoé Invented;13;;;;62427;;;;;
;;;;;;;;;;
`;

test("a table kept by hand is read as rows of codes, by its heads and labels; names are left aside", async () => {
  const { lines, leftAside } = await readSheetFile(file("2021.csv", csv), given);
  expect(leftAside).toEqual(["A"]);
  expect(JSON.stringify(lines)).not.toContain("Invented");
  expect(lines.map(({ line }) => line)).toEqual([2, 3]);
  const [first, second] = lines.map(({ text }) => readRecord(text, structure.slug));
  expect(first).toMatchObject({
    outcome: "situation",
    situation: {
      ...{ id: "12", year: 2021, requestedOn: "2021-03-14", ageAtRequest: 19 },
      ...{ identifiesAs: "femme", commune: "62215", housing: "heberge_tiers" },
      resourcesAmount: 1200.5,
      files: [{ type: "alt" }, { type: "fsl_energie" }],
      interviews: [{ on: "2021-04-02", mode: "telephone", site: null }],
    },
  });
  expect(second).toMatchObject({ situation: { id: "13", commune: "62427", ageAtRequest: null } });
});

test("a spreadsheet says the same as its tables saved as text, older encodings too", async () => {
  const rows = [
    ["Âge", "Date de la première demande", "Issue"],
    [19, new Date("2021-03-14T00:00:00Z"), "Parc privé"],
  ] as const;
  const cells = rows.map((row) =>
    row.map((value) => ({
      value,
      ...(value instanceof Date ? { type: Date, format: "dd/mm/yyyy" } : {}),
    })),
  );
  const blob = await writeXlsxFile([{ sheet: "2021", data: cells as never }]).toBlob();
  const sheet = await readSheetFile(
    file("2021.xlsx", new Uint8Array(await blob.arrayBuffer())),
    given,
  );
  const text = "Âge;Date de la première demande;Issue\n19;14/03/2021;Parc privé\n";
  const western = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const saved = await readSheetFile(file("western.csv", western), given);
  const said = ({ lines }: typeof saved) =>
    lines.map(({ text }) => readRecord(text.replace(/tableur-\w+/, "x"), structure.slug));
  expect(said(saved)).toEqual(said(sheet));
  expect(said(saved)).toMatchObject([
    {
      outcome: "situation",
      situation: { ageAtRequest: 19, requestedOn: "2021-03-14", outcome: "parc_prive" },
    },
  ]);
});

test("without a number of its own a row keeps its name, wherever it stands; two alike are two", async () => {
  const idsOf = async (name: string, rows: readonly string[]) =>
    (await readSheetFile(file(name, ["Âge;Commune", ...rows].join("\n")), given)).lines.map(
      ({ text }) => JSON.parse(text).id as string,
    );
  const ids = await idsOf("one.csv", ["19;Carvin", "20;Lens", "19;Carvin"]);
  const moved = await idsOf("other.csv", ["20;Lens", "19;Carvin", "19;Carvin"]);
  expect(new Set(ids).size).toBe(3);
  expect(moved.toSorted()).toEqual(ids.toSorted());
});

test("the command takes the good rows, names the bad ones by line and field, and changes nothing the second time", () => {
  const run = (...options: readonly string[]) =>
    spawnSync(process.execPath, ["src/commands/observatory.ts", "import", ...options], {
      ...{ cwd: root, encoding: "utf8" as const },
      env: {
        ...process.env,
        DATABASE_URL: `file:${join(folder, "trousseau.db")}`,
        LOG_LEVEL: "silent",
      },
    });
  const path = file("mixed.csv", "Âge;Commune;Issue\n19;Carvin;Parc privé\nvieux;Atlantide;Lune\n");
  const first = run(path, "--year", "2021");
  expect(first.stdout).toBe("2 lignes : 1 ajoutées, 0 changées, 0 déjà là, 1 refusées.\n");
  expect(first.stderr).toMatch(/Ligne 3, ageAtRequest/);
  expect(first.stderr).toMatch(/Ligne 3, commune/);
  expect(first.stderr).toMatch(/Ligne 3, outcome/);
  expect(run(path, "--year", "2021").stdout).toContain("0 ajoutées, 0 changées, 1 déjà là");
  const nameless = run(file("nameless.csv", "Lina;Invented\n"));
  expect([nameless.status, nameless.stderr]).toEqual([
    2,
    "La première ligne ne nomme aucune colonne connue : Âge, Commune, Issue…\n",
  ]);
  expect(run(path, "--year", "soon").status).toBe(2);
});
