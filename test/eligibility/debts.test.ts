import { expect, test } from "vitest";
import en from "../../locales/en/eligibility.json" with { type: "json" };
import { assess } from "../../src/eligibility/assess.ts";
import { schemeIds } from "../../src/eligibility/codes.ts";
import { situationSchema } from "../../src/eligibility/situation.ts";
import { answerOf, today } from "./situations.ts";

const maintien = { departement: "62", age: 24, rentArrearsMonths: 2, rentPaymentResumed: true };
const eet = { departement: "62", age: 24, energyDebt: 300, energyContractActive: true };

test.each([
  [{}, "eligible", undefined],
  [{ rentArrearsMonths: 0 }, "not", undefined],
  [{ rentArrearsMonths: 0.5 }, "eligible", undefined],
  [{ mainHome: false }, "not", undefined],
  [{ mainHome: null }, "unsure", undefined],
  [{ rentPaymentResumed: false }, "unsure", "not"],
  [{ paymentPlanNegotiated: false }, "unsure", "not"],
  [{ previousMaintienSameDwelling: true }, "unsure", undefined],
  [{ previousMaintienSameDwelling: null }, "unsure", undefined],
  [{ tenantStatus: "proprietaire" }, "unsure", undefined],
  [{ currentHousing: "heberge_tiers" }, "unsure", undefined],
  [{ age: 17 }, "unsure", undefined],
  [{ departement: "59" }, "unsure", undefined],
  [{ departement: null }, "unsure", undefined],
] as const)("FSL maintien in the 62 with %o: %s, leaning %s", (facts, outcome, leaning) => {
  const answer = assess("fsl_maintien", situationSchema.parse({ ...maintien, ...facts }), today);
  expect([answer.outcome, answer.leaning]).toEqual([outcome, leaning]);
});

test.each([
  [{ canPayShare: 0.2 }, "eligible", undefined],
  [{ canPayShare: 0.199 }, "unsure", "not"],
  [{ canPayShare: null }, "unsure", undefined],
  [{ energyDebt: 0 }, "not", undefined],
  [{ energyDebt: 1 }, "eligible", undefined],
  [{ energyContractActive: false }, "not", undefined],
  [{ energyContractActive: null }, "unsure", undefined],
  [{ paymentPlanNegotiated: false }, "unsure", "not"],
] as const)("FSL energy in the 62 with %o: %s, leaning %s", (facts, outcome, leaning) => {
  const answer = assess("fsl_eet", situationSchema.parse({ ...eet, ...facts }), today);
  expect([answer.outcome, answer.leaning]).toEqual([outcome, leaning]);
});

test.each([
  ["fsl_maintien", { quotientFamilial: 800 }, "unsure", "eligible"],
  ["fsl_maintien", { quotientFamilial: 801 }, "unsure", "not"],
  ["fsl_maintien", { quotientFamilial: 850, children: 1 }, "unsure", "eligible"],
  ["fsl_eet", { quotientFamilial: 851, children: 1 }, "unsure", "not"],
  ["fsl_eet", { quotientFamilial: 500, regularStay: false }, "not", undefined],
  ["fsl_eet", { home: { parc: "residence_etudiante" } }, "not", undefined],
] as const)("%s in the 92 with %o: %s, leaning %s", (scheme, facts, outcome, leaning) => {
  const situation = situationSchema.parse({ age: 24, departement: "92", ...facts });
  const answer = assess(scheme, situation, today);
  expect([answer.outcome, answer.leaning]).toEqual([outcome, leaning]);
});

test("the debt is that of where one lives, not of the dwelling one looks at", () => {
  const moving = { currentDepartement: "62", home: { departement: "59" } };
  expect(answerOf("fsl_maintien", { rentArrearsMonths: 2, ...moving })[0]).toBe("eligible");
  expect(answerOf("fsl_maintien", { rentArrearsMonths: 2, home: { departement: "59" } })).toEqual([
    "unsure",
    "departementNotCovered",
  ]);
});

test("a rent debt is told whom to call, and the amount stays to be confirmed", () => {
  const { reasons, documents } = assess("fsl_maintien", maintien, today);
  expect(reasons.find(({ code }) => code === "fslSosLoyers")?.values).toEqual({
    number: "0 805 16 00 75",
  });
  expect(reasons.find(({ code }) => code === "fslAmountUnpublished")?.toConfirm).toBe(true);
  expect(documents).toContain("debtStatement");
});

test("every fact a scheme may ask for before it decides has a name for people", () => {
  const named = new Set(Object.keys(en.fact));
  const camel = (fact: string) =>
    fact.replace(/\.(\w)/g, (_, first: string) => first.toUpperCase());
  const nothing = situationSchema.parse(
    Object.fromEntries(Object.keys(situationSchema.shape).map((fact) => [fact, null])),
  );
  const asked = schemeIds.flatMap((scheme) => assess(scheme, nothing, today).missing);
  expect([...new Set(asked)].filter((fact) => !named.has(camel(fact)))).toEqual([]);
});
