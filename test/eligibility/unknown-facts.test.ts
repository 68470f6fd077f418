import fc from "fast-check";
import { expect, test } from "vitest";
import { assess, type DecidedScheme } from "../../src/eligibility/assess.ts";
import { type Situation, situationSchema } from "../../src/eligibility/situation.ts";
import written from "./cases.json" with { type: "json" };
import { but, lina, today } from "./situations.ts";

const maybe = <Value>(values: fc.Arbitrary<Value>) =>
  fc.option(values, { nil: undefined, freq: 3 });
const oneOf = <const Value>(...values: readonly Value[]) => maybe(fc.constantFrom(...values));
const euros = maybe(fc.integer({ min: 0, max: 2500 }));
const tenant = {
  age: maybe(fc.integer({ min: 15, max: 40 })),
  status: oneOf(
    "etudiant",
    "alternant",
    "salarie_prive",
    "fonctionnaire_titulaire",
    "cej",
    "sans_activite",
  ),
  monthlyResources: euros,
  netSalary: euros,
  jobStartedMonthsAgo: maybe(fc.integer({ min: 0, max: 12 })),
};
const dwelling = fc.record({
  parc: oneOf("prive", "hlm", "fjt", "internat", "chez_parents", "residence_etudiante"),
  zone: oneOf(1, 2, 3),
  rentWithCharges: euros,
  leaseSigned: oneOf(true, false),
  landlordRelation: oneOf("none", "mother"),
  departement: oneOf("62", "92", "59"),
});
const situations: fc.Arbitrary<Situation> = fc.record({
  ...tenant,
  employer: oneOf("prive_non_agricole", "public"),
  ageDetail: oneOf("17 years 11 months", "17 years 2 months"),
  leaseStartsAfter18: oneOf(true, false),
  emancipated: oneOf(true, false),
  alternant: oneOf(true, false),
  estimatedHousingBenefit: euros,
  nationality: oneOf("fr", "ue", "hors_ue"),
  permit: oneOf("etudiant", "recepisse", "demande_asile", "autre"),
  home: fc.option(dwelling, { freq: 5 }),
  departement: oneOf("62", "92", "59"),
  currentHousing: oneOf(
    "sans_logement",
    "heberge_tiers",
    "parents",
    "alt",
    "ressortant_alt",
    "separation",
    "locataire_stable",
  ),
  familyBreakup: oneOf(true, false),
  movedIn: oneOf(true, false),
  movedInDaysAgo: maybe(fc.integer({ min: 0, max: 60 })),
  previousFslAccessYearsAgo: maybe(fc.integer({ min: 0, max: 9 })),
  mainHome: oneOf(true, false),
  quotientFamilial: maybe(fc.integer({ min: 700, max: 900 })),
  children: maybe(fc.integer({ min: 0, max: 2 })),
  regularStay: oneOf(true, false),
  getsHousingBenefit: oneOf(true, false),
  territory: oneOf("CAHC", "CALL", "other"),
  monthsInAlt: maybe(fc.integer({ min: 0, max: 18 })),
  waitingMonths: maybe(fc.integer({ min: 0, max: 40 })),
  tenantStatus: oneOf("locataire", "proprietaire"),
  coTenants: maybe(fc.array(fc.record(tenant), { maxLength: 3 })),
});
const decided: readonly DecidedScheme[] = ["visale", "fsl_acces", "fsl_lni", "alt"];

// each fact that is known, made unknown in its turn; `home: null` is no unknown, it says that there is no dwelling
function forgotten(situation: Situation): readonly (readonly [string, Situation])[] {
  const known = (facts: object, prefix = "") =>
    Object.entries(facts).filter(
      ([name, value]) => prefix + name !== "home" && value !== undefined && value !== null,
    );
  const own = known(situation).map(([name]) => [name, { ...situation, [name]: null }] as const);
  const { home } = situation;
  const inner = known(home ?? {}, "home.").map(
    ([name]) => [`home.${name}`, { ...situation, home: { ...home, [name]: null } }] as const,
  );
  return [...own, ...inner].map(([name, facts]) => [name, situationSchema.parse(facts)] as const);
}

function firmer(scheme: DecidedScheme, situation: Situation): readonly string[] {
  const { outcome } = assess(scheme, situation, today);
  return forgotten(situation).flatMap(([fact, less]) => {
    const { outcome: then } = assess(scheme, less, today);
    return then === "unsure" || then === outcome ? [] : [`${fact}: ${outcome} became ${then}`];
  });
}

test.each(decided)("%s: knowing less never gives a firmer answer", (scheme) => {
  fc.assert(
    fc.property(situations, (situation) => {
      expect(firmer(scheme, situation)).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test.each(written.cases)("$id: knowing less never gives a firmer answer", ({ scheme, facts }) => {
  const id = decided.find((known) => known === scheme);
  expect(id && firmer(id, situationSchema.parse(facts))).toEqual([]);
});

test("what is asked for is never known already, and a firm answer asks for nothing", () => {
  fc.assert(
    fc.property(situations, fc.constantFrom(...decided), (situation, scheme) => {
      const { outcome, missing } = assess(scheme, situation, today);
      const facts: Readonly<Record<string, unknown>> = situation;
      if (outcome !== "unsure") expect(missing).toEqual([]);
      for (const fact of missing.filter(
        (name) => name !== "coTenants" && name !== "home" && name !== "ageDetail",
      ))
        if (!fact.includes(".")) expect(facts[fact] ?? null).toBeNull();
    }),
    { numRuns: 1500 },
  );
});

test("over 30, more pay never turns a refusal for too much pay into a yes", () => {
  const older = but(lina, { age: 34, jobStartedMonthsAgo: 12, monthlyResources: 6000 });
  const withPay = (netSalary: number) => assess("visale", but(older, { netSalary }), today).outcome;
  expect(withPay(1000)).toBe("eligible");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.nat(3000), (pay, more) => {
      if (withPay(pay) === "not") expect(withPay(pay + more)).toBe("not");
    }),
  );
});

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
