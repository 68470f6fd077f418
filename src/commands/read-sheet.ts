import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import papaparse from "papaparse";
import { readSheet } from "read-excel-file/node";
import { codeLists } from "../observatory/dictionary.ts";
import {
  columnsOf,
  recordOfRow,
  type SheetCell,
  type SheetWords,
} from "../observatory/from-sheet.ts";
import type { Structure } from "../structure/schema.ts";
import type { Texts } from "../texts.ts";

/** A spreadsheet as lines of the observatory, each with its number in the file, and the columns left aside. */
export interface ReadSheet {
  readonly lines: readonly { readonly line: number; readonly text: string }[];
  readonly leftAside: readonly string[];
  /** Whether the first row names at least one column that is known. */
  readonly isReadable: boolean;
}

/** Whether a path is that of a spreadsheet, and not of JSON lines. */
export function isSheet(path: string): boolean {
  return /\.(csv|tsv|xlsx)$/i.test(path);
}

/**
 * Reads a spreadsheet whose first row names its columns. A row without a number of its own is given one by what it
 * says, so that the same file read again changes nothing. Throws what the file system throws.
 */
export async function readSheetFile(
  path: string,
  { year, structure, texts }: { year: number | null; structure: Structure; texts: Texts },
): Promise<ReadSheet> {
  const [head = [], ...rows] = await cellsOf(path);
  const words = sheetWords(structure, texts);
  const columns = columnsOf(head, words);
  const times = new Map<string, number>();
  const lines = rows.flatMap((row, place) => {
    const record = recordOfRow(row, columns, words);
    if (Object.keys(record).length === 0) return [];
    const dated = { ...(year === null || "year" in record ? {} : { year }), ...record };
    const id = "id" in record ? {} : { id: idOf(JSON.stringify(dated), times) };
    return [{ line: place + 2, text: JSON.stringify({ ...dated, ...id }) }];
  });
  // by their letters: without a head, what stands there may be a name
  const leftAside = columns.flatMap((column, place) => (column === null ? [letterOf(place)] : []));
  return { lines, leftAside, isReadable: columns.some((column) => column !== null) };
}

/** A, B … Z, AA: as a spreadsheet calls its columns. */
function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : `${letterOf(Math.floor(place / 26) - 1)}${last}`;
}

async function cellsOf(path: string): Promise<readonly (readonly SheetCell[])[]> {
  const bytes = await readFile(path);
  if (/\.xlsx$/i.test(path)) return readSheet(bytes) as Promise<SheetCell[][]>;
  return papaparse.parse<string[]>(textOf(bytes), { skipEmptyLines: "greedy" }).data;
}

/** Files saved by an older spreadsheet are in the Western encoding of its time. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** By what the row says, and which of the rows that say the same it is. */
function idOf(said: string, times: Map<string, number>): string {
  const time = (times.get(said) ?? 0) + 1;
  times.set(said, time);
  return `tableur-${createHash("sha256").update(`${said} ${time}`).digest("hex").slice(0, 20)}`;
}

function sheetWords(structure: Structure, texts: Texts): SheetWords {
  const say = (key: string) => texts.say({ key: `observatoire:${key}` }, "fr");
  const communes = structure.territories.flatMap((one) => one.communes);
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  const labelled = new Set(["id", "year", "interviewOn", "interviewMode", "interviewSite"]);
  return {
    labelOf: (field) => (labelled.has(field) ? null : say(`field_${field}`)),
    codeLabels: (list) => [
      ...codeLists[list].map((code) => ({ code, label: say(`${list}_${code}`) })),
      // an area is called as the structure's file calls it, too
      ...(list === "epci"
        ? structure.territories.map(({ id, name }) => ({ code: id.toLowerCase(), label: name }))
        : []),
    ],
    communeCode(text) {
      const found = communes.find(
        ({ name, inseeCode }) => plain(name) === plain(text) || inseeCode === text,
      );
      return found?.inseeCode ?? null;
    },
  };
}
