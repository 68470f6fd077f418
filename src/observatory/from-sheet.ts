import { type CodeList, slugOf } from "./dictionary.ts";
import { codedFields, listedFields } from "./situation.ts";

/** One cell of a sheet, as the library that opens it gives it. */
export type SheetCell = string | number | boolean | Date | null;

/** What a column holds: a field of a situation, or a part of its one interview, or its files by their kind. */
export type Column =
  | ("id" | "year" | "requestedOn" | "persons" | "ageAtRequest" | "commune" | "resourcesAmount")
  | ("outcomeOn" | "interviewOn" | "interviewMode" | "interviewSite" | "files")
  | keyof typeof codedFields
  | keyof typeof listedFields;

/** What reading a sheet needs to know of the association. */
export interface SheetWords {
  /** How a field is called in French, and how a code of a list is. */
  labelOf(field: string): string | null;
  codeLabels(list: CodeList): readonly { readonly code: string; readonly label: string }[];
  /** The INSEE code of a commune by its name; null when it is none that is known here. */
  communeCode(text: string): string | null;
}

const fields: readonly Column[] = [
  ...(["id", "year", "requestedOn", "persons", "ageAtRequest", "commune"] as const),
  ...(["resourcesAmount", "outcomeOn", "interviewOn", "interviewMode", "interviewSite"] as const),
  "files",
  ...(Object.keys(codedFields) as (keyof typeof codedFields)[]),
  ...(Object.keys(listedFields) as (keyof typeof listedFields)[]),
];

/** What columns are called in the tables that associations keep by hand. */
const otherHeads: Readonly<Record<string, Column>> = {
  ...{ n: "id", numero: "id", no: "id", identifiant: "id", dossier: "id", annee: "year" },
  ...{ date: "requestedOn", date_de_la_demande: "requestedOn", premiere_demande: "requestedOn" },
  ...{
    date_demande: "requestedOn",
    nb_personnes: "persons",
    personnes: "persons",
    age: "ageAtRequest",
  },
  ...{ sexe: "identifiesAs", genre: "identifiesAs", composition: "composition" },
  ...{ situation_familiale: "composition", origine: "origin", orienteur: "origin" },
  ...{
    prescripteur: "origin",
    problematique: "mainProblem",
    ville: "commune",
    code_insee: "commune",
  },
  ...{
    qpv: "qpv",
    logement: "housing",
    situation_logement: "housing",
    ressources: "resourcesNature",
  },
  ...{ montant: "resourcesAmount", revenus: "resourcesAmount", emploi: "employment" },
  ...{ partenaires: "partners", orientation: "orientations", issue: "outcome", sortie: "outcome" },
  ...{ ase: "ase", action_logement: "actionLogement", dossiers_constitues: "files" },
  ...{ date_entretien: "interviewOn", entretien: "interviewOn", mode: "interviewMode" },
  ...{ mode_entretien: "interviewMode", lieu: "interviewSite", lieu_entretien: "interviewSite" },
};

/** What each column of a head holds; null for one that is left aside, a name or a telephone number first of all. */
export function columnsOf(
  head: readonly SheetCell[],
  words: SheetWords,
): readonly (Column | null)[] {
  const named = new Map<string, Column>(Object.entries(otherHeads));
  for (const field of fields) {
    const label = words.labelOf(field);
    if (label !== null) named.set(slugOf(label), field);
    named.set(slugOf(field), field);
  }
  const seen = new Set<Column>();
  return head.map((cell) => {
    const column = named.get(slugOf(String(cell ?? "")));
    if (column === undefined || seen.has(column)) return null;
    seen.add(column);
    return column;
  });
}

/** A row as a record of the observatory, as `readRecord` takes it: what it cannot mean is left as it was written. */
export function recordOfRow(
  row: readonly SheetCell[],
  columns: readonly (Column | null)[],
  words: SheetWords,
): Readonly<Record<string, unknown>> {
  const record: Record<string, unknown> = {};
  const interview: Record<string, unknown> = {};
  for (const [place, column] of columns.entries()) {
    const cell = row[place] ?? null;
    if (column === null || isEmpty(cell)) continue;
    if (column === "interviewOn") interview["on"] = dayOf(cell);
    else if (column === "interviewMode") interview["mode"] = codeOf(cell, "mode", words);
    else if (column === "interviewSite") interview["site"] = String(cell);
    else record[column] = fieldOf(cell, column, words);
  }
  return Object.keys(interview).length > 0 ? { ...record, interviews: [interview] } : record;
}

function isEmpty(cell: SheetCell): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

function fieldOf(cell: SheetCell, column: Column, words: SheetWords): unknown {
  if (column === "id") return slugOf(String(cell)).replaceAll("_", "-");
  if (column === "requestedOn" || column === "outcomeOn") return dayOf(cell);
  if (column === "commune") return words.communeCode(String(cell).trim()) ?? String(cell).trim();
  if (column === "files") return several(cell).map((one) => ({ type: codeOf(one, "file", words) }));
  if (column in listedFields) {
    const list = listedFields[column as keyof typeof listedFields];
    return several(cell).map((one) => codeOf(one, list, words));
  }
  if (column in codedFields)
    return codeOf(cell, codedFields[column as keyof typeof codedFields], words);
  return numberOf(cell);
}

/** Several answers in one cell: "ALT ; FSL", or one a line. */
function several(cell: SheetCell): readonly string[] {
  return String(cell)
    .split(/[;\n|]| \+ /)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** The code that a label stands for; anything else goes on as it is, and is judged with the other rows. */
function codeOf(cell: SheetCell, list: CodeList, words: SheetWords): unknown {
  if (typeof cell === "boolean") return cell;
  const slug = slugOf(String(cell));
  return words.codeLabels(list).find(({ label }) => slugOf(label) === slug)?.code ?? String(cell);
}

/** "14/03/2022", "2022-03-14" or a day of the spreadsheet itself, as "2022-03-14". */
function dayOf(cell: SheetCell): unknown {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const [, day = "", month = "", year = ""] =
    /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(String(cell)) ?? [];
  return year === ""
    ? String(cell).trim()
    : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** "1 200,50 €" as 1200.5; what is no number stays as it was written. */
function numberOf(cell: SheetCell): unknown {
  if (typeof cell === "number") return cell;
  const plain = String(cell).replace(/[\s€]/g, "").replace(",", ".").replace(/ans$/, "");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : String(cell);
}
