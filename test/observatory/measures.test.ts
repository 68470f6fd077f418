import { expect, test } from "vitest";
import { localDate } from "../../src/base/time.ts";
import { areasOf, type Measures, measureFigures } from "../../src/observatory/measure-figures.ts";
import { type Act, type Agreement, nothingSaid } from "../../src/observatory/measures.ts";
import { recordsIn, reportOf } from "../../src/observatory/report.ts";
import type { Followed } from "../../src/observatory/resting.ts";
import { sectionsOf } from "../../src/observatory/sections.ts";
import { unknownSituation } from "../../src/observatory/situation.ts";
import { published } from "../../src/observatory/small-cells.ts";

const year = { from: localDate("2026-01-01"), to: localDate("2026-12-31") };

function measure(given: Partial<Followed> = {}): Followed {
  return {
    ...({ kind: "fsl", form: "asl", area: "cahc", grant: "premiere" } as const),
    ...{ startedOn: localDate("2026-01-01"), dueOn: null, endedOn: null, exitReasons: [] },
    ...{ facts: nothingSaid, acts: [], situation: null },
    ...given,
  };
}

function agreement(points: number, given: Partial<Agreement> = {}): Agreement {
  return { id: "a", kind: "fsl", area: "cahc", points, ...year, ...given };
}

function valuesOf(measures: Partial<Measures>, kind: Followed["kind"] = "fsl", area = "cahc") {
  const all = { agreements: [], followed: [], ...measures };
  const { values } = measureFigures(kind, area, all, year);
  return (id: string) => values[id]?.value;
}

test.each<[string, Partial<Followed>[], number, number]>([
  ["thirty ASL all year take the sixty points", Array(30).fill({}), 60, 1],
  ["a GSL takes half of it", Array(30).fill({ form: "gsl" }), 60, 0.5],
  [
    "who leaves on the first of July has taken half a year",
    [{ endedOn: "2026-07-01" }],
    2,
    181 / 365,
  ],
  [
    "who came the year before counts from the first of January",
    [{ startedOn: "2024-05-01" }],
    2,
    1,
  ],
  ["more than was agreed upon is said so", Array(3).fill({}), 5, 1.2],
])("%s", (_, given, points, share) => {
  const followed = given.map((one) => measure(one));
  const value = valuesOf({ followed, agreements: [agreement(points)] });
  expect(value("agreementShare")).toBeCloseTo(share, 10);
  expect(value("agreed")).toBe(points);
});

test("an agreement from October to September is measured on the days of it that lie in the period", () => {
  const followed = [measure({ kind: "ase", form: "renforce" })];
  const from = localDate("2025-10-01");
  const ase = agreement(28, { kind: "ase", from, to: localDate("2026-09-30") });
  const value = valuesOf({ followed, agreements: [ase] }, "ase");
  // two points of twenty-eight, day by day; on the last day of December nothing is agreed any more
  expect(value("agreementShare")).toBeCloseTo(2 / 28, 10);
  expect(value("agreed")).toBe(0);
});

test("without an agreement no share of it is told", () => {
  expect(valuesOf({ followed: [measure()] })("agreementShare")).toBeNull();
});

test("what began, what ended and why, and how long it took", () => {
  const ended = (startedOn: string, endedOn: string, exitReasons: readonly string[]) =>
    measure({ startedOn: localDate(startedOn), endedOn: localDate(endedOn), exitReasons });
  const value = valuesOf({
    followed: [
      ended("2025-01-01", "2026-01-01", ["objectifs_atteints"]),
      ended("2026-03-01", "2026-09-01", ["sante", "non_adhesion"]),
      { ...ended("2026-01-01", "2026-07-01", []), dueOn: localDate("2026-12-31") },
      measure({ startedOn: localDate("2025-06-01"), grant: "renouvellement" }),
      // of the year before, and of the one to come
      ended("2025-01-01", "2025-12-31", ["objectifs_atteints"]),
      measure({ startedOn: localDate("2027-01-01") }),
    ],
  });
  expect(value("followed")).toBe(4);
  expect(value("newOnes")).toBe(2);
  expect(value("ended")).toBe(3);
  expect(value("endedEarly")).toBe(1);
  expect(value("running")).toBe(1);
  expect(value("renewals")).toBe(1);
  // known of two of them
  expect(value("objectivesReached")).toBe(0.5);
  expect(value("meanMonths")).toBeCloseTo((365 + 184 + 181) / 3 / (365.25 / 12), 10);
  expect(value("overOneYear")).toBe(1);
});

test("visits and calls are counted on their day; who did not come was asked to", () => {
  const act = (on: string, what: Act["what"]): Act => ({
    id: `${on}${what}`,
    on: localDate(on),
    what,
  });
  const value = valuesOf({
    followed: [
      measure({
        acts: [
          act("2025-12-31", "homeVisit"),
          act("2026-01-01", "homeVisit"),
          act("2026-02-01", "interview"),
          act("2026-02-08", "absent"),
          act("2026-03-01", "call"),
          act("2026-12-31", "outing"),
        ],
      }),
    ],
  });
  expect([value("homeVisits"), value("interviews"), value("calls"), value("outings")]).toEqual([
    ...[1, 1, 1, 1],
  ]);
  expect([value("present"), value("summoned")]).toEqual([2, 3]);
});

test("what a town's report asks: evictions suspended, debts cleared by each means, who takes part", () => {
  const town = (facts: Partial<typeof nothingSaid>, housing: string | null = null) =>
    measure({
      ...{ kind: "communal", form: "maintien", area: null },
      facts: { ...nothingSaid, ...facts },
      situation: unknownSituation({ id: "x", structure: "s", year: 2026, housing }),
    });
  const followed = [
    town({
      evictionAtStart: "oui",
      evictionEnd: "suspendue",
      debtAtStart: 1000,
      clearedByFsl: 230,
    }),
    town({ evictionAtStart: "non", overIndebted: "oui", adherence: "non" }, "locataire_public"),
    town({ debtAtStart: 1000, clearedByPlan: 100, clearedByApl: 70, adherence: "partielle" }),
    town({}, "proprietaire"),
  ];
  const { values } = measureFigures("communal", null, { agreements: [], followed }, year);
  const value = (id: string) => values[id]?.value;
  expect(value("evictionAtStart")).toBe(0.5);
  expect(value("evictionSuspended")).toBe(1);
  expect(value("overIndebted")).toBe(1);
  expect(value("adherence")).toBe(0.5);
  expect(value("publicTenants")).toBe(0.5);
  expect(value("debtCleared")).toBeCloseTo(0.2, 10);
  expect(value("debtClearedByFsl")).toBeCloseTo(0.115, 10);
  expect(value("debtClearedByPlan")).toBeCloseTo(0.05, 10);
  expect(value("debtClearedByApl")).toBeCloseTo(0.035, 10);
});

test("the mean, the least and the most of resources are of those of whom they are known; none is zero euros", () => {
  const having = (amount: number | null, nature: string | null = null) =>
    measure({
      situation: unknownSituation({
        ...{ id: "x", structure: "s", year: 2026, ageAtRequest: 21 },
        ...{ resourcesAmount: amount, resourcesNature: nature },
      }),
    });
  const followed = [having(1079), having(null), having(null, "aucune"), measure()];
  const value = valuesOf({ followed });
  expect(value("resourcesMean")).toBe(539.5);
  expect([value("amountLeast"), value("amountMost")]).toEqual([0, 1079]);
  expect(value("ageMean")).toBe(21);
});

test("each territory has its chapter, with its tables and the year before; of a few nothing is published", async () => {
  const of = (area: string, count: number, startedOn: string) =>
    Array.from({ length: count }, () =>
      measure({
        ...{ area, startedOn: localDate(startedOn), endedOn: localDate("2026-06-01") },
        exitReasons: ["objectifs_atteints"],
        situation: unknownSituation({
          ...{ id: "x", structure: "s", year: 2026, origin: "social_departement" },
        }),
      }),
    );
  const followed = [...of("cahc", 6, "2025-03-01"), ...of("call", 2, "2026-02-01")];
  const records = {
    ...recordsIn([], []),
    measures: async () => ({ agreements: [agreement(60)], followed }),
  };
  expect(areasOf("fsl", await records.measures())).toEqual(["cahc", "call"]);
  const asked = { structure: "s", period: year, filters: [], computedOn: localDate("2027-01-04") };
  const report = await reportOf(records, asked);
  const sections = sectionsOf(report).filter(({ id }) => id.startsWith("D"));
  expect(sections.map(({ id, area }) => [id, area])).toEqual([
    ["D.cahc", "cahc"],
    ["D.call", "call"],
  ]);
  const [cahc, call] = sections;
  expect(cahc?.figures.find(({ id }) => id === "D.cahc.followed")).toMatchObject({
    ...{ value: 6, before: 6 },
  });
  expect(cahc?.tables.map(({ id }) => id)).toEqual([
    ...["D.cahc.A10", "D.cahc.form", "D.cahc.exits"],
  ]);
  expect(cahc?.tables.at(-1)?.rows).toEqual([
    { code: "objectifs_atteints", count: 6, share: 1, before: 0 },
  ]);
  // CALL began in the year: there is no year before to compare it with
  expect(call?.figures.find(({ id }) => id === "D.call.followed")).toMatchObject({
    ...{ value: 2, before: null },
  });
  const shown = published(sections).at(-1);
  expect(shown?.area).toBe("call");
  expect(
    shown?.figures.every(({ value, restsOn }) => restsOn === 0 || value === null || value === 0),
  ).toBe(true);
  expect(shown?.tables.flatMap(({ rows }) => rows.map(({ count }) => count))).not.toContain(2);
  const some = await reportOf(records, { ...asked, filters: [{ field: "qpv", codes: ["oui"] }] });
  expect(sectionsOf(some).some(({ id }) => id.startsWith("D"))).toBe(false);
});
