import { expect, test } from "vitest";
import { localDate, yearsBetween } from "../../src/base/time.ts";
import { assess } from "../../src/eligibility/assess.ts";
import { situationSchema } from "../../src/eligibility/situation.ts";
import { answerOf, today } from "./situations.ts";

const ageOf = (born: string) => yearsBetween(localDate(born), today);
const outcomeAt = (facts: object, rfr: number) =>
  answerOf("logement_social", situationSchema.parse({ age: 24, departement: "62", ...facts, rfr }));

// the ceiling of the PLUS, and 1.3 times it above which no social dwelling is left
test.each([
  ["one person", {}, 23_403, 30_423],
  ["a couple", { household: "couple", coTenants: [{ age: 32 }] }, 31_254, 40_630],
  ["a young couple", { household: "couple", coTenants: [{ age: 31 }] }, 37_584, 48_859],
  ["one person, one child", { children: 1 }, 37_584, 48_859],
  ["one person, two children", { children: 2 }, 45_374, 58_986],
  ["three people", { adults: 2, children: 1 }, 37_584, 48_859],
  ["five people", { adults: 2, children: 3 }, 53_376, 69_388],
  ["seven people", { adults: 2, children: 5 }, 66_866, 86_925],
  ["a flatmate", { household: "colocation" }, 23_403, 30_423],
  ["one person in the 77", { departement: "77" }, 26_920, 34_996],
  [
    "a young couple in Paris",
    { departement: "75", adults: 2, coTenants: [{ age: 20 }] },
    52_740,
    68_562,
  ],
] as const)("%s: the ceiling is %s", (_, facts, ceiling, most) => {
  expect(outcomeAt(facts, ceiling)[1]).toBe("hlmCeilingFits");
  expect(outcomeAt(facts, ceiling + 1)).toEqual(["unsure", "hlmPlsOnly"]);
  expect(outcomeAt(facts, most)).toEqual(["unsure", "hlmPlsOnly"]);
  expect(outcomeAt(facts, most + 1)).toEqual(["not", "hlmAboveCeiling"]);
});

test("in the 92 the ceiling of three people depends on whether the commune touches Paris", () => {
  const facts = { departement: "92", children: 1 };
  expect(outcomeAt(facts, 48_362)[0]).toBe("eligible");
  expect(outcomeAt(facts, 48_363)).toEqual(["unsure", "hlmCeilingToCheck"]);
  expect(outcomeAt({ departement: "92" }, 26_920)[0]).toBe("eligible");
});

test.each([
  [{ household: "couple" }, 31_255, ["coTenants"]],
  [{ children: null }, 23_404, ["children"]],
  [{ household: null }, 23_404, ["household", "coTenants"]],
  [{ departement: null }, 23_404, ["departement"]],
] as const)("between two ceilings, %o asks what would tell", (facts, rfr, missing) => {
  const situation = situationSchema.parse({ age: 24, departement: "62", ...facts, rfr });
  const answer = assess("logement_social", situation, today);
  expect([answer.outcome, answer.missing]).toEqual(["unsure", missing]);
});

test("an income that fell by a tenth may count in the place of that of two years ago", () => {
  const leaning = (monthlyResources: number, rfr: number) =>
    assess("logement_social", { age: 24, departement: "62", monthlyResources, rfr }, today).leaning;
  expect(leaning(1755, 23_404)).toBe("eligible");
  expect(leaning(1756, 23_404)).toBeUndefined();
  expect(leaning(1950, 60_000)).toBe("eligible");
  expect(leaning(1951, 60_000)).toBeUndefined();
});

test("without the tax notice, what comes in today may be enough to tell", () => {
  const answer = (monthlyResources: number) =>
    answerOf("logement_social", { age: 24, departement: "62", monthlyResources });
  expect(answer(1950)).toEqual(["eligible", "hlmCeilingLikely"]);
  expect(answer(1951)).toEqual(["unsure", "answerMissing"]);
  const { amount } = assess("logement_social", { age: 24, departement: "62" }, today);
  expect([amount?.value, amount?.unit]).toEqual([23_403, "EUR/year"]);
});

test.each([
  ["2010-11-22", "hlmMinor"],
  ["2010-11-23", "hlmTooYoung"],
  ["2008-11-22", "hlmCeilingLikely"],
  ["2008-11-23", "hlmMinor"],
])("a request by somebody born on %s: %s", (born, code) => {
  const [outcome, first] = answerOf("logement_social", { age: ageOf(born), departement: "62" });
  expect([outcome, first]).toEqual([code === "hlmTooYoung" ? "not" : "eligible", code]);
});

test("the ceilings of 2026 say nothing of 2025", () => {
  expect(answerOf("logement_social", { age: 24, departement: "62" }, "2025-12-31")).toEqual([
    "unsure",
    "figureUnknownThen",
  ]);
});

const dalo = { age: 24, departement: "62", socialHousingRequest: true };

test.each([
  [{ shelterMonths: 6, currentHousing: "separation" }, "unsure", "daloGroundToCheck"],
  [{ shelterMonths: 6.1, currentHousing: "separation" }, "eligible", "daloShelter"],
  [{ currentHousing: "alt", monthsInAlt: 18 }, "unsure", "daloAltTooShort"],
  [{ currentHousing: "alt", monthsInAlt: 18.1 }, "eligible", "daloTransition"],
  [{ currentHousing: "alt", monthsInAlt: null }, "unsure", "answerMissing"],
  [{ currentHousing: "expulsion" }, "eligible", "daloEviction"],
  [{ currentHousing: "locataire_stable", dwellingUnfit: true }, "eligible", "daloUnfit"],
  [{ currentHousing: "locataire_stable", overcrowded: true }, "unsure", "daloGroundToCheck"],
  [{ currentHousing: "parents", overcrowded: true, children: 1 }, "eligible", "daloOvercrowded"],
  [{ currentHousing: "locataire_stable", violence: null }, "unsure", "answerMissing"],
  [{ currentHousing: "heberge_tiers", rfr: 60_000 }, "not", "hlmAboveCeiling"],
  [{ currentHousing: "heberge_tiers", socialHousingRequest: null }, "unsure", "answerMissing"],
  [{ currentHousing: "heberge_tiers", age: 17 }, "unsure", "minor"],
] as const)("Dalo with %o: %s, %s", (facts, ...expected) => {
  expect(answerOf("dalo", situationSchema.parse({ ...dalo, ...facts }))).toEqual(expected);
});

test.each([
  [24, "not"],
  [25, "eligible"],
] as const)("a wait of %d months: not sure, the worker sees %s", (waitingMonths, leaning) => {
  const situation = { ...dalo, currentHousing: "locataire_stable", waitingMonths } as const;
  const answer = assess("dalo", situation, today);
  expect([answer.outcome, answer.leaning]).toEqual(["unsure", leaning]);
  expect(answer.reasons[0]?.toConfirm).toBe(true);
});

test("without a numéro unique the request comes first, and a night outside has its own doors", () => {
  const doors = (currentHousing: "parents" | "sans_logement") =>
    assess("dalo", { ...dalo, socialHousingRequest: false, currentHousing }, today).nextDoors;
  expect(doors("parents")).toEqual(["logement_social", "worker"]);
  expect(doors("sans_logement")).toEqual(["logement_social", "daho", "siao", "115", "worker"]);
});

test("the delay of the prefect is said as three to six months, to be confirmed", () => {
  const { reasons } = assess("dalo", { ...dalo, currentHousing: "sans_logement" }, today);
  expect(reasons.find(({ code }) => code === "daloPrefect")).toMatchObject({
    values: { least: 3, most: 6 },
    toConfirm: true,
  });
});

test.each([
  [{ currentHousing: "locataire_stable" }, "unsure", "cpPriorityToCheck"],
  [{ currentHousing: "locataire_stable", disabled: true }, "eligible", "cpPriority"],
  [{ currentHousing: "parents", careLeaver: null }, "unsure", "answerMissing"],
  [{ currentHousing: "parents", careLeaver: true }, "unsure", "answerMissing"],
  [
    { currentHousing: "parents", careLeaver: true, careMeasureEndsInMonths: 2 },
    "eligible",
    "cpCareLeaver",
  ],
  [{ currentHousing: "alt", regularStay: false }, "not", "noLegalStay"],
  [{ currentHousing: "alt", rfr: 60_000 }, "not", "hlmAboveCeiling"],
] as const)("contingent préfectoral with %o: %s, %s", (facts, ...expected) => {
  const situation = situationSchema.parse({ ...dalo, ...facts });
  expect(answerOf("contingent_prefectoral", situation)).toEqual(expected);
});

test.each([
  ["2010-11-22", "eligible", "fjtAgeFits"],
  ["2010-11-23", "not", "fjtTooYoung"],
  ["2000-11-23", "eligible", "fjtAgeFits"],
  ["2000-11-22", "unsure", "fjtSomeFoyers"],
  ["1995-11-23", "unsure", "fjtSomeFoyers"],
  ["1995-11-22", "not", "fjtTooOld"],
])("a foyer for somebody born on %s: %s, %s", (born, ...expected) => {
  expect(answerOf("fjt", { age: ageOf(born), status: "salarie_prive" })).toEqual(expected);
});

test("a foyer keeps a part of its places for students, to be asked there", () => {
  const { reasons } = assess("fjt", { age: 20, status: "etudiant" }, today);
  expect(reasons.find(({ code }) => code === "fjtStudentQuota")?.toConfirm).toBe(true);
});
