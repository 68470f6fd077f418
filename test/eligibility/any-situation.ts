import fc from "fast-check";
import { homeDepartement } from "../../src/eligibility/fsl-fund.ts";
import { type Situation, situationSchema } from "../../src/eligibility/situation.ts";

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
    "salarie_agricole",
    "interim",
    "contractuel_public",
    "fonctionnaire_titulaire",
    "demandeur_emploi",
    "cej",
    "rsa",
    "sans_activite",
  ),
  monthlyResources: euros,
  netSalary: euros,
  jobStartedMonthsAgo: maybe(fc.integer({ min: 0, max: 12 })),
};
const dwelling = fc.record({
  parc: oneOf(
    "prive",
    "hlm",
    "fjt",
    "internat",
    "chez_parents",
    "residence_etudiante",
    "residence_sociale",
  ),
  zone: oneOf(1, 2, 3),
  rentWithCharges: euros,
  rent: maybe(fc.integer({ min: 0, max: 1500 })),
  leaseSigned: oneOf(true, false),
  landlordRelation: oneOf("none", "mother"),
  rentAfterApl: maybe(fc.integer({ min: 0, max: 200 })),
  estimatedHousingBenefit: euros,
  deposit: oneOf(0, 450, 2000),
  movedInDaysAgo: maybe(fc.integer({ min: 0, max: 90 })),
  departement: oneOf("62", "92", "59"),
});
/** Any situation a conversation or a file may tell, contradictions included. */
export const situations: fc.Arbitrary<Situation> = fc.record({
  ...tenant,
  employer: oneOf("prive_non_agricole", "agricole", "public"),
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
  tenantStatus: oneOf(
    "locataire",
    "sous_locataire",
    "colocataire",
    "proprietaire",
    "heberge_gratuit",
    "foyer",
  ),
  contract: oneOf("cdi", "cdd", "interim", "apprentissage", "professionnalisation"),
  contractMonths: maybe(fc.integer({ min: 0, max: 24 })),
  contractStartedMonthsAgo: maybe(fc.integer({ min: 0, max: 30 })),
  monthsWorkedLast6: maybe(fc.integer({ min: 0, max: 6 })),
  boursierEtat: oneOf(true, false),
  grossSalary: maybe(fc.integer({ min: 1900, max: 2400 })),
  distanceKm: maybe(fc.integer({ min: 60, max: 80 })),
  travelMinutes: maybe(fc.integer({ min: 35, max: 45 })),
  twoHomes: oneOf(true, false),
  fslPaysSameDeposit: oneOf(true, false),
  overIndebtednessPlan: oneOf(true, false),
  currentDepartement: oneOf("62", "92", "59"),
  careLeaver: oneOf(true, false),
  careMeasureEndsInMonths: maybe(fc.integer({ min: 0, max: 6 })),
  careEndedMonthsAgo: maybe(fc.integer({ min: 0, max: 60 })),
  supportNeeded: oneOf("admin", "budget", "maintien", "acces"),
  rentArrearsMonths: maybe(fc.integer({ min: 0, max: 6 })),
  rentPaymentResumed: oneOf(true, false),
  previousMaintienSameDwelling: oneOf(true, false),
  energyDebt: euros,
  energyContractActive: oneOf(true, false),
  paymentPlanNegotiated: oneOf(true, false),
  canPayShare: oneOf(0, 0.1, 0.2, 1),
  socialHousingRequest: oneOf(true, false),
  household: oneOf("seul", "couple", "colocation"),
  renewalsUsed: oneOf(0, 1, 2),
  country: oneOf("FR", "BE", "PF"),
  rfr: maybe(fc.integer({ min: 10_000, max: 60_000 })),
  adults: oneOf(1, 2),
  dwellingUnfit: oneOf(true, false),
  overcrowded: oneOf(true, false),
  violence: oneOf(true, false),
  shelterMonths: maybe(fc.integer({ min: 0, max: 24 })),
  disabled: oneOf(true, false),
  coTenants: maybe(fc.array(fc.record(tenant), { maxLength: 3 })),
});
/**
 * The same situation with each fact that is known made unknown in its turn. `home: null` is no unknown: it says that
 * there is no dwelling. Neither is `contract: null`, by which the vocabulary says that there is no contract.
 */
export function forgotten(situation: Situation): readonly (readonly [string, Situation])[] {
  const known = (facts: object, prefix = "") =>
    Object.entries(facts).filter(
      ([name, value]) =>
        !["home", "contract"].includes(prefix + name) && value !== undefined && value !== null,
    );
  const own = known(situation).map(([name]) => [name, { ...situation, [name]: null }] as const);
  const { home } = situation;
  const inner = known(home ?? {}, "home.").map(
    ([name]) => [`home.${name}`, { ...situation, home: { ...home, [name]: null } }] as const,
  );
  return [...own, ...inner].map(([name, facts]) => [name, situationSchema.parse(facts)] as const);
}

/** A situation of a written case with up to four other facts: near the answers that any situation seldom meets. */
export function near(cases: readonly { readonly facts: object }[]): fc.Arbitrary<Situation> {
  const others = fc
    .record({ other: situations, kept: fc.func(fc.nat(9)) })
    .map(({ other, kept }) =>
      Object.entries(other).filter(([fact, value]) => value !== undefined && kept(fact) === 0),
    );
  return fc
    .tuple(fc.constantFrom(...cases), others)
    .map(([{ facts }, changed]) =>
      situationSchema.parse({ ...facts, ...Object.fromEntries(changed.slice(0, 4)) }),
    );
}

/**
 * Whether the département that was told is not that of the home: nobody knows then which one is meant, and
 * forgetting the commune leaves what was told.
 */
export function contradictsItself({ departement, home }: Situation): boolean {
  const where = homeDepartement(home);
  return typeof departement === "string" && where !== undefined && where !== departement;
}
