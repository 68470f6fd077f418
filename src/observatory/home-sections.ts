import type { HomeFigures } from "./report.ts";
import type { Figure, Section } from "./sections.ts";
import type { StayFigures, StayKind } from "./stays.ts";

/** Chapter B is Tremplins Duo, chapter C is ALT, as in the association's report. */
const chapters: Readonly<Record<StayKind, string>> = { tremplins: "B", alt: "C" };

const figures = [
  ...([["places", "count"] as const, ["requests", "count"] as const] as const),
  ...([["welcomed", "count"] as const, ["entered", "count"] as const] as const),
  ...([["left", "count"] as const, ["meanDays", "days"] as const] as const),
  ...([["nightsAvailable", "count"] as const, ["nightsOccupied", "count"] as const] as const),
  ["occupation", "share"] as const,
] as const;

/** What is about dwellings, not about people, however few. */
const ofDwellings: readonly string[] = ["places", "nightsAvailable"];

/** The chapters of homes for a while, each with its figures, its exits, and those of the year before. */
export function homeSections(homes: readonly HomeFigures[]): readonly Section[] {
  return homes
    .map(({ now, before }) => ({
      id: chapters[now.kind],
      figures: figures.map(([id, format]) => figureOf(id, format, now, before)),
      tables: now.left === 0 ? [] : [exitsOf(now, before)],
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function figureOf(
  id: (typeof figures)[number][0],
  format: Figure["format"],
  now: StayFigures,
  before: StayFigures | null,
): Figure {
  const people = id === "meanDays" ? now.left : id === "requests" ? now.requests : now.welcomed;
  const restsOn = ofDwellings.includes(id)
    ? 0
    : format === "count" && id !== "nightsOccupied"
      ? (now[id] ?? 0)
      : people;
  const chapter = chapters[now.kind];
  return { id: `${chapter}.${id}`, format, value: now[id], before: before?.[id] ?? null, restsOn };
}

function exitsOf({ exits, left, kind }: StayFigures, before: StayFigures | null) {
  const former = new Map(before?.exits.map(({ code, count }) => [code, count]));
  return {
    ...({
      id: `${chapters[kind]}.exits`,
      rowsOf: "outcome",
      unit: "stay",
      isMultiple: false,
    } as const),
    total: left,
    rows: exits.map(({ code, count }) => ({
      ...{ code, count, share: count / left },
      before: before === null ? null : (former.get(code) ?? 0),
    })),
  };
}
