import fc from "fast-check";
import { expect, test } from "vitest";
import { assess } from "../../src/eligibility/assess.ts";
import { type SchemeId, schemeIds } from "../../src/eligibility/codes.ts";
import { type Situation, situationSchema } from "../../src/eligibility/situation.ts";
import { contradictsItself, forgotten, near, situations } from "./any-situation.ts";
import written from "./cases.json" with { type: "json" };
import { but, lina, today } from "./situations.ts";

function firmer(scheme: SchemeId, situation: Situation): readonly string[] {
  const { outcome } = assess(scheme, situation, today);
  return forgotten(situation).flatMap(([fact, less]) => {
    const { outcome: then } = assess(scheme, less, today);
    return then === "unsure" || then === outcome ? [] : [`${fact}: ${outcome} became ${then}`];
  });
}

test.each(schemeIds)("%s: knowing less never gives a firmer answer", (scheme) => {
  const cases = written.cases.filter((one) => one.scheme === scheme);
  fc.assert(
    fc.property(fc.oneof(situations, near(cases)), (situation) => {
      fc.pre(!contradictsItself(situation));
      expect(firmer(scheme, situation)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.each(written.cases)("$id: knowing less never gives a firmer answer", ({ scheme, facts }) => {
  const id = schemeIds.find((known) => known === scheme);
  expect(id && firmer(id, situationSchema.parse(facts))).toEqual([]);
});

test("what is asked for is never known already, and a firm answer asks for nothing", () => {
  fc.assert(
    fc.property(situations, fc.constantFrom(...schemeIds), (situation, scheme) => {
      const { outcome, missing } = assess(scheme, situation, today);
      const facts: Readonly<Record<string, unknown>> = situation;
      if (outcome !== "unsure") expect(missing).toEqual([]);
      for (const fact of missing.filter(
        (name) => name !== "coTenants" && name !== "home" && name !== "ageDetail",
      ))
        if (!fact.includes(".")) expect(facts[fact] ?? null).toBeNull();
    }),
    { numRuns: 600 },
  );
});

// each refusal for too much income, and the income it looks at
const tooMuch: Readonly<Record<string, "netSalary" | "grossSalary" | "rfr">> = {
  over30JobAndPay: "netSalary",
  mobiliPayTooHigh: "grossSalary",
  hlmAboveCeiling: "rfr",
};

test.each(schemeIds)("%s: more income never turns a refusal for too much into a yes", (scheme) => {
  const cases = written.cases.filter((one) => one.scheme === scheme);
  fc.assert(
    fc.property(fc.oneof(situations, near(cases)), fc.nat(3000), (situation, more) => {
      const { outcome, reasons } = assess(scheme, situation, today);
      const income = tooMuch[reasons[0]?.code ?? ""];
      if (outcome !== "not" || income === undefined) return;
      const richer = { ...situation, [income]: (situation[income] ?? 0) + more };
      expect(assess(scheme, situationSchema.parse(richer), today).outcome).toBe("not");
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["visale", { age: 34, status: "salarie_prive", jobStartedMonthsAgo: 12 }, "netSalary", 1710],
  ["mobili_jeune", written.cases.find(({ id }) => id === "MOB-01")?.facts, "grossSalary", 2240.42],
] as const)(
  "%s: above its limit of income the refusal stays, below it there is none",
  (...given) => {
    const [scheme, facts, income, limit] = given;
    const outcome = (amount: number) =>
      assess(
        scheme,
        situationSchema.parse({ ...lina, monthlyResources: 6000, ...facts, [income]: amount }),
        today,
      ).outcome;
    expect(outcome(limit)).not.toBe("not");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (above) => {
        expect(outcome(limit + above)).toBe("not");
      }),
    );
  },
);

test("a higher quotient familial never turns a leaning to no into a leaning to yes", () => {
  const base = but(lina, { departement: "92" }, { commune: "Malakoff" });
  const leaning = (quotientFamilial: number) =>
    assess("fsl_acces", but(base, { quotientFamilial }), today).leaning;
  expect(leaning(500)).toBe("eligible");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.nat(1000), (quotient, more) => {
      if (leaning(quotient) === "not") expect(leaning(quotient + more)).toBe("not");
    }),
  );
});
