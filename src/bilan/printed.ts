import type { SaidValues } from "../base/message.ts";
import type { Lines } from "../observatory/counting.ts";
import type { Frequentation } from "../observatory/frequentation.ts";
import type { Report } from "../observatory/report.ts";
import { type Figure, type Section, sectionsOf, type Table } from "../observatory/sections.ts";
import { published } from "../observatory/small-cells.ts";
import { filterWords } from "./filter-words.ts";
import { largestChanges } from "./largest-changes.ts";
import { methodLines } from "./method-lines.ts";

/** How a bilan is put into words: by its texts, the names of places, and how days and numbers are written. */
export interface BilanWords {
  say(key: string, values?: SaidValues): string;
  day(date: string): string;
  number(value: number, digits?: number): string;
  placeName(site: string): string;
  communeName(inseeCode: string): string;
}

/** A table ready to be shown, printed or written into a sheet; numbers stay numbers. */
export interface PrintedTable {
  readonly id: string;
  readonly title: string;
  /** In what it is counted, and whether answers are several. */
  readonly unit: string;
  readonly total: number;
  readonly isMultiple: boolean;
  readonly rows: readonly PrintedRow[];
}

export interface PrintedRow {
  readonly code: string | null;
  readonly label: string;
  readonly count: number | null;
  readonly share: number | null;
  readonly before: number | null;
}

export interface PrintedFigure {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly before: string | null;
}

export interface PrintedSection {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly PrintedFigure[];
  readonly tables: readonly PrintedTable[];
}

/** Rows under a head, the first cell of each naming it. */
export interface PrintedGrid {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A whole bilan in words. */
export interface Printed {
  readonly title: string;
  readonly service: string;
  readonly lines: readonly string[];
  readonly frequentation: PrintedGrid | null;
  /** Who pays, this year and as foreseen, as typed when it was signed; absent before. */
  readonly funders?: PrintedGrid;
  readonly sections: readonly PrintedSection[];
  readonly changes: readonly string[];
  readonly missing: readonly string[];
  /** Which field each line of `missing` is about; absent from those that were signed before it was kept. */
  readonly missingFields?: readonly string[];
  readonly broken: readonly string[];
  readonly method: readonly string[];
  /** What the team wrote under the figures, when it signed; empty before. */
  readonly analysis: readonly string[];
}

/** Puts a bilan into words; `toPublish` hides what could tell who somebody is. */
export function printed(
  report: Report,
  words: BilanWords,
  { service, toPublish }: { readonly service: string; readonly toPublish: boolean },
): Printed {
  const { say, day } = words;
  const whole = sectionsOf(report);
  const sections = toPublish ? published(whole) : whole;
  const { from, to } = report.period;
  const missing = report.missing
    .filter(({ situations }) => situations > 0)
    .toSorted((one, other) => other.situations - one.situations);
  return {
    title: say("title"),
    service,
    lines: [
      say("period", { from: day(from), to: day(to) }),
      ...(report.filters.length === 0
        ? []
        : [
            say("filtered", {
              filters: report.filters.map((one) => filterWords(words, one)).join(", "),
            }),
          ]),
      say("computed", { day: day(report.computedOn), version: report.dictionary }),
      say(toPublish ? "publishedOnly" : "draft"),
    ],
    frequentation: frequentationIn(words, report),
    sections: sections
      .filter(({ figures, tables }) => figures.length + tables.length > 0)
      .map((section) => sectionIn(words, section, report)),
    changes: largestChanges(sections).map(({ table, row, now, before }) =>
      say("change", {
        ...{ what: say(`table_${table.id}`), row: labelOf(words, table, row) },
        ...{ now, before },
      }),
    ),
    missing: missing.map(({ field, situations }) =>
      say("missingLine", {
        field: say(`field_${field}`),
        ...{ count: situations, total: report.counts.situations },
      }),
    ),
    missingFields: missing.map(({ field }) => field),
    broken: report.broken.map(({ part, check, records }) =>
      say(`broken_${check}`, { part, records: records.join(", ") }),
    ),
    method: methodLines(words, report),
    analysis: [],
  };
}

function sectionIn(words: BilanWords, section: Section, report: Report) {
  const { id, figures, tables } = section;
  return {
    id,
    title: titleOf(words, section),
    figures: figures.map((figure) => figureIn(words, figure, report)),
    tables: tables.map((table) => tableIn(words, table)),
  };
}

/** What a part is called, with the territory it is about. */
export function titleOf({ say }: BilanWords, { id, area }: Pick<Section, "id" | "area">): string {
  const [chapter] = id.split(".");
  const title = say(`section_${chapter}`);
  return area ? say("sectionOfArea", { title, area: say(`epci_${area}`) }) : title;
}

function tableIn(words: BilanWords, table: Table): PrintedTable {
  const { id, unit, isMultiple, total, rows } = table;
  const several = isMultiple ? `, ${words.say("severalAnswers")}` : "";
  return {
    ...{ id, isMultiple, total, unit: `${words.say(`unit_${unit}`)}${several}` },
    title: tableTitle(words, id),
    rows: rows.map((row) => ({ ...row, label: labelOf(words, table, row.code) })),
  };
}

/** What a table is called; who asked and who was welcomed have the same ones. */
export function tableTitle({ say }: BilanWords, id: string): string {
  const [of, name] = id.split(".").slice(-2);
  const title = say(`table_${name ?? of}`);
  return of === "asked" || of === "here" ? say(`tableOf_${of}`, { title }) : title;
}

/** What a row is called. */
export function labelOf(words: BilanWords, { rowsOf }: Pick<Table, "rowsOf">, code: string | null) {
  if (code === null) return words.say(rowsOf === "site" ? "noPlace" : "unknown");
  if (rowsOf === "site") return words.placeName(code);
  if (rowsOf === "commune") return words.communeName(code);
  if (rowsOf === "gathering") return gatheringIn(words, code);
  if (rowsOf !== "fileRole") return words.say(`${rowsOf}_${code}`);
  const [role = "", type = ""] = code.split(":");
  return `${words.say(`file_${type}`)}, ${words.say(`role_${role}`)}`;
}

/** "Forum, 24/03/2022, Libercourt": its kind, its day or its year, and where, where it is known. */
function gatheringIn(words: BilanWords, code: string): string {
  const [on = "", kind = "", site = ""] = code.split("|");
  const day = on.length > 4 ? words.day(on) : on;
  return [words.say(`gathering_${kind}`), day, site && words.placeName(site)]
    .filter(Boolean)
    .join(", ");
}

function figureIn(words: BilanWords, figure: Figure, { lines }: Report): PrintedFigure {
  const { id, value, before } = figure;
  return {
    id,
    label: figureLabel(words, id, lines),
    value: amountIn(words, figure, value),
    before: before === null ? null : amountIn(words, figure, before),
  };
}

/** What a figure is called, with the line it is measured by. */
export function figureLabel(words: BilanWords, id: string, lines: Lines): string {
  const name = id.split(".").at(-1) ?? id;
  const line =
    name === "underLowIncome" ? lines.low : name === "underPovertyLine" ? lines.poverty : null;
  return words.say(`figure_${name}`, { euros: line ? words.number(line.euros) : "?" });
}

function amountIn(words: BilanWords, { format }: Figure, value: number | null): string {
  if (value === null) return words.say("none");
  switch (format) {
    case "count":
      return words.number(value);
    case "euros":
      return words.say("euros", { value: words.number(Math.round(value)) });
    case "years":
      return words.say("years", { value: words.number(value, 2) });
    case "days":
      return words.say("days", { value: words.number(Math.round(value)) });
    case "months":
      return words.say("months", { value: words.number(value, 1) });
    case "minutes":
      return words.say("minutes", { value: words.number(Math.round(value)) });
    case "share":
      return words.say("percent", { value: words.number(value * 100, 1) });
  }
}

const columns = [
  ...(["asked", "withFile", "withoutFile", "faceToFace", "workshopPeople"] as const),
  ...(["workshopWithFile", "workshops", "eventPeople", "qpv"] as const),
] as const;

function frequentationIn(words: BilanWords, { frequentation }: Report) {
  if (frequentation.length === 0) return null;
  const { say } = words;
  return {
    title: say("section_A5"),
    head: [say("freq_period"), ...columns.map((column) => say(`freq_${column}`))],
    rows: frequentation.map((one) => [
      one.isPublished
        ? say("freq_published", { period: periodIn(words, one) })
        : periodIn(words, one),
      ...columns.map((column) => one[column]),
    ]),
  };
}

/** A calendar year by its number, another period by its days. */
function periodIn({ say, day }: BilanWords, { period: { from, to } }: Frequentation): string {
  const year = from.slice(0, 4);
  const isYear = from === `${year}-01-01` && to === `${year}-12-31`;
  return isYear ? year : say("period", { from: day(from), to: day(to) });
}
