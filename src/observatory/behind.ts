import { localDate } from "../base/time.ts";
import { counting, type Lines } from "./counting.ts";
import { figuresOf } from "./figures-of.ts";
import { type Filter, isWithinFilters, zooms } from "./filter.ts";
import { stayChapters } from "./home-sections.ts";
import { measureFigures, measureLists } from "./measure-figures.ts";
import { measureChapters } from "./measure-sections.ts";
import type { Period } from "./period.ts";
import type { Records } from "./report.ts";
import type { Situation } from "./situation.ts";
import { stayFigures } from "./stay-figures.ts";
import { allTables, publicTables } from "./tables.ts";

/** Which number of a bilan is opened: a row of a table by its code, or a figure. */
export type Opened =
  | { readonly table: string; readonly code: string | null }
  | { readonly figure: string };

/** Of which bilan. */
export interface OpenedIn {
  readonly structure: string;
  readonly period: Period;
  readonly filters: readonly Filter[];
  readonly lines: Lines;
}

const noPeriod = { from: localDate("2000-01-01"), to: localDate("2000-01-01") };
const noLines: Lines = { low: null, poverty: null };
const situationFigures = new Set(
  figuresOf(counting(publicTables, noLines).counted(), null).map(({ id }) => id),
);
const stayFigureIds = new Set(Object.keys(stayFigures("alt", [], [], noPeriod).behind));
const nothingFollowed = { agreements: [], followed: [] };
const measureFigureIds = new Set(
  Object.keys(measureFigures("fsl", null, nothingFollowed, noPeriod).values),
);

/** Whether situations stand behind a number of a bilan at all. */
export function isOpenable(opened: Opened): boolean {
  const id = "table" in opened ? opened.table : opened.figure;
  const [chapter = "", ...rest] = id.split(".");
  const name = rest.at(-1) ?? chapter;
  const isTable = allTables.some((one) => one.id === name);
  if (stayChapters[chapter])
    return "table" in opened
      ? isTable || name === "exits" || name === "exitReasons"
      : stayFigureIds.has(name);
  if (measureChapters[chapter])
    return "table" in opened
      ? isTable || name in measureLists
      : name !== "agreed" && measureFigureIds.has(name);
  if (rest.length > 0 && !zooms.some((one) => one.id === chapter)) return false;
  return "table" in opened ? isTable : situationFigures.has(name);
}

/**
 * The situations behind one number of a bilan, at most so many; null when no record stands behind it (places
 * of a dwelling, points of an agreement, what is counted from events).
 */
export async function situationsBehind(
  records: Records,
  asked: OpenedIn,
  opened: Opened,
  most: number,
): Promise<readonly Situation[] | null> {
  if (!isOpenable(opened)) return null;
  const id = "table" in opened ? opened.table : opened.figure;
  const [chapter = "", ...rest] = id.split(".");
  const name = rest.at(-1) ?? "";
  if (stayChapters[chapter])
    return atMost(most, await ofStays(records, asked, opened, chapter, rest));
  if (measureChapters[chapter]) {
    const area = rest.length > 1 ? (rest[0] ?? null) : null;
    return atMost(most, await ofMeasures(records, asked, opened, chapter, area, name));
  }
  const zoom = zooms.find((one) => one.id === chapter);
  const isZoomed = rest.length > 0;
  const isBehind = behindSituation(opened, isZoomed ? name : chapter, asked.lines);
  if (!isBehind) return null;
  const filters = isZoomed && zoom ? [...asked.filters, zoom.filter] : asked.filters;
  const found: Situation[] = [];
  for await (const one of records.situations(asked.structure, asked.period)) {
    if (found.length >= most) break;
    if (isWithinFilters(one, filters) && isBehind(one)) found.push(one);
  }
  return found;
}

/** Whether one situation counts in the number: by the very sums that made it. */
function behindSituation(
  opened: Opened,
  name: string,
  lines: Lines,
): ((one: Situation) => boolean) | null {
  if ("table" in opened) {
    const table = allTables.find(({ id }) => id === name);
    return table ? (one) => table.codesOf(one).includes(opened.code) : null;
  }
  const restsOn = (one: Situation) => {
    const count = counting(publicTables, lines);
    count.add(one);
    return figuresOf(count.counted(), null).find(({ id }) => id === name)?.restsOn ?? 0;
  };
  return (one) => restsOn(one) > 0;
}

async function ofStays(
  records: Records,
  { structure, period }: OpenedIn,
  opened: Opened,
  chapter: string,
  rest: readonly string[],
): Promise<readonly (Situation | null)[] | null> {
  const kind = stayChapters[chapter];
  const homes = await records.homes?.(structure, period);
  if (!homes || !kind) return null;
  const figures = stayFigures(kind, homes.lodgings, homes.stays, period);
  if ("figure" in opened)
    return figures.behind[rest[0] ?? ""]?.map(({ situation }) => situation ?? null) ?? null;
  const [of = "", id = ""] = rest;
  if (of === "exits" || of === "exitReasons") {
    const left = figures.behind["left"] ?? [];
    const field = of === "exits" ? "exitTo" : "exitReason";
    return left
      .filter((stay) => (stay[field] ?? null) === opened.code)
      .map(({ situation }) => situation ?? null);
  }
  const table = allTables.find((one) => one.id === id);
  const some = of === "asked" ? figures.asked : of === "here" ? figures.here : null;
  if (!table || !some) return null;
  return some.filter((one) => one && table.codesOf(one).includes(opened.code));
}

async function ofMeasures(
  records: Records,
  { structure, period }: OpenedIn,
  opened: Opened,
  chapter: string,
  area: string | null,
  name: string,
): Promise<readonly (Situation | null)[] | null> {
  const kind = measureChapters[chapter];
  const measures = await records.measures?.(structure, period);
  if (!measures || !kind) return null;
  const { values } = measureFigures(kind, area, measures, period);
  if ("figure" in opened) return values[name]?.of.map(({ situation }) => situation) ?? null;
  const list = measureLists[name];
  if (list)
    return (values[list.of]?.of ?? [])
      .filter((one) => list.codesOf(one).includes(opened.code))
      .map(({ situation }) => situation);
  const table = allTables.find((one) => one.id === name);
  if (!table) return null;
  return (values["followed"]?.of ?? [])
    .map(({ situation }) => situation)
    .filter((one) => one && table.codesOf(one).includes(opened.code));
}

/** Those that are noted in codes, each once: a household may be accompanied twice. */
function atMost(most: number, all: readonly (Situation | null)[] | null) {
  if (all === null) return null;
  const noted = all.filter((one) => one !== null);
  return [...new Map(noted.map((one) => [one.id, one])).values()].slice(0, most);
}
