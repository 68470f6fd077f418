import { expect, test } from "vitest";
import { assess } from "../../src/eligibility/assess.ts";
import type { Situation } from "../../src/eligibility/situation.ts";
import { answerOf, today } from "./situations.ts";

const ines: Situation = {
  age: 20,
  status: "cej",
  monthlyResources: 560,
  currentHousing: "heberge_tiers",
  familyBreakup: true,
  territory: "CAHC",
};

test.each([
  [{}, "eligible", "altSomeIncome"],
  [{ age: 17 }, "unsure", "minor"],
  [{ age: 18 }, "eligible", "altSomeIncome"],
  [{ age: 30 }, "eligible", "altSomeIncome"],
  [{ age: 31 }, "eligible", "altServiceHabitat"],
  [{ monthlyResources: 0 }, "unsure", "altNoIncome"],
  [{ monthlyResources: null }, "unsure", "answerMissing"],
  [{ territory: "other" }, "unsure", "altOutsideTerritory"],
  [{ tenantStatus: "proprietaire" }, "not", "stableHome"],
  [{ currentHousing: "parents", familyBreakup: false }, "unsure", "altNoBreakup"],
  [{ nationality: "hors_ue", permit: "demande_asile" }, "not", "asylumSeeker"],
  [{ nationality: null, permit: null }, "unsure", "answerMissing"],
  [{ nationality: "fr", permit: null }, "eligible", "altSomeIncome"],
] as const)("with %o: %s", (facts, ...expected) => {
  expect(answerOf("alt", { ...ines, ...facts })).toEqual(expected);
});

test.each([
  [11, "eligible"],
  [12, "unsure"],
  [15, "unsure"],
  [16, "not"],
])("after %i months in temporary housing: %s", (monthsInAlt, outcome) => {
  expect(answerOf("alt", { ...ines, currentHousing: "alt", monthsInAlt })[0]).toBe(outcome);
});

test("the 115 is a door only for somebody who has no roof", () => {
  const doors = (currentHousing: "sans_logement" | "heberge_tiers") =>
    assess("alt", { ...ines, monthlyResources: 0, currentHousing }, today).nextDoors;
  expect(doors("sans_logement")).toEqual(["115", "siao", "worker"]);
  expect(doors("heberge_tiers")).toEqual(["siao", "worker"]);
});

test("a minor who asks for asylum is protected first, and never simply refused", () => {
  const answer = assess(
    "alt",
    { ...ines, age: 16, nationality: "hors_ue", permit: "demande_asile" },
    today,
  );
  expect(answer.outcome).toBe("unsure");
  expect(answer.nextDoors[0]).toBe("119");
});

test("a probable yes says that the minimum of resources is to be confirmed", () => {
  const { reasons } = assess("alt", ines, today);
  expect(reasons.find(({ code }) => code === "altSomeIncome")?.toConfirm).toBe(true);
});
