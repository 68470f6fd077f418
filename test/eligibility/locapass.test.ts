import { expect, test } from "vitest";
import { addDays, localDate, yearsBetween } from "../../src/base/time.ts";
import { assess } from "../../src/eligibility/assess.ts";
import { type Situation, situationSchema } from "../../src/eligibility/situation.ts";
import { situationFrom } from "../../src/eligibility/situation-from.ts";
import { answerOf, but, today } from "./situations.ts";

/** Nora, 20, employed, moved in yesterday, a deposit of 450 €. */
const nora: Situation = {
  age: 20,
  status: "salarie_prive",
  home: { parc: "prive", deposit: 450, leaseSigned: true, movedInDaysAgo: 1 },
};
const loan = (facts: Situation, home: Situation["home"] = {}) =>
  assess("locapass", but(nora, facts, home), today);
const said = (facts: Situation, home: Situation["home"] = {}) => {
  const { outcome, reasons } = loan(facts, home);
  return [outcome, ...reasons.map(({ code }) => code)];
};

test("a yes says first that it is a loan, its most, and how it is paid back", () => {
  const { reasons, amount, documents } = loan({});
  expect(reasons[0]).toMatchObject({ code: "locapassLoan", values: { maximum: 1200 } });
  expect(reasons.find(({ code }) => code === "locapassRepayment")?.values).toEqual({
    months: 25,
    first: 3,
    least: 20,
  });
  expect(amount).toMatchObject({ value: 450, unit: "EUR" });
  expect(documents).toEqual([
    "identity",
    "leaseDraft",
    "workContractOrPaySlips",
    "bankDetails",
    "landlordDetails",
  ]);
});

test.each([
  [1199, 1199],
  [1200, 1200],
  [1201, 1200],
  [undefined, 1200],
])("for a deposit of %s € it lends %i € at most", (deposit, value) => {
  expect(loan({}, { deposit }).amount?.value).toBe(value);
});

test.each([
  // the 22nd of September is exactly two months before the 22nd of November
  [61, "eligible"],
  [62, "not"],
])("asked %i days after moving in: %s", (movedInDaysAgo, outcome) => {
  expect(loan({}, { movedInDaysAgo }).outcome).toBe(outcome);
});

test("the two months are those of the calendar, at the end of February too", () => {
  const asked = localDate("2026-02-28");
  const entered = (day: string) => {
    const movedInDaysAgo = [...Array(90).keys()].find((days) => addDays(asked, -days) === day);
    return answerOf("locapass", but(nora, {}, { movedInDaysAgo }), asked)[0];
  };
  expect([entered("2025-12-28"), entered("2025-12-27")]).toEqual(["eligible", "not"]);
});

test.each([
  ["demandeur_emploi", "1996-11-23", "eligible", "locapassLoan"],
  ["demandeur_emploi", "1996-11-22", "not", "locapassTooOld"],
  ["contractuel_public", "1996-11-23", "eligible", "locapassLoan"],
  ["contractuel_public", "1996-11-22", "not", "locapassTooOld"],
  ["cej", "1996-11-23", "eligible", "locapassLoan"],
  ["alternant", "1996-11-23", "eligible", "locapassLoan"],
  ["alternant", "1996-11-22", "unsure", "answerMissing"],
  ["rsa", "1996-11-23", "unsure", "locapassLookingForWork"],
  ["rsa", "1996-11-22", "not", "locapassTooOld"],
  ["salarie_prive", "1980-01-01", "eligible", "locapassLoan"],
  ["interim", "1980-01-01", "eligible", "locapassLoan"],
  ["salarie_agricole", "2004-01-01", "not", "locapassFarm"],
  ["fonctionnaire_titulaire", "2004-01-01", "not", "locapassOccupationClosed"],
] as const)("%s born on %s: %s", (status, born, ...expected) => {
  const age = yearsBetween(localDate(born), today);
  expect(said({ age, status }).slice(0, 2)).toEqual(expected);
});

test.each([
  [{ employer: "prive_non_agricole", age: 35 }, "eligible"],
  [{ employer: "public", age: 35 }, "not"],
  [{ employer: "public", age: 29 }, "eligible"],
  [{ employer: "agricole", age: 29 }, "unsure"],
] as const)("work-study with %o: %s", (facts, outcome) => {
  expect(loan({ status: "alternant", ...facts }).outcome).toBe(outcome);
});

test.each([
  [{ boursierEtat: true }, "eligible"],
  [{ boursierEtat: false, contractMonths: 3 }, "eligible"],
  [{ boursierEtat: false, contract: "cdd", contractMonths: 2, monthsWorkedLast6: 2 }, "not"],
  [{ boursierEtat: false, monthsWorkedLast6: 3 }, "eligible"],
  [{ boursierEtat: false, monthsWorkedLast6: 2 }, "not"],
  [{ boursierEtat: false, monthsWorkedLast6: 0, contract: "cdd" }, "unsure"],
  [{ boursierEtat: null, monthsWorkedLast6: 0 }, "unsure"],
] as const)("a student with %o: %s", (facts, outcome) => {
  expect(loan({ status: "etudiant", ...facts }).outcome).toBe(outcome);
});

test.each([
  [{ fslPaysSameDeposit: true }, {}, "not", "locapassFslPays"],
  [{}, { deposit: 0 }, "not", "locapassNoDeposit"],
  [{ mainHome: false }, {}, "not", "mainHomeOnly"],
  [{ country: "BE" }, {}, "not", "homeOutsideFrance"],
  [{}, { inseeCode: "98735" }, "not", "homeOutsideFrance"],
  [{}, { parc: "chez_parents" }, "not", "locapassNoLease"],
  [{ tenantStatus: "heberge_gratuit" }, {}, "not", "locapassNoLease"],
  [{ tenantStatus: "proprietaire" }, {}, "not", "locapassNoLease"],
  [{}, { parc: "internat" }, "unsure", "locapassParcToCheck"],
  [{ age: 17 }, {}, "unsure", "locapassMinor"],
  [{ age: 17, emancipated: true }, {}, "eligible", "locapassLoan"],
  [{}, { parc: "residence_sociale" }, "eligible", "locapassLoan"],
] as const)("with %o and a dwelling %o: %s, %s", (facts, home, ...expected) => {
  expect(said(facts, home).slice(0, 2)).toEqual(expected);
});

test("without a dwelling it is too early, unless what one does already closes it", () => {
  expect(said({}, null)).toEqual(["unsure", "locapassNoHomeYet"]);
  expect(said({ status: "fonctionnaire_titulaire" }, null)[0]).toBe("not");
});

test("in a conversation, a question not asked yet never gives a yes", () => {
  const at = 0;
  const known = {
    age: { value: 20, at },
    status: { value: "salarie_prive", at },
    homeFound: { value: true, at },
    // "over one month" is no proof of being within the two months of this loan
    movedIn: { value: "moreThanMonth", at },
  };
  const required = ["age", "status", "homeFound", "home.parc", "home.movedInDaysAgo"];
  const answer = assess("locapass", situationFrom(known, required), today);
  expect([answer.outcome, answer.missing]).toEqual([
    "unsure",
    ["home.movedInDaysAgo", "home.parc"],
  ]);
});

test("the guarantee is closed since 2019, and Visale is the next door", () => {
  const answer = assess("locapass_garantie", situationSchema.parse({}), today);
  expect(answer).toMatchObject({
    outcome: "not",
    reasons: [{ code: "locapassGarantieClosed", values: { year: "2019" }, toConfirm: true }],
    nextDoors: ["visale", "locapass", "fsl_acces", "worker"],
  });
  expect(answerOf("locapass_garantie", {}, "2019-05-01")[0]).toBe("not");
  expect(answerOf("locapass_garantie", {}, "2019-04-30")).toEqual(["unsure", "figureUnknownThen"]);
});

test("before the day of its amounts, not sure", () => {
  expect(answerOf("locapass", nora, "2021-06-18")[0]).toBe("eligible");
  expect(answerOf("locapass", nora, "2021-06-17")).toEqual(["unsure", "figureUnknownThen"]);
});
