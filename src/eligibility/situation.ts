import { z } from "zod";
import type { housings, parcs, statuses } from "../person/facts.ts";

// The words come from the facts of a person; this room keeps its own list, which a test holds to theirs.
const status = z.enum([
  "etudiant",
  "alternant",
  "salarie_prive",
  "interim",
  "contractuel_public",
  "fonctionnaire_titulaire",
  "salarie_agricole",
  "demandeur_emploi",
  "cej",
  "rsa",
  "sans_activite",
] satisfies (typeof statuses)[number][]);
const parc = z.enum([
  "prive",
  "hlm",
  "fjt",
  "residence_sociale",
  "residence_etudiante",
  "residence_universitaire",
  "internat",
  "chez_parents",
] satisfies (typeof parcs)[number][]);
const currentHousing = z.enum([
  "sans_logement",
  "heberge_tiers",
  "parents",
  "alt",
  "ressortant_alt",
  "expulsion",
  "separation",
  "locataire_stable",
] satisfies (typeof housings)[number][]);
const support = z.enum(["admin", "budget", "maintien", "acces"]);

const amount = fact(z.number().min(0));
const count = fact(z.int().min(0));
const yesNo = fact(z.boolean());
const words = fact(z.string());
const departement = fact(z.string().regex(/^(\d{2,3}|2[AB]|other)$/));

/** What is known of one tenant: what the rules ask of each person on a lease. */
const tenant = {
  age: fact(z.int().min(0).max(130)),
  status: fact(status),
  employer: fact(z.enum(["prive_non_agricole", "agricole", "public"])),
  monthlyResources: amount,
  netSalary: amount,
  jobStartedMonthsAgo: amount,
};

const home = z.strictObject({
  parc: fact(parc),
  zone: fact(z.union([z.literal(1), z.literal(2), z.literal(3)])),
  commune: words,
  inseeCode: fact(z.string().regex(/^\d[\dAB]\d{3}$/)),
  departement,
  rentWithCharges: amount,
  rent: amount,
  charges: amount,
  rentAfterApl: amount,
  estimatedHousingBenefit: amount,
  deposit: amount,
  leaseSigned: yesNo,
  leaseSignedDaysAgo: amount,
  movedInDaysAgo: amount,
  landlordRelation: fact(z.enum(["none", "mother", "father", "grand-parent", "child"])),
});

/**
 * The facts a scheme may be decided on: an absent one is the ordinary case, a null one was asked and is not known,
 * and `home: null` says that no dwelling is found yet. Unknown names and wrong types are refused.
 * Amounts are euros a month.
 */
export const situationSchema = z.strictObject({
  ...tenant,
  ageDetail: words,
  contract: fact(z.enum(["cdi", "cdd", "interim", "apprentissage", "professionnalisation"])),
  estimatedHousingBenefit: amount,
  grossSalary: amount,
  boursierEtat: yesNo,
  monthsWorkedLast6: amount,
  contractMonths: amount,
  contractStartedMonthsAgo: amount,
  nationality: fact(z.enum(["fr", "ue", "hors_ue"])),
  permit: fact(z.enum(["etudiant", "recepisse", "demande_asile", "autre"])),
  emancipated: yesNo,
  leaseStartsAfter18: yesNo,
  home: fact(home),
  distanceKm: amount,
  travelMinutes: amount,
  twoHomes: yesNo,
  departement,
  currentDepartement: departement,
  currentHousing: fact(currentHousing),
  familyBreakup: yesNo,
  socialHousingRequest: yesNo,
  movedIn: yesNo,
  movedInDaysAgo: amount,
  need: words,
  previousFslAccessYearsAgo: amount,
  rentArrearsMonths: amount,
  rentPaymentResumed: yesNo,
  previousMaintienSameDwelling: yesNo,
  energyDebt: amount,
  energyContractActive: yesNo,
  paymentPlanNegotiated: yesNo,
  canPayShare: fact(z.number().min(0).max(1)),
  mainHome: yesNo,
  quotientFamilial: amount,
  children: count,
  regularStay: yesNo,
  getsHousingBenefit: yesNo,
  moveReason: words,
  fslPaysSameDeposit: yesNo,
  overIndebtednessPlan: yesNo,
  territory: fact(z.enum(["CAHC", "CALL", "other"])),
  household: fact(z.enum(["seul", "couple", "colocation"])),
  monthsInAlt: amount,
  renewalsUsed: count,
  coTenants: fact(z.array(z.strictObject(tenant))),
  country: fact(z.string().regex(/^[A-Z]{2}$/)),
  rfr: amount,
  adults: count,
  waitingMonths: amount,
  dwellingUnfit: yesNo,
  overcrowded: yesNo,
  violence: yesNo,
  shelterMonths: amount,
  careLeaver: yesNo,
  careEndedMonthsAgo: amount,
  careMeasureEndsInMonths: amount,
  disabled: yesNo,
  alternant: yesNo,
  supportNeeded: fact(z.union([support, z.array(support)])),
  tenantStatus: fact(
    z.enum([
      "locataire",
      "sous_locataire",
      "colocataire",
      "proprietaire",
      "heberge_gratuit",
      "foyer",
    ]),
  ),
});

/** What is known of a person and of the dwelling in view, on which a scheme is decided. */
export type Situation = z.infer<typeof situationSchema>;
/** The dwelling in view. */
export type Home = z.infer<typeof home>;

/** The monthly rent with its charges, in euros; undefined when it cannot be told. */
export function rentOf(dwelling: Home | null | undefined): number | undefined {
  if (typeof dwelling?.rentWithCharges === "number") return dwelling.rentWithCharges;
  const { rent, charges } = dwelling ?? {};
  return typeof rent === "number" && typeof charges === "number" ? rent + charges : undefined;
}

/** The housing benefit simulated for the dwelling, in euros a month; undefined when it is not known. */
export function housingBenefitOf(situation: Situation): number | undefined {
  // what was asked of this dwelling and is not known is not replaced by another figure
  const own = situation.home?.estimatedHousingBenefit;
  return (own === undefined ? situation.estimatedHousingBenefit : own) ?? undefined;
}

/** Whether support was asked for, of that kind when one is named. */
export function needs({ supportNeeded }: Situation, kind?: z.infer<typeof support>): boolean {
  const asked = typeof supportNeeded === "string" ? [supportNeeded] : (supportNeeded ?? []);
  return kind === undefined ? asked.length > 0 : asked.includes(kind);
}

function fact<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullable().optional();
}
