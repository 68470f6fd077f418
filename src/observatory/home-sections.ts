import { chapterTables } from "./chapter-tables.ts";
import { type Counts, counting } from "./counting.ts";
import type { HomeFigures } from "./report.ts";
import type { Figure, Section, Table } from "./sections.ts";
import { type Situation, unknownSituation } from "./situation.ts";
import type { StayFigures } from "./stay-figures.ts";
import type { StayKind } from "./stays.ts";
import { tableOf } from "./table-of.ts";
import { allTables } from "./tables.ts";

/** Chapter B is Tremplins Duo, chapter C is ALT, as in the association's report. */
const chapters: Readonly<Record<StayKind, string>> = { tremplins: "B", alt: "C" };
export const stayChapters: Readonly<Record<string, StayKind>> = { B: "tremplins", C: "alt" };

const figures = [
  ...([["places", "count"] as const, ["homesIn", "count"] as const] as const),
  ...([["homesOut", "count"] as const, ["requests", "count"] as const] as const),
  ...([["welcomed", "count"] as const, ["entered", "count"] as const] as const),
  ...([["stillThere", "count"] as const, ["left", "count"] as const] as const),
  ...([["leftWithoutNotice", "count"] as const, ["extensions", "count"] as const] as const),
  ...([["meanDays", "days"] as const, ["arrears", "count"] as const] as const),
  ...([["arrearsLeft", "count"] as const, ["arrearsMonths", "months"] as const] as const),
  ...([["nightsAvailable", "count"] as const, ["nightsOccupied", "count"] as const] as const),
  ["occupation", "share"] as const,
] as const;
type HomeFigure = (typeof figures)[number][0];

/** What is about dwellings, not about people, however few. */
const ofDwellings: readonly string[] = ["places", "nightsAvailable", "homesIn", "homesOut"];
/** What is no count, or a count of nights: on how many people it rests. */
const restsOn: Readonly<
  Partial<Record<HomeFigure, keyof StayFigures & ("left" | "arrears" | "welcomed")>>
> = {
  ...{ meanDays: "left", arrearsMonths: "arrears" },
  ...{ nightsOccupied: "welcomed", occupation: "welcomed" },
};

/** Who asked, and who was welcomed: by their ids among the tables of situations. */
const askedTables = ["A10", "A7", "A11", "A12b"];
const hereTables = ["A8", "A9", "A7", "A10", "A12b", "A13", "A14", "A16"];

/** The chapters of homes for a while, each with its figures, its exits, and those of the year before. */
export function homeSections(homes: readonly HomeFigures[]): readonly Section[] {
  return homes
    .map(({ now, before }) => {
      const id = chapters[now.kind];
      const [asked, here] = [countsOf(now.asked), countsOf(now.here)];
      return {
        id,
        figures: [
          ...figures.map(([name, format]) => figureOf(id, name, format, now, before)),
          amountOf(id, here, before ? countsOf(before.here) : null),
        ],
        tables: [
          tableOf(
            { id: `${id}.stock`, rowsOf: "dwelling", unit: "dwelling", isMultiple: false },
            now.homes,
            before ? before.homes : null,
          ),
          ...chapterTables(`${id}.asked`, askedTables, asked, before && countsOf(before.asked)),
          ...chapterTables(`${id}.here`, hereTables, here, before && countsOf(before.here)),
          exitsOf(`${id}.exits`, "outcome", now.exits, before?.exits ?? null),
          exitsOf(`${id}.exitReasons`, "exitReason", now.exitReasons, before?.exitReasons ?? null),
        ].filter(({ rows }) => rows.some(({ code, count }) => code !== null && (count ?? 0) > 0)),
      };
    })
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function figureOf(
  chapter: string,
  id: HomeFigure,
  format: Figure["format"],
  now: StayFigures,
  before: StayFigures | null,
): Figure {
  const people = ofDwellings.includes(id) ? 0 : (now[restsOn[id] ?? id] ?? 0);
  return {
    ...{ id: `${chapter}.${id}`, format, value: now[id], before: before?.[id] ?? null },
    restsOn: people,
  };
}

/** What those who were welcomed have each month, in the mean. */
function amountOf(chapter: string, { amounts }: Counts, before: Counts | null): Figure {
  const mean = (given: Counts["amounts"]) => (given.known === 0 ? null : given.sum / given.known);
  return {
    ...{ id: `${chapter}.resourcesMean`, format: "euros", value: mean(amounts) },
    ...{ before: before && mean(before.amounts), restsOn: amounts.known },
  };
}

function exitsOf(
  id: string,
  rowsOf: Table["rowsOf"],
  rows: StayFigures["exits"],
  before: StayFigures["exits"] | null,
): Table {
  return tableOf({ id, rowsOf, unit: "stay", isMultiple: false }, rows, before);
}

function countsOf(some: readonly (Situation | null)[]): Counts {
  const count = counting(allTables, { low: null, poverty: null });
  for (const one of some) count.add(one ?? unknownSituation({ id: "", structure: "", year: 0 }));
  return count.counted();
}
