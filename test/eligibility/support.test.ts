import { expect, test } from "vitest";
import { localDate, yearsBetween } from "../../src/base/time.ts";
import { assess } from "../../src/eligibility/assess.ts";
import { situationSchema } from "../../src/eligibility/situation.ts";
import { answerOf, today } from "./situations.ts";

const ageOf = (born: string) => yearsBetween(localDate(born), today);

test.each([
  ["2010-11-22", "tremplins_duo", "eligible"],
  ["2010-11-23", "tremplins_duo", "not"],
  ["2004-11-23", "tremplins_duo", "eligible"],
  ["2004-11-22", "tremplins_duo", "not"],
  ["2008-11-22", "asl_jeunes_ase", "eligible"],
  ["2008-11-23", "asl_jeunes_ase", "not"],
  ["2000-11-23", "asl_jeunes_ase", "eligible"],
  ["2000-11-22", "asl_jeunes_ase", "not"],
  ["2008-11-22", "faj", "unsure"],
  ["2008-11-23", "faj", "not"],
  ["2000-11-23", "faj", "unsure"],
  ["2000-11-22", "faj", "not"],
] as const)("somebody who was in care, born on %s, %s: %s", (born, scheme, outcome) => {
  const situation = { age: ageOf(born), careLeaver: true, departement: "62" };
  expect(answerOf(scheme, situation)[0]).toBe(outcome);
});

test("too young: the first doors are those that protect", () => {
  expect(assess("asl_jeunes_ase", { age: 17, careLeaver: true }, today).nextDoors).toEqual([
    "119",
    "ase",
    "tremplins_duo",
    "worker",
  ]);
  expect(assess("tremplins_duo", { age: 15 }, today).nextDoors).toEqual(["119", "ase", "worker"]);
});

test.each([
  [{ careLeaver: null }, "unsure", undefined, ["careLeaver", "familyBreakup"]],
  [{ careLeaver: null, familyBreakup: true }, "unsure", "eligible", ["careLeaver"]],
  [{ careLeaver: false, familyBreakup: true }, "unsure", "eligible", []],
  [{ careLeaver: false, familyBreakup: null }, "unsure", undefined, ["familyBreakup"]],
  [{ careLeaver: false, familyBreakup: false }, "not", undefined, []],
  [{ careLeaver: true, departement: "92" }, "unsure", undefined, []],
] as const)("Tremplins Duo at 18 with %o: %s, leaning %s", (facts, outcome, leaning, missing) => {
  const answer = assess("tremplins_duo", { age: 18, ...facts }, today);
  expect([answer.outcome, answer.leaning, answer.missing]).toEqual([outcome, leaning, missing]);
});

test.each([
  [{ careLeaver: true }, "eligible", "aslAseAgeFits"],
  [{ careLeaver: true, currentHousing: "locataire_stable" }, "unsure", "answerMissing"],
  [
    { careLeaver: true, currentHousing: "locataire_stable", supportNeeded: "maintien" },
    "eligible",
    "aslAseAgeFits",
  ],
  [
    { careLeaver: true, currentHousing: "locataire_stable", supportNeeded: [] },
    "unsure",
    "aslAseNeedToCheck",
  ],
  [{ careLeaver: true, departement: "92" }, "unsure", "departementNotCovered"],
  [{ careLeaver: true, departement: null }, "unsure", "answerMissing"],
  [{ careLeaver: false, monthlyResources: 900 }, "not", "aslAseNotInCare"],
  [{ careLeaver: false, monthlyResources: 0 }, "unsure", "aslAsePrecarity"],
  [{ careLeaver: false, currentHousing: null }, "unsure", "answerMissing"],
] as const)("ASL Jeunes ASE at 19 with %o: %s, %s", (facts, ...expected) => {
  const situation = situationSchema.parse({ age: 19, ...facts });
  expect(answerOf("asl_jeunes_ase", situation)).toEqual(expected);
});

test("that the agreements of 2024 still run is said to be confirmed", () => {
  for (const scheme of ["asl_jeunes_ase", "tremplins_duo"] as const) {
    const { reasons } = assess(scheme, { age: 19, careLeaver: true }, today);
    expect(reasons.find(({ code }) => code === "agreementToConfirm")?.toConfirm).toBe(true);
  }
});

test.each([
  [{ departement: "62" }, "eligible", "asllLengthUsual"],
  [{ departement: "62", currentHousing: "locataire_stable" }, "unsure", "answerMissing"],
  [
    { departement: "62", currentHousing: "locataire_stable", rentArrearsMonths: 1 },
    "eligible",
    "asllLengthUsual",
  ],
  [{ departement: "92", regularStay: true }, "eligible", "asllHousingDifficulty"],
  [{ departement: "92", regularStay: false }, "not", "noLegalStay"],
  [{ departement: "92", regularStay: null }, "unsure", "answerMissing"],
  [
    { departement: "92", tenantStatus: "heberge_gratuit", supportNeeded: "maintien" },
    "unsure",
    "asllTenantToCheck",
  ],
  [
    { departement: "92", tenantStatus: "heberge_gratuit", supportNeeded: "acces" },
    "eligible",
    "asllHousingDifficulty",
  ],
  [{ departement: "59" }, "unsure", "departementNotCovered"],
  [{ departement: null }, "unsure", "answerMissing"],
  [{ territory: "CALL" }, "eligible", "asllLengthUsual"],
  [{ territory: "other" }, "unsure", "answerMissing"],
  [{ currentDepartement: "92", home: { departement: "62" } }, "eligible", "asllLengthUsual"],
  [{ home: { inseeCode: "92046" } }, "eligible", "asllHousingDifficulty"],
] as const)("ASLL with %o: %s, %s", (facts, ...expected) => {
  expect(answerOf("asll", facts)).toEqual(expected);
});

test("neither age nor income closes the ASLL of the 62", () => {
  for (const facts of [{ age: 16 }, { age: 70 }, { monthlyResources: 9000 }])
    expect(answerOf("asll", { departement: "62", ...facts })[0]).toBe("eligible");
});

test.each([
  ["62", undefined, { usual: 12, most: 30 }],
  ["92", "acces", { most: 6 }],
  ["92", "maintien", { most: 24 }],
] as const)("in the %s, to do %s, it lasts %o months", (departement, supportNeeded, length) => {
  const { reasons } = assess("asll", { departement, supportNeeded }, today);
  expect(reasons.map(({ values }) => values)).toContainEqual(length);
});

test("who may ask alone in the 92 is to be confirmed: the two sources differ", () => {
  const { reasons } = assess("asll", { departement: "92", supportNeeded: "acces" }, today);
  expect(reasons.find(({ code }) => code === "asllAloneToConfirm")?.toConfirm).toBe(true);
});

test("the FAJ never says yes: its scale is published nowhere, and the leaning follows the difficulty", () => {
  const leaning = (facts: Parameters<typeof assess>[1]) => assess("faj", facts, today).leaning;
  expect(leaning({ age: 20, status: "rsa" })).toBe("eligible");
  expect(leaning({ age: 20, familyBreakup: true })).toBe("eligible");
  expect(leaning({ age: 20, status: "salarie_prive" })).toBeUndefined();
});
