import type { BilanWords, Printed, PrintedTable } from "./printed.ts";

/** One file of a bilan. */
export interface CsvFile {
  readonly name: string;
  readonly text: string;
}

type Cell = string | number | null;

/** Each table of the bilan as a file of its own, and the figures beside the tables in another. */
export function bilanCsv(printed: Printed, { say }: BilanWords): readonly CsvFile[] {
  const { frequentation, sections } = printed;
  const figures = sections.flatMap((section) =>
    section.figures.map(({ id, label, value, before }) => [section.id, id, label, value, before]),
  );
  const head = [say("columnWhat"), say("columnNumber"), say("columnBefore")];
  const tables = sections.flatMap((section) => section.tables);
  return [
    ...(frequentation
      ? [{ name: "A5.csv", text: csv([frequentation.head, ...frequentation.rows]) }]
      : []),
    { name: "figures.csv", text: csv([["part", "id", ...head], ...figures]) },
    ...tables.map((table) => ({ name: `${table.id}.csv`, text: tableCsv(table, say) })),
  ];
}

function tableCsv({ rows }: PrintedTable, say: BilanWords["say"]): string {
  const head = [
    "code",
    ...["columnWhat", "columnNumber", "columnShare", "columnBefore"].map((key) => say(key)),
  ];
  return csv([
    head,
    ...rows.map(({ code, label, count, share, before }) => [
      ...[code, label, count, share === null ? null : Math.round(share * 10_000) / 10_000, before],
    ]),
  ]);
}

/**
 * Rows as French spreadsheets open them: semicolons, commas in decimals, a mark of their encoding first. A text
 * that a spreadsheet would take for a formula is kept from being one.
 */
function csv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
