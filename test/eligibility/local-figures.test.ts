import fc from "fast-check";
import { expect, test } from "vitest";
import json from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import { localDate } from "../../src/base/time.ts";
import { assess } from "../../src/eligibility/assess.ts";
import { type SchemeId, schemeIds } from "../../src/eligibility/codes.ts";
import { localFigureNames } from "../../src/eligibility/local-figures.ts";
import type { Situation } from "../../src/eligibility/situation.ts";
import { localFiguresOf, staleLocalFigures } from "../../src/repertoire/local-figures-of.ts";
import { localFigureNames as ofTheFile } from "../../src/structure/local-figure-schema.ts";
import { readStructure } from "../../src/structure.ts";
import { contradictsItself, forgotten, near, situations } from "./any-situation.ts";
import written from "./cases.json" with { type: "json" };
import { but, lina, today } from "./situations.ts";

/** The file of Hénin-Carvin with figures that its workers would have filled in (invented here). */
function filled(...figures: readonly (readonly [name: string, value: number, more?: object])[]) {
  const localFigures = figures.map(([figure, value, more = {}]) => ({
    figure,
    value,
    from: "2026-01-01",
    source: "Règlement intérieur, édition 2026 (inventé pour ce test)",
    checkedOn: "2026-11-20",
    ...more,
  }));
  const reading = readStructure({ ...json, localFigures });
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.structure;
}

const all = localFiguresOf(
  filled(
    ["fsl62YouthMinimumIncome", 400],
    ["fsl62RentShare", 0.4],
    ["fsl62AccessIntervalYears", 3],
    ["fsl62MaintienPerDwelling", 1],
    ["fsl92QuotientFamilialWithoutChild", 820],
    ["fsl92QuotientFamilialWithChild", 870],
    ["altMinimumIncome", 500],
    ["daloAbnormalWaitMonths", 30],
    ["fajMaximumIncome", 600],
  ),
);

function both(scheme: SchemeId, situation: Situation) {
  const say = ({ outcome, reasons }: ReturnType<typeof assess>) =>
    `${outcome}: ${reasons.map(({ code }) => code).find((code) => code !== "ageFits")}`;
  return {
    published: assess(scheme, situation, today).outcome,
    here: say(assess(scheme, situation, today, all)),
  };
}

const inAlt: Situation = {
  age: 20,
  currentHousing: "heberge_tiers",
  familyBreakup: true,
  territory: "CAHC",
  nationality: "fr",
};
const young = but(lina, { familyBreakup: true, currentHousing: "heberge_tiers" }, {});
const inTheirHome: Situation = {
  age: 24,
  departement: "62",
  rentArrearsMonths: 2,
  rentPaymentResumed: true,
  paymentPlanNegotiated: true,
};
const waiting: Situation = {
  ...{ age: 25, socialHousingRequest: true, nationality: "fr", currentHousing: "locataire_stable" },
  ...{ rfr: 12000, departement: "62", adults: 1 },
};

test.each<[string, SchemeId, Situation, ReturnType<typeof both>]>([
  [
    "399 € under 26, for 400 € at least",
    "fsl_acces",
    but(young, { monthlyResources: 399 }, { rentWithCharges: 100 }),
    { published: "eligible", here: "not: youthIncomeTooLow" },
  ],
  [
    "400 € under 26",
    "fsl_acces",
    but(young, { monthlyResources: 400 }, { rentWithCharges: 100 }),
    { published: "eligible", here: "eligible: rentSuitable" },
  ],
  [
    "a rent of 601 € for 1 500 €, at most two fifths",
    "fsl_acces",
    but(young, {}, { rentWithCharges: 601 }),
    { published: "eligible", here: "not: rentAboveShare" },
  ],
  [
    "an access aid four years ago, for three at least",
    "fsl_acces",
    but(young, { previousFslAccessYearsAgo: 4 }),
    { published: "unsure", here: "eligible: rentSuitable" },
  ],
  [
    "a second rent debt in the same dwelling",
    "fsl_maintien",
    { ...inTheirHome, previousMaintienSameDwelling: true },
    { published: "unsure", here: "not: maintienSecondTime" },
  ],
  [
    "a quotient familial of 821 in the 92",
    "fsl_acces",
    { ...but(lina, {}, { departement: "92" }), quotientFamilial: 821, children: 0 },
    { published: "unsure", here: "not: quotientFamilialTooHigh" },
  ],
  [
    "499 € for the ALT",
    "alt",
    { ...inAlt, monthlyResources: 499 },
    { published: "eligible", here: "not: altIncomeTooLow" },
  ],
  [
    "500 € for the ALT",
    "alt",
    { ...inAlt, monthlyResources: 500 },
    { published: "eligible", here: "eligible: altIncomeFits" },
  ],
  [
    "31 months of waiting for social housing",
    "dalo",
    { ...waiting, waitingMonths: 31 },
    { published: "unsure", here: "eligible: daloWaitLong" },
  ],
  [
    "30 months of waiting for social housing",
    "dalo",
    { ...waiting, waitingMonths: 30 },
    { published: "unsure", here: "not: daloNoGround" },
  ],
  [
    "601 € for the FAJ",
    "faj",
    { age: 20, status: "demandeur_emploi", monthlyResources: 601 },
    { published: "unsure", here: "not: fajIncomeTooHigh" },
  ],
  [
    "600 € for the FAJ, looking for work",
    "faj",
    { age: 20, status: "demandeur_emploi", monthlyResources: 600 },
    { published: "unsure", here: "eligible: fajAgeFits" },
  ],
])("%s: with the figure of the place the rule decides", (_, scheme, situation, expected) => {
  expect(both(scheme, situation)).toEqual(expected);
});

test("a figure of the place is quoted with its source, and needs no confirmation", () => {
  const { reasons } = assess("alt", { ...inAlt, monthlyResources: 700 }, today, all);
  expect(reasons.find(({ code }) => code === "altIncomeFits")).toEqual({
    code: "altIncomeFits",
    values: { resources: 700, minimum: 500 },
    source: "Règlement intérieur, édition 2026 (inventé pour ce test)",
  });
});

test("before its first day and after its last the published rule decides again", () => {
  const structure = filled(["altMinimumIncome", 500, { from: "2026-02-01", to: "2026-06-30" }]);
  const on = (day: string) =>
    assess("alt", { ...inAlt, monthlyResources: 300 }, localDate(day), localFiguresOf(structure))
      .outcome;
  expect(["2026-01-31", "2026-02-01", "2026-06-30", "2026-07-01"].map(on)).toEqual([
    "eligible",
    "not",
    "not",
    "eligible",
  ]);
});

test("a figure of the place is to be read again after twelve months, like any other", () => {
  const structure = filled(["altMinimumIncome", 500]);
  expect(staleLocalFigures(structure, localDate("2027-11-20"))).toEqual([]);
  expect(staleLocalFigures(structure, localDate("2027-11-21"))).toEqual([
    {
      name: "rencontres-et-loisirs.altMinimumIncome",
      source: "Règlement intérieur, édition 2026 (inventé pour ce test)",
      checkedOn: "2026-11-20",
    },
  ]);
});

test("the file names the figures that the rules read", () => {
  expect(ofTheFile).toEqual(localFigureNames);
});

test.each([
  [{ figure: "altMinimumIncme" }, "localFigures.0.figure"],
  [{ value: -1 }, "localFigures.0.value"],
  [{ source: "" }, "localFigures.0.source"],
  [{ from: "2026-02-30" }, "localFigures.0.from"],
  [{ from: "2026-02-02", to: "2026-02-01" }, "localFigures.0.to"],
])("a figure that cannot be believed is refused: %j", (wrong, path) => {
  const right = {
    ...{ figure: "altMinimumIncome", value: 500, from: "2026-01-01" },
    ...{ source: "s", checkedOn: "2026-11-20" },
  };
  const reading = readStructure({ ...json, localFigures: [{ ...right, ...wrong }] });
  expect(reading.outcome === "refused" && reading.problems.map((problem) => problem.path)).toEqual([
    path,
  ]);
});

test.each(schemeIds)(
  "%s: with figures of the place too, knowing less is never firmer",
  (scheme) => {
    const cases = written.cases.filter((one) => one.scheme === scheme);
    fc.assert(
      fc.property(fc.oneof(situations, near(cases)), (situation) => {
        fc.pre(!contradictsItself(situation));
        const { outcome } = assess(scheme, situation, today, all);
        const firmer = forgotten(situation).flatMap(([fact, less]) => {
          const { outcome: then } = assess(scheme, less, today, all);
          return then === "unsure" || then === outcome
            ? []
            : [`${fact}: ${outcome} became ${then}`];
        });
        expect(firmer).toEqual([]);
      }),
      { numRuns: 300 },
    );
  },
);
