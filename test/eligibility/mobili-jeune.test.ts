import { expect, test } from "vitest";
import { localDate, yearsBetween } from "../../src/base/time.ts";
import { assess } from "../../src/eligibility/assess.ts";
import type { Situation } from "../../src/eligibility/situation.ts";
import { answerOf, but, today } from "./situations.ts";

/** Sam, 19, apprentice in a private company, 80 km from the former home, 250 € of rent left. */
const sam: Situation = {
  age: 19,
  status: "alternant",
  contract: "apprentissage",
  employer: "prive_non_agricole",
  grossSalary: 1000,
  contractStartedMonthsAgo: 1,
  distanceKm: 80,
  travelMinutes: 60,
  twoHomes: false,
  home: { parc: "prive", rentAfterApl: 250 },
};
const said = (facts: Situation, home: Situation["home"] = {}, on?: string) =>
  answerOf("mobili_jeune", but(sam, facts, home), on);

test.each([
  ["1996-11-23", "eligible"],
  ["1996-11-22", "not"],
  ["2010-01-01", "eligible"],
])("born on %s: %s", (born, outcome) => {
  expect(said({ age: yearsBetween(localDate(born), today) })[0]).toBe(outcome);
});

test.each([
  [2187.64, "2026-11-22", "eligible", undefined],
  [2187.65, "2026-11-22", "unsure", "mobiliPayToCheck"],
  [2240.42, "2026-11-22", "unsure", "mobiliPayToCheck"],
  [2240.43, "2026-11-22", "not", "mobiliPayTooHigh"],
  [2187.64, "2026-05-31", "eligible", undefined],
  [2187.65, "2026-05-31", "not", "mobiliPayTooHigh"],
  [2187.65, "2026-06-01", "unsure", "mobiliPayToCheck"],
  [1000, "2025-12-31", "unsure", "figureUnknownThen"],
])("%f € gross on %s: %s", (grossSalary, on, outcome, code) => {
  const answer = assess("mobili_jeune", but(sam, { grossSalary }), localDate(on));
  expect(answer.outcome).toBe(outcome);
  if (code) expect(answer.reasons[0]?.code).toBe(code);
});

test.each([
  [70, 40, false, "not"],
  [70.1, 40, false, "eligible"],
  [70, 41, false, "eligible"],
  [0, 0, true, "eligible"],
  [70, null, false, "unsure"],
  [71, null, null, "eligible"],
])("%s km, %s minutes, two homes %s: %s", (distanceKm, travelMinutes, twoHomes, outcome) => {
  expect(said({ distanceKm, travelMinutes, twoHomes })[0]).toBe(outcome);
});

test.each([
  [0, "eligible"],
  [5, "eligible"],
  [5.1, "not"],
  [8.9, "not"],
  [9, "eligible"],
  [17, "eligible"],
  [18, "not"],
  [21, "eligible"],
])("%f months after the start of the contract: %s", (contractStartedMonthsAgo, outcome) => {
  expect(said({ contractStartedMonthsAgo })[0]).toBe(outcome);
});

test("when it is closed, it says in how many months one may ask", () => {
  const closed = assess("mobili_jeune", but(sam, { contractStartedMonthsAgo: 6 }), today);
  expect(closed.reasons[0]).toMatchObject({
    code: "mobiliWindowClosed",
    values: { after: 5, before: 3, months: 3 },
  });
  expect(closed.nextDoors).toEqual(["apl", "worker"]);
});

test.each([
  [9.99, "not", undefined],
  [10, "eligible", 10],
  [99, "eligible", 99],
  [101, "eligible", 100],
])("with %f € of rent left after housing benefit: %s, %s € a month", (rentAfterApl, ...then) => {
  const { outcome, amount } = assess("mobili_jeune", but(sam, {}, { rentAfterApl }), today);
  expect([outcome, amount?.value]).toEqual(then);
});

test("the rent left is worked out from the rent and the benefit when both are known", () => {
  const home = { parc: "prive", rentWithCharges: 400, estimatedHousingBenefit: 330 } as const;
  expect(assess("mobili_jeune", { ...sam, home }, today).amount?.value).toBe(70);
  const withoutBenefit = { ...sam, home: { ...home, estimatedHousingBenefit: null } };
  expect(assess("mobili_jeune", withoutBenefit, today).missing).toEqual(["home.rentAfterApl"]);
});

test.each([
  [{ status: "etudiant", contract: "cdd" }, {}, "not", "mobiliNoWorkStudy"],
  [{ status: "etudiant", alternant: true, contract: "cdd" }, {}, "eligible", "mobiliAgeFits"],
  [{ employer: "public" }, {}, "not", "mobiliPublicEmployer"],
  [{ employer: "agricole" }, {}, "not", "mobiliFarm"],
  [{ employer: null }, {}, "unsure", "answerMissing"],
  [{}, { parc: "chez_parents" }, "not", "mobiliNoRent"],
  [{ tenantStatus: "sous_locataire" }, {}, "not", "mobiliSublet"],
  [{ tenantStatus: "sous_locataire" }, { parc: "hlm" }, "eligible", "mobiliAgeFits"],
  [{}, null, "unsure", "mobiliNoHomeYet"],
] as const)("with %o and a dwelling %o: %s, %s", (facts, home, ...expected) => {
  expect(said(facts, home)).toEqual(expected);
});

test("a yes says what is to be confirmed and the most it may bring", () => {
  const { reasons, documents } = assess("mobili_jeune", sam, today);
  expect(reasons.find(({ code }) => code === "mobiliEmployerLevy")?.toConfirm).toBe(true);
  expect(reasons.find(({ code }) => code === "mobiliMost")?.values).toEqual({
    maximum: 1100,
    years: 2,
  });
  expect(documents).toContain("rentReceipt");
});
