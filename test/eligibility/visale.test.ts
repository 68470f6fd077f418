import { expect, test } from "vitest";
import { assess } from "../../src/eligibility/assess.ts";
import { answerOf, but, lina, today } from "./situations.ts";

const student = but(lina, { status: "etudiant", monthlyResources: 0 });
const rich = but(lina, { monthlyResources: 9000 });

test.each([
  ["Hénin-Beaumont", 1575, 1576],
  ["carency", 1365, 1366],
  ["VILLERS AU BOIS", 1365, 1366],
  ["Malakoff", 1940, 1941],
] as const)("in %s the rent may be %i € but not %i €", (commune, highest, above) => {
  expect(answerOf("visale", but(rich, {}, { commune, rentWithCharges: highest }))[0]).toBe(
    "eligible",
  );
  const refused = assess("visale", but(rich, {}, { commune, rentWithCharges: above }), today);
  expect(refused.outcome).toBe("not");
  expect(refused.reasons[0]).toMatchObject({
    code: "rentAboveCeiling",
    values: { rent: above, ceiling: highest },
  });
});

test("before the reform of 2026 the ceilings are those of before: 1 300 € and 600 €", () => {
  const carvin = (rent: number) => but(rich, {}, { commune: "Carvin", rentWithCharges: rent });
  expect(answerOf("visale", carvin(1300), "2025-06-01")[0]).toBe("eligible");
  expect(answerOf("visale", carvin(1301), "2025-06-01")).toEqual(["not", "rentAboveCeiling"]);
  expect(answerOf("visale", carvin(1301), "2026-01-05")).toEqual(["not", "rentAboveCeiling"]);
  expect(answerOf("visale", carvin(1301), "2026-01-06")[0]).toBe("eligible");
  expect(answerOf("visale", but(student, {}, { rentWithCharges: 600 }), "2025-06-01")[0]).toBe(
    "eligible",
  );
  expect(answerOf("visale", but(student, {}, { rentWithCharges: 601 }), "2025-06-01")).toEqual([
    "not",
    "rentAboveHalf",
  ]);
});

test("on a day whose figures are not known, not sure", () => {
  expect(answerOf("visale", lina, "2017-01-01")).toEqual(["unsure", "figureUnknownThen"]);
});

test.each([
  [750, "eligible", "rentWithinHalf"],
  [750.01, "not", "rentAboveHalf"],
])("a rent of %f € with 1 500 € a month: %s", (rentWithCharges, outcome, code) => {
  const answer = assess("visale", but(lina, {}, { rentWithCharges }), today);
  expect(answer.outcome).toBe(outcome);
  expect(answer.reasons.find((reason) => reason.code === code)?.values).toMatchObject({
    rent: rentWithCharges,
    half: 750,
    resources: 1500,
  });
});

test("67 % of the housing benefit counts, and what rests on it is to be confirmed", () => {
  const helped = but(lina, { monthlyResources: 300, estimatedHousingBenefit: 200 });
  const fits = assess("visale", but(helped, {}, { rentWithCharges: 217 }), today);
  expect(fits.outcome).toBe("eligible");
  expect(fits.reasons.find(({ code }) => code === "rentWithinHalfWithBenefit")?.toConfirm).toBe(
    true,
  );
  expect(answerOf("visale", but(helped, {}, { rentWithCharges: 217.01 }))).toEqual([
    "not",
    "rentAboveHalf",
  ]);
});

test.each([
  [17, "not", "tooYoung"],
  [18, "eligible", "ageFits"],
  [30, "eligible", "ageFits"],
  [31, "unsure", "answerMissing"],
])("at %i: %s", (age, ...expected) => {
  expect(answerOf("visale", but(lina, { age }))).toEqual(expected);
});

test.each([
  ["17 years 10 months", "eligible", "fileBefore18"],
  ["17 ans et 11 mois", "eligible", "fileBefore18"],
  ["17 years 9 months", "not", "tooYoung"],
  [undefined, "unsure", "answerMissing"],
])("a lease after 18, at %s: %s", (ageDetail, ...expected) => {
  const minor = but(lina, { age: 17, leaseStartsAfter18: true, ageDetail });
  expect(answerOf("visale", minor)).toEqual(expected);
});

test.each([
  [{ jobStartedMonthsAgo: 6, netSalary: 1711 }, "eligible", "over30NewJob"],
  [{ jobStartedMonthsAgo: 7, netSalary: 1711 }, "not", "over30JobAndPay"],
  [{ jobStartedMonthsAgo: 7, netSalary: 1710 }, "eligible", "over30PayFits"],
  [{ jobStartedMonthsAgo: 7, netSalary: null }, "unsure", "answerMissing"],
  [{ status: "demandeur_emploi" }, "not", "over30NotEmployee"],
] as const)("at 33 with %o: %s", (facts, ...expected) => {
  expect(answerOf("visale", but(lina, { age: 33, ...facts }))).toEqual(expected);
});

test("an emancipated minor counts as an adult", () => {
  expect(answerOf("visale", but(lina, { age: 17, emancipated: true }))).toEqual([
    "eligible",
    "emancipated",
  ]);
  expect(answerOf("visale", but(lina, { age: 17, emancipated: null }))[0]).toBe("unsure");
});

test("two on a lease add their incomes and one of the right age is enough; three make three requests", () => {
  const pair = but(
    lina,
    { age: 31, coTenants: [{ age: 28, monthlyResources: 500 }] },
    { rentWithCharges: 1000 },
  );
  expect(answerOf("visale", pair)[0]).toBe("eligible");
  expect(answerOf("visale", but(pair, {}, { rentWithCharges: 1000.5 }))).toEqual([
    "not",
    "rentAboveHalf",
  ]);
  const three = but(lina, { coTenants: [{ age: 20 }, { age: 21 }] }, { rentWithCharges: 1800 });
  expect(answerOf("visale", three)).toEqual(["unsure", "oneLeaseEach"]);
});

test("an unknown town matters only where the ceilings of the zones differ", () => {
  const somewhere = (rentWithCharges: number) =>
    but(rich, {}, { commune: "Trifouilly", rentWithCharges });
  expect(answerOf("visale", somewhere(1365))[0]).toBe("eligible");
  expect(assess("visale", somewhere(1366), today)).toMatchObject({
    outcome: "unsure",
    missing: ["home.zone"],
  });
  expect(answerOf("visale", somewhere(1941))[0]).toBe("not");
});

test("no dwelling yet: not sure, with the rent to look for", () => {
  const answer = assess("visale", but(lina, {}, null), today);
  expect(answer).toMatchObject({ outcome: "unsure", missing: ["home.rentWithCharges"] });
  expect(answer.reasons).toMatchObject([{ code: "noHomeYetTarget", values: { half: 750 } }]);
});

test.each([
  [{ nationality: "hors_ue", permit: "etudiant" }, "eligible", undefined],
  [{ nationality: "hors_ue", permit: "autre" }, "unsure", "eligible"],
  [{ nationality: "hors_ue", permit: "demande_asile" }, "unsure", undefined],
  [{ nationality: null }, "unsure", undefined],
] as const)("with %o: %s, leaning %s", (facts, outcome, leaning) => {
  const answer = assess("visale", but(lina, facts), today);
  expect([answer.outcome, answer.leaning]).toEqual([outcome, leaning]);
});

test.each([
  [{ mainHome: false }, {}, "notMainHome"],
  [{ country: "PF" }, {}, "notInFrance"],
  [{}, { inseeCode: "97502" }, "notInFrance"],
  [{}, { landlordRelation: "grand-parent" }, "landlordIsRelative"],
  [{}, { parc: "hlm" }, "hlmStudentsOnly"],
  [{}, { leaseSigned: true }, "leaseAlreadySigned"],
] as const)("with %o and a dwelling %o, no, and another door is opened", (facts, home, code) => {
  const answer = assess("visale", but(lina, facts, home), today);
  expect([answer.outcome, answer.reasons[0]?.code]).toEqual(["not", code]);
  expect(answer.nextDoors).toContain("worker");
});

test("a refusal further down stands when the fact that is missing would not change it", () => {
  const tooDear = but(rich, {}, { leaseSigned: null, rentWithCharges: 1576 });
  expect(answerOf("visale", tooDear)).toEqual(["not", "rentAboveCeiling"]);
});

test("the papers follow the person: residence permit from outside Europe, card of a student", () => {
  const papers = (facts: Parameters<typeof but>[1]) =>
    assess("visale", but(lina, facts), today).documents;
  expect(papers({})).toEqual(["identity", "workContractOrPaySlips", "incomeLastMonth"]);
  expect(papers({ status: "etudiant", nationality: "hors_ue", permit: "etudiant" })).toEqual([
    "residencePermit",
    "studentCard",
  ]);
});
