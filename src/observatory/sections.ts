import type { Counts } from "./counting.ts";
import { figuresOf } from "./figures-of.ts";
import { gatheredSections } from "./gathered-sections.ts";
import { homeSections } from "./home-sections.ts";
import { measureSections } from "./measure-sections.ts";
import type { Report } from "./report.ts";
import { followUpFigures, orientationSection, satisfactionSection } from "./services.ts";
import { tableOf } from "./table-of.ts";
import { allTables, publicTables, type RowsOf, type TableDefinition, type Unit } from "./tables.ts";

/** One number of the bilan. A share is between 0 and 1; null is "not known", or hidden. */
export interface Figure {
  readonly id: string;
  readonly format: "count" | "euros" | "share" | "years" | "days" | "months" | "minutes";
  readonly value: number | null;
  readonly before: number | null;
  /** How many people the number rests on: below the least, it is not published. */
  readonly restsOn: number;
}

export interface TableRow {
  readonly code: string | null;
  /** Null where it is hidden. */
  readonly count: number | null;
  readonly share: number | null;
  readonly before: number | null;
}

export interface Table {
  readonly id: string;
  readonly rowsOf: RowsOf;
  readonly unit: Unit;
  readonly isMultiple: boolean;
  readonly total: number;
  readonly rows: readonly TableRow[];
}

/** One part of the bilan, numbered as the association numbers it. */
export interface Section {
  readonly id: string;
  /** The territory it is about, where a part is told for each. */
  readonly area?: string | null;
  readonly figures: readonly Figure[];
  readonly tables: readonly Table[];
}

/** The parts of a bilan in their order; what does not add up is left out, and told by `report.broken`. */
export function sectionsOf(report: Report): readonly Section[] {
  const { counts, before, broken } = report;
  const isBroken = (id: string) => broken.some(({ part }) => part === id);
  const tables = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const definition = allTables.find((one) => one.id === id);
      return definition && !isBroken(id) ? [situationsTable(definition, counts, before)] : [];
    });
  const figures = figuresOf(counts, before).map((figure) =>
    figure.id === "underLowIncome" && before === null
      ? { ...figure, before: report.publishedBefore?.underLowIncome ?? null }
      : figure,
  );
  const of = (...ids: readonly string[]) => figures.filter(({ id }) => ids.includes(id));
  const now = report.frequentation.at(-1);
  const gone = report.frequentation.at(-2);
  const sections: readonly Section[] = [
    { id: "A1", figures: [], tables: tables(["A1"]) },
    { id: "A2", figures: [], tables: tables(["A2"]) },
    ...(report.services ? [orientationSection(report.services, nationalSite(report))] : []),
    { id: "A6", figures: of("situations", "persons"), tables: [] },
    { id: "A7", figures: [], tables: tables(["A7"]) },
    { id: "A8", figures: of("ageMean", "over26"), tables: tables(["A8"]) },
    { id: "A9", figures: [], tables: tables(["A9"]) },
    { id: "A10", figures: [], tables: tables(["A10"]) },
    { id: "A11", figures: [], tables: tables(["A11", "A11b"]) },
    { id: "A12", figures: [], tables: tables(["A12", "A12b", "A12c"]) },
    { id: "A13", figures: [], tables: tables(["A13"]) },
    { id: "A14", figures: of("salaried"), tables: tables(["A14"]) },
    {
      id: "A15",
      figures: of("amountMean", "amountMeanWithAny", "underLowIncome", "underPovertyLine"),
      tables: [],
    },
    { id: "A16", figures: [], tables: tables(["A16"]) },
    {
      id: "A17",
      figures: of("faceToFace", "situationsMet", "situationsAtDistance"),
      tables: tables(["A17"]),
    },
    { id: "A18", figures: [], tables: tables(["A18"]) },
    { id: "A19", figures: [], tables: tables(["A19"]) },
    { id: "A20", figures: [], tables: tables(["A20"]) },
    {
      id: "A21",
      figures: [
        ...of("outcomesKnown"),
        ...(report.services ? followUpFigures(report.services) : []),
      ],
      tables: tables(["A21", "A21b"]),
    },
    ...gatheredSections(report, now, gone, isBroken),
  ];
  return [
    ...sections,
    ...zoomSections(report),
    ...(report.services ? [satisfactionSection(report.services)] : []),
    ...homeSections(report.homes),
    ...measureSections(report.measures),
  ];
}

/** How many situations came by the national site of the CLLAJ. */
function nationalSite({ counts, before }: Report) {
  const of = ({ tables }: Counts) =>
    tables.get("A10")?.find(({ code }) => code === "site_uncllaj")?.count ?? 0;
  return { now: of(counts), before: before && of(before) };
}

function zoomSections({ zooms }: Report): readonly Section[] {
  return zooms.map(({ id, counts }) => ({
    id,
    figures: figuresOf(counts, null)
      .filter((figure) =>
        [
          ...["situations", "ageMean", "amountMean", "amountMeanWithAny"],
          ...(id === "A27" ? ["employeesHoused"] : []),
        ].includes(figure.id),
      )
      .map((figure) => ({ ...figure, id: `${id}.${figure.id}` })),
    tables: publicTables.map((one) => ({
      ...situationsTable(one, counts, null),
      id: `${id}.${one.id}`,
    })),
  }));
}

function situationsTable(
  definition: TableDefinition,
  counts: Counts,
  before: Counts | null,
): Table {
  const rowsIn = ({ tables }: Counts) => tables.get(definition.id) ?? [];
  return tableOf(definition, rowsIn(counts), before && rowsIn(before), counts.situations);
}
