import { csv } from "./csv.ts";
import type { BilanWords, Printed, PrintedTable } from "./printed.ts";

/** One file of a bilan. */
export interface CsvFile {
  readonly name: string;
  readonly text: string;
}

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
