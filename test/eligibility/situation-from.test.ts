import { expect, test } from "vitest";
import { assess, requiredFacts } from "../../src/eligibility/assess.ts";
import { schemeIds } from "../../src/eligibility/codes.ts";
import { situationFrom } from "../../src/eligibility/situation-from.ts";
import type { FactValue } from "../../src/person/facts.ts";
import { today } from "./situations.ts";

const told = (facts: Readonly<Record<string, FactValue | null>>) =>
  Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, { value, at: 0 }]));
const carvin = { inseeCode: "62215", name: "Carvin" };

test("a fact that was required and not asked yet is not known", () => {
  expect(situationFrom({}, ["age", "home.leaseSigned"])).toEqual({
    age: null,
    home: { leaseSigned: null },
  });
  expect(situationFrom(told({ age: 20, status: null }), ["age"])).toEqual({
    age: 20,
    status: null,
  });
});

// the guarantee closed for everybody: nothing has to be asked
test.each(schemeIds.filter((id) => id !== "locapass_garantie"))(
  "%s is never firm before anything was asked",
  (id) => {
    expect(assess(id, situationFrom({}, requiredFacts(id)), today).outcome).toBe("unsure");
  },
);

test("the commune of the dwelling gives its code and its département", () => {
  expect(situationFrom(told({ "home.commune": carvin, "home.rentWithCharges": 450 }), [])).toEqual({
    home: { commune: "Carvin", inseeCode: "62215", departement: "62", rentWithCharges: 450 },
  });
});

test("no dwelling found wins over what was said of one", () => {
  expect(
    situationFrom(told({ homeFound: false, "home.rentWithCharges": 450 }), ["home.parc"]),
  ).toEqual({ home: null });
  expect(situationFrom(told({ homeFound: null }), [])).toEqual({ home: { parc: null } });
});

test("the commune of the person gives the territory, and the fund as long as there is no dwelling", () => {
  expect(situationFrom(told({ commune: carvin }), [])).toEqual({
    territory: "CAHC",
    currentDepartement: "62",
    departement: "62",
  });
  const settled = situationFrom(
    told({ commune: { inseeCode: "59350", name: "Lille" }, "home.commune": carvin }),
    [],
  );
  expect(settled).toMatchObject({
    territory: "other",
    currentDepartement: "59",
    home: { departement: "62" },
  });
  expect(settled.departement).toBeUndefined();
});

test.each([
  ["no", { movedIn: false }],
  ["lessThanMonth", { movedIn: true, movedInDaysAgo: 15 }],
  ["moreThanMonth", { movedIn: true, movedInDaysAgo: 45 }],
  [null, { movedIn: null }],
])("moved in, %s", (movedIn, expected) => {
  expect(situationFrom(told({ movedIn }), [])).toEqual(expected);
});

test.each([
  ["never", {}],
  ["lessThanFiveYears", { previousFslAccessYearsAgo: 2 }],
  ["moreThanFiveYears", { previousFslAccessYearsAgo: 6 }],
  [null, { previousFslAccessYearsAgo: null }],
])("an access aid before, %s", (previousFslAccess, expected) => {
  expect(situationFrom(told({ previousFslAccess }), [])).toEqual(expected);
});

test("an answer the rules cannot read is not known, and facts that are not theirs are left aside", () => {
  expect(
    situationFrom(told({ status: "astronaute", firstName: "Lina", mobility: "car" }), []),
  ).toEqual({ status: null });
});

test("a whole conversation is decided", () => {
  const known = told({
    age: 22,
    status: "salarie_prive",
    monthlyResources: 1500,
    homeFound: true,
    "home.parc": "prive",
    "home.commune": carvin,
    "home.rentWithCharges": 550,
    "home.leaseSigned": false,
    nationality: "fr",
  });
  expect(assess("visale", situationFrom(known, requiredFacts("visale")), today).outcome).toBe(
    "eligible",
  );
});
