import type { Opened } from "../observatory/behind.ts";
import type { Lines } from "../observatory/counting.ts";
import { allTables, type RowsOf } from "../observatory/tables.ts";
import { type BilanWords, figureLabel, labelOf, tableTitle } from "./printed.ts";

/** What the rows are of the tables that no situation makes, by the last part of their id. */
const rowsOf: Readonly<Record<string, RowsOf>> = {
  ...{ form: "measureForm", objective: "objective", careBefore: "careBefore" },
  ...{ budget: "budget", evolution: "evolution", exitReasons: "exitReason" },
};

/** What a number that is opened is called: its row and its table, or the figure. */
export function openedWords(words: BilanWords, opened: Opened, lines: Lines): string {
  if ("figure" in opened) return figureLabel(words, opened.figure, lines);
  const { table, code } = opened;
  const name = table.split(".").at(-1) ?? "";
  const listed = allTables.find(({ id }) => id === name)?.rowsOf ?? rowsOf[name];
  // homes for a while tell what was found, accompaniments why they ended
  const exits = /^[BC]\./.test(table) ? "outcome" : "exitReason";
  return `${tableTitle(words, table)}, ${labelOf(words, { rowsOf: listed ?? exits }, code)}`;
}
