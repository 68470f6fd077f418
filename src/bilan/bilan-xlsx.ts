import writeXlsxFile, { type Row, type Sheet } from "write-excel-file/universal";
import type { BilanWords, Printed, PrintedGrid, PrintedSection, PrintedTable } from "./printed.ts";

/** A bilan as a spreadsheet: one sheet for what heads it, then one for each part. Numbers are numbers. */
export async function bilanXlsx(printed: Printed, words: BilanWords): Promise<Uint8Array> {
  const sheets = [
    { sheet: "A5", data: [...headOf(printed), ...gridOf(printed.frequentation)] },
    ...(printed.funders ? [{ sheet: "A4", data: gridOf(printed.funders) }] : []),
    ...printed.sections.map((section) => ({
      sheet: section.id,
      data: rowsOf(section, words),
    })),
    { sheet: "A28", data: [...listOf(printed, words)] },
  ].map((one): Sheet<Blob> => ({ ...one, columns: widths }));
  const blob = await writeXlsxFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const widths = [{ width: 46 }, { width: 14 }, { width: 14 }, { width: 14 }];
const bold = (value: string) => ({ value, fontWeight: "bold" as const, wrap: true });
/** A text is written as a text: a spreadsheet never takes it for a formula. */
const text = (value: string) => ({ value, type: String });
const number = (value: number | null) => (value === null ? null : { value, type: Number });
const share = (value: number | null) =>
  value === null ? null : { value, type: Number, format: "0.0%" };

function headOf({ title, service, lines, broken }: Printed): Row[] {
  return [[bold(title)], [text(service)], ...[...lines, ...broken].map((line) => [text(line)]), []];
}

function gridOf(grid: PrintedGrid | null): Row[] {
  if (!grid) return [];
  return [
    [bold(grid.title)],
    grid.head.map(bold),
    ...grid.rows.map((row) =>
      row.map((cell) => (typeof cell === "string" ? text(cell) : number(cell))),
    ),
  ];
}

function rowsOf({ title, figures, tables }: PrintedSection, words: BilanWords): Row[] {
  const { say } = words;
  const before = say("columnBefore");
  return [
    [bold(title)],
    ...(figures.length > 0
      ? [[bold(say("columnWhat")), bold(say("columnNumber")), bold(before)]]
      : []),
    ...figures.map(({ label, value, before: was }) => [
      text(label),
      text(value),
      was === null ? null : text(was),
    ]),
    ...tables.flatMap((table) => tableRows(table, words)),
  ];
}

function tableRows({ title, unit, total, rows }: PrintedTable, { say }: BilanWords): Row[] {
  const head = ["columnWhat", "columnNumber", "columnShare", "columnBefore"];
  return [
    [],
    [bold(`${title} (${unit})`)],
    head.map((key) => bold(say(key))),
    ...rows.map((row) => [
      text(row.label),
      number(row.count),
      share(row.share),
      number(row.before),
    ]),
    [bold(say("total")), number(total)],
  ];
}

function listOf({ changes, missing, method, analysis }: Printed, { say }: BilanWords): Row[] {
  const part = (title: string, lines: readonly string[]): Row[] => [
    [bold(title)],
    ...lines.map((line) => [text(line)]),
    [],
  ];
  return [
    ...part(say("section_A28"), [
      ...(changes.length > 0 ? changes : [say("changesNone")]),
      ...analysis,
    ]),
    ...part(say("missingTitle"), missing.length > 0 ? missing : [say("missingNone")]),
    ...part(say("methodTitle"), method),
  ];
}
