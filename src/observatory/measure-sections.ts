import { chapterTables } from "./chapter-tables.ts";
import type { MeasureFigures } from "./measure-figures.ts";
import type { MeasureKind } from "./measures.ts";
import type { MeasuresReported } from "./report.ts";
import type { Figure, Section, Table } from "./sections.ts";
import { tableOf } from "./table-of.ts";

/** Chapter D is the FSL, E the young people of child protection, F the municipal measures. */
const chapters: Readonly<Record<MeasureKind, string>> = { fsl: "D", ase: "E", communal: "F" };
export const measureChapters: Readonly<Record<string, MeasureKind>> = {
  ...{ D: "fsl", E: "ase", F: "communal" },
};

type Shown = readonly (readonly [id: string, format: Figure["format"]])[];

const always: Shown = [
  ...([["agreed", "count"] as const, ["agreementShare", "share"] as const] as const),
  ...([["followed", "count"] as const, ["newOnes", "count"] as const] as const),
];
const endings: Shown = [
  ...([["ended", "count"] as const, ["objectivesReached", "share"] as const] as const),
  ...([["meanMonths", "months"] as const, ["overOneYear", "count"] as const] as const),
  ...([["homeVisits", "count"] as const, ["resourcesMean", "euros"] as const] as const),
];

/** What each funder reads, in the order of its report. */
const figures: Readonly<Record<MeasureKind, Shown>> = {
  fsl: [...always, ...endings],
  ase: [
    ...always,
    ...endings,
    ["amountLeast", "euros"],
    ["amountMost", "euros"],
    ["ageMean", "years"],
  ],
  communal: [
    ...always,
    ["firstGrants", "count"],
    ["renewals", "count"],
    ["overIndebted", "share"],
    ["publicTenants", "share"],
    ["evictionAtStart", "share"],
    ["evictionSuspended", "share"],
    ["debtCleared", "share"],
    ["debtClearedByFsl", "share"],
    ["debtClearedByPlan", "share"],
    ["debtClearedByApl", "share"],
    ["adherence", "share"],
    ...endings,
    ["endedEarly", "count"],
    ["running", "count"],
    ["interviews", "count"],
    ["calls", "count"],
    ["outings", "count"],
    ["summoned", "count"],
    ["present", "count"],
  ],
};

/** The tables that say who is followed, by their ids among those of situations. */
const people: Readonly<Record<MeasureKind, readonly string[]>> = {
  fsl: ["A10", "A7", "A14", "A12b", "A11", "A11b", "A19", "A18"],
  ase: ["A10", "A9", "A7", "A8", "A14", "A12b", "A13", "A19", "A18"],
  communal: ["A10", "A11", "A11b", "A8", "A7", "A14", "A16", "A13", "A19", "A18"],
};

const own: Readonly<Record<MeasureKind, readonly string[]>> = {
  fsl: ["form", "exits"],
  ase: ["form", "careBefore", "objective", "exits"],
  communal: ["form", "objective", "budget", "evolution", "exits"],
};

const lists = {
  form: { rowsOf: "measureForm", isMultiple: false },
  careBefore: { rowsOf: "careBefore", isMultiple: false },
  objective: { rowsOf: "objective", isMultiple: true },
  budget: { rowsOf: "budget", isMultiple: false },
  evolution: { rowsOf: "evolution", isMultiple: false },
  exits: { rowsOf: "exitReason", isMultiple: true },
} as const satisfies Readonly<Record<string, Pick<Table, "rowsOf" | "isMultiple">>>;

/** The chapters of accompaniments, one for each territory, with the year before. */
export function measureSections(measures: readonly MeasuresReported[]): readonly Section[] {
  return measures.map(({ now, before }) => {
    const chapter = chapters[now.kind];
    const id = now.area === null ? chapter : `${chapter}.${now.area}`;
    return {
      ...{ id, area: now.area },
      figures: figures[now.kind].map(([name, format]) => figureOf(id, name, format, now, before)),
      tables: [
        ...chapterTables(id, people[now.kind], now.counts, before?.counts ?? null),
        ...own[now.kind].map((name) => listOf(id, name as keyof typeof lists, now, before)),
      ].filter(({ rows }) => rows.some(({ count, code }) => code !== null && (count ?? 0) > 0)),
    };
  });
}

function figureOf(
  chapter: string,
  id: string,
  format: Figure["format"],
  now: MeasureFigures,
  before: MeasureFigures | null,
): Figure {
  const { value, restsOn } = now.values[id] ?? { value: null, restsOn: 0 };
  return {
    ...{ id: `${chapter}.${id}`, format, value, restsOn },
    before: before?.values[id]?.value ?? null,
  };
}

function listOf(
  chapter: string,
  name: keyof typeof lists,
  now: MeasureFigures,
  before: MeasureFigures | null,
): Table {
  const all = name === "exits" ? (now.values["ended"]?.value ?? 0) : now.followed;
  return tableOf(
    { id: `${chapter}.${name}`, unit: "measure", ...lists[name] },
    now.lists[name] ?? [],
    before ? (before.lists[name] ?? []) : null,
    all,
  );
}
