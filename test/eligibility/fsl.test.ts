import { expect, test } from "vitest";
import { assess } from "../../src/eligibility/assess.ts";
import { answerOf, but, lina, today } from "./situations.ts";

const karim = but(
  lina,
  { age: 27, status: "rsa", monthlyResources: 600, departement: "62", movedIn: false },
  { parc: "hlm", commune: "Libercourt", rentWithCharges: 300 },
);
const searching = but(karim, { status: "interim", currentHousing: "heberge_tiers" }, null);
const malakoff = but(
  lina,
  { departement: "92", quotientFamilial: 600, regularStay: true, getsHousingBenefit: true },
  { commune: "Malakoff" },
);

test("a probable yes in the 62 says that the amount is to be confirmed", () => {
  const answer = assess("fsl_acces", karim, today);
  expect(answer.outcome).toBe("eligible");
  expect(answer.reasons.find(({ code }) => code === "fslAmountUnpublished")?.toConfirm).toBe(true);
  expect(answer.amount).toBeUndefined();
});

test.each([
  // the 22nd of October is exactly one month before the 22nd of November
  [31, "eligible", undefined],
  [32, "unsure", "not"],
])("moved in %i days ago: %s, leaning %s", (movedInDaysAgo, outcome, leaning) => {
  const answer = assess("fsl_acces", but(karim, { movedIn: true, movedInDaysAgo }), today);
  expect([answer.outcome, answer.leaning]).toEqual([outcome, leaning]);
});

test.each([
  [300, "eligible", undefined],
  [300.01, "unsure", "not"],
])(
  "a rent of %f € left with 600 € a month: %s, leaning %s",
  (rentWithCharges, outcome, leaning) => {
    const answer = assess("fsl_acces", but(karim, {}, { rentWithCharges }), today);
    expect([answer.outcome, answer.leaning]).toEqual([outcome, leaning]);
  },
);

test.each([
  [4, "unsure", "fslAccessNotLongAgo"],
  [5, "eligible", "rentSuitable"],
])("an access aid %i years ago: %s", (previousFslAccessYearsAgo, ...expected) => {
  expect(answerOf("fsl_acces", but(karim, { previousFslAccessYearsAgo }))).toEqual(expected);
});

test.each([
  [25, { familyBreakup: false, currentHousing: "parents" }, "unsure", "breakupNotEstablished"],
  [26, { familyBreakup: false, currentHousing: "parents" }, "eligible", "rentSuitable"],
  [25, { familyBreakup: true }, "eligible", "rentSuitable"],
  [25, { familyBreakup: true, status: "etudiant" }, "unsure", "insertionPathToCheck"],
  [25, { familyBreakup: true, monthlyResources: 0 }, "unsure", "noIncomeUnder26"],
  [25, { familyBreakup: null }, "unsure", "answerMissing"],
  [17, { familyBreakup: true }, "unsure", "minor"],
] as const)("at %i with %o: %s", (age, facts, ...expected) => {
  expect(answerOf("fsl_acces", but(karim, { age, ...facts }))).toEqual(expected);
});

test("the new home decides the fund, whichever the person comes from", () => {
  expect(answerOf("fsl_acces", but(karim, { currentDepartement: "59" }))[0]).toBe("eligible");
  const lille = but(karim, { departement: undefined }, { commune: "Lille", inseeCode: "59350" });
  expect(answerOf("fsl_acces", lille)).toEqual(["not", "homeOutsideDepartement"]);
  expect(assess("fsl_acces", lille, today).nextDoors).toContain("fsl_other_departement");
  expect(answerOf("fsl_acces", but(lille, { departement: "59" }))).toEqual([
    "unsure",
    "departementNotCovered",
  ]);
});

test.each([
  [{}, "eligible", "lniPriority"],
  [{ status: "etudiant" }, "not", "lniStudent"],
  [{ currentHousing: "parents" }, "unsure", "lniPriorityToCheck"],
  [{ currentHousing: "parents", waitingMonths: 24 }, "unsure", "lniPriorityToCheck"],
  [{ currentHousing: "parents", waitingMonths: 25 }, "eligible", "lniPriority"],
  [{ currentHousing: "parents", violence: true }, "eligible", "lniPriority"],
  [{ departement: "92" }, "unsure", "lniUnknownHere"],
  [{ age: 17 }, "unsure", "minor"],
] as const)("before a dwelling is found, with %o: %s", (facts, ...expected) => {
  expect(answerOf("fsl_lni", but(searching, facts, null))).toEqual(expected);
});

test("access without a dwelling is answered like the agreement before finding", () => {
  expect(answerOf("fsl_acces", searching)).toEqual(["eligible", "lniPriority"]);
  expect(answerOf("fsl_lni", karim)).toEqual(["not", "lniHomeFound"]);
});

test.each([
  [800, 0, "eligible"],
  [801, 0, "not"],
  [850, 1, "eligible"],
  [851, 1, "not"],
  [800, null, "eligible"],
  [820, null, undefined],
  [851, null, "not"],
])(
  "in the 92, quotient familial %i with %s child: not sure, leaning %s",
  (quotientFamilial, children, leaning) => {
    const answer = assess("fsl_acces", but(malakoff, { quotientFamilial, children }), today);
    expect([answer.outcome, answer.leaning]).toEqual(["unsure", leaning]);
  },
);

test("in the 92 a student residence or no legal stay is a no, whatever the quotient familial", () => {
  expect(answerOf("fsl_acces", but(malakoff, {}, { parc: "residence_etudiante" }))).toEqual([
    "not",
    "studentResidenceExcluded",
  ]);
  expect(answerOf("fsl_acces", but(malakoff, { regularStay: false }))).toEqual([
    "not",
    "noLegalStay",
  ]);
});
