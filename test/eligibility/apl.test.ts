import { expect, test } from "vitest";
import { localDate, yearsBetween } from "../../src/base/time.ts";
import { monthlyBenefit, type Tenancy } from "../../src/eligibility/apl-formula.ts";
import { assess } from "../../src/eligibility/assess.ts";
import type { Situation } from "../../src/eligibility/situation.ts";
import { answerOf, but, today } from "./situations.ts";

const alone: Tenancy = {
  zone: 2,
  composition: "single",
  dependants: 0,
  rent: 400,
  income: 0,
  room: false,
  agreement: false,
};
/** Sami, 22, employed, 900 € a month, a flat of 400 € without charges in Hénin-Beaumont. */
const sami: Situation = {
  age: 22,
  status: "salarie_prive",
  monthlyResources: 900,
  nationality: "fr",
  home: { parc: "prive", commune: "Hénin-Beaumont", rent: 400 },
};

// worked by hand: the rent taken and the charges, less 39.56 or 8.5 %, less the part of the income, less 5
test.each([
  ["no income, zone 2", {}, 306.37],
  ["no income, zone 1", { zone: 1 }, 349.17],
  ["no income, zone 3", { zone: 3 }, 288.15],
  ["a couple", { composition: "couple" }, 371.41],
  ["one child", { dependants: 1 }, 428.91],
  ["a room", { room: true }, 277.34],
  ["a flat share", { composition: "flatShare" }, 203.49],
  ["a rent under the cap", { rent: 200 }, 216.03],
  ["at the income left whole", { income: 5235 }, 306.37],
  ["an income of 10 800 €", { income: 10_800 }, 131.91],
] as const)("%s: %o gives %d € a month", (_, facts, amount) => {
  expect(monthlyBenefit({ ...alone, ...facts }, today)).toBeCloseTo(amount, 1);
});

test.each([
  [725.85, 306.37],
  [813, 150.1],
  [900.05, 0],
] as const)("a rent of %d € in zone 2, without income: %d €", (rent, amount) => {
  expect(monthlyBenefit({ ...alone, rent }, today)).toBeCloseTo(amount, 0);
});

test("under ten euros nothing is paid, unless the dwelling has an agreement", () => {
  const small = { ...alone, rent: 884 };
  expect(monthlyBenefit({ ...small, rent: 890 }, today)).toBeGreaterThan(10);
  expect(monthlyBenefit({ ...small, rent: 896 }, today)).toBe(0);
  expect(monthlyBenefit({ ...small, rent: 896, agreement: true }, today)).toBeGreaterThan(0);
});

test("before the figures that are known nothing is worked out", () => {
  expect(monthlyBenefit(alone, localDate("2025-09-30"))).toBeUndefined();
  expect(answerOf("apl", sami, "2025-09-30")).toEqual(["unsure", "figureUnknownThen"]);
});

test("more income never brings more benefit", () => {
  const amounts = Array.from({ length: 40 }, (_, step) =>
    monthlyBenefit({ ...alone, income: step * 500 }, today),
  );
  expect(amounts).toEqual([...amounts].sort((one, other) => (other ?? 0) - (one ?? 0)));
});

test("the estimate is a range, said with its source as to be confirmed, never an amount alone", () => {
  const { outcome, amount, reasons } = assess("apl", sami, today);
  expect([outcome, amount?.value, amount?.upTo]).toEqual(["eligible", 90, 170]);
  expect(reasons[0]).toMatchObject({
    code: "aplEstimate",
    values: { low: 90, high: 170 },
    toConfirm: true,
  });
});

test("the range widens with what is not told", () => {
  const amount = (home: Situation["home"], facts: Situation = {}) => {
    const { value, upTo } = assess("apl", but(sami, facts, home), today).amount ?? {};
    return [value, upTo];
  };
  const student = { status: "etudiant" } as const;
  expect(amount({}, { ...student, boursierEtat: true })).toEqual([250, 260]);
  expect(amount({}, { ...student, boursierEtat: false })).toEqual([200, 210]);
  expect(amount({}, student)).toEqual([200, 260]);
  expect(amount({ rent: undefined, rentWithCharges: 300 })).toEqual([50, 170]);
});

test.each([
  ["1998-11-23", 210],
  ["1998-11-22", 310],
] as const)("a student born on %s without income: up to %d € a month", (born, upTo) => {
  const age = yearsBetween(localDate(born), today);
  const facts = { status: "etudiant", boursierEtat: false, monthlyResources: 0, age } as const;
  expect(assess("apl", but(sami, facts), today).amount?.upTo).toBe(upTo);
});

test.each([
  ["2026-06-30", "eligible"],
  ["2026-07-01", "unsure"],
] as const)("on %s a student from outside Europe without a scholarship: %s", (on, outcome) => {
  const facts = {
    status: "etudiant",
    nationality: "hors_ue",
    permit: "etudiant",
    boursierEtat: false,
  } as const;
  const answer = assess("apl", but(sami, facts), localDate(on));
  expect([answer.outcome, answer.leaning]).toEqual([
    outcome,
    outcome === "unsure" ? "not" : undefined,
  ]);
});

test.each([
  ["1996-11-23", "eligible"],
  ["1996-11-22", "unsure"],
] as const)("a sub-tenant born on %s: %s", (born, outcome) => {
  const age = yearsBetween(localDate(born), today);
  expect(answerOf("apl", but(sami, { tenantStatus: "sous_locataire", age }))[0]).toBe(outcome);
});

test.each([
  [{ monthlyResources: 2600 }, {}, "aplIncomeTooHigh"],
  [{}, { rent: 900.05 }, "aplIncomeTooHigh"],
  [{}, { rent: 900.06 }, "aplRentTooHigh"],
  [{}, { parc: "internat" }, "aplParcToCheck"],
  [{ tenantStatus: "proprietaire" }, {}, "aplOwnerToCheck"],
  [{ nationality: "hors_ue", permit: "recepisse" }, {}, "permitToCheck"],
  [{ regularStay: false }, {}, "permitToCheck"],
  [{ monthlyResources: null }, {}, "answerMissing"],
  [{ household: null }, {}, "answerMissing"],
  [{ children: 2, monthlyResources: 4000 }, {}, "aplToSimulate"],
] as const)("with %o and a dwelling with %o: not sure, %s", (facts, home, code) => {
  expect(answerOf("apl", but(sami, facts, home))).toEqual(["unsure", code]);
});

test.each([
  [{ landlordRelation: "child" }, "aplRelative"],
  [{ parc: "chez_parents" }, "aplNoRent"],
] as const)("a dwelling with %o: no, %s", (home, code) => {
  expect(answerOf("apl", but(sami, {}, home))).toEqual(["not", code]);
});

test("in a foyer, and with two children, it is said without an amount", () => {
  for (const situation of [
    but(sami, {}, { parc: "fjt", rent: 380 }),
    but(sami, { children: 2 }, {}),
  ]) {
    const { outcome, amount, reasons } = assess("apl", situation, today);
    expect([outcome, amount, reasons[0]?.code]).toEqual(["eligible", undefined, "aplNoEstimate"]);
  }
});

test("without a dwelling the rent is asked for, and the months before a request are never paid", () => {
  expect(answerOf("apl", { ...sami, home: null })).toEqual(["unsure", "aplNoHomeYet"]);
  const codes = assess("apl", sami, today).reasons.map(({ code }) => code);
  expect(codes).toContain("aplAskOnEntry");
  expect(codes).toContain("aplNextMonth");
});
