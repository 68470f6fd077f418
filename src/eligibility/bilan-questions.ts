import type { CommuneValue, Fact, FactValue } from "../person/facts.ts";

/** The answer to a question; null when it is not known, undefined when it was not asked. */
export type Told = (fact: Fact) => FactValue | null | undefined;

/** A question of the bilan logement. */
export interface BilanQuestion {
  readonly fact: BilanFact;
  /** Its number in the smallest set of questions: several may look closer at one of them. */
  readonly number: number;
  /** Whether it means anything for this person. Absent: always. */
  readonly when?: (told: Told) => boolean;
  /** Answers that stand for all: one on each side of what the rules look at. */
  readonly answers: readonly FactValue[];
  /** Asked last, free to answer, and only where it would decide. */
  readonly sensitive?: true;
}

const henin: CommuneValue = { inseeCode: "62427", name: "Hénin-Beaumont" };
const malakoff: CommuneValue = { inseeCode: "92046", name: "Malakoff" };
const lille: CommuneValue = { inseeCode: "59350", name: "Lille" };
const communes = [henin, malakoff, lille];
const yesNo = [true, false];

const homeIsFound = (told: Told) => told("homeFound") === true;
const isStudent = (told: Told) => told("status") === "etudiant";
const isInWorkStudy = (told: Told) => told("status") === "alternant";
const owesRent = (told: Told) => ["rent", "both"].includes(String(told("debts")));
const owesEnergy = (told: Told) => ["energy", "both"].includes(String(told("debts")));
const isInAlt = (told: Told) => ["alt", "ressortant_alt"].includes(String(told("currentHousing")));

const table = [
  { fact: "safeTonight", number: 1, answers: yesNo },
  { fact: "age", number: 2, answers: [15, 16, 17, 20, 24, 27, 30, 33, 45] },
  {
    fact: "status",
    number: 3,
    answers: [
      ...["etudiant", "alternant", "salarie_prive", "interim", "contractuel_public"],
      ...["demandeur_emploi", "cej", "rsa", "sans_activite"],
    ],
  },
  { fact: "monthlyResources", number: 4, answers: [0, 500, 1000, 1900, 5000] },
  {
    fact: "currentHousing",
    number: 5,
    answers: [
      ...["sans_logement", "heberge_tiers", "parents", "alt", "ressortant_alt"],
      ...["expulsion", "separation", "locataire_stable"],
    ],
  },
  { fact: "monthsInAlt", number: 5, when: isInAlt, answers: [3, 13, 17, 19] },
  { fact: "commune", number: 6, answers: communes },
  {
    fact: "livesWith",
    number: 7,
    answers: ["seul", "couple", "colocation", "seul_enfant", "couple_enfant"],
  },
  {
    fact: "childrenCount",
    number: 7,
    when: (told) => String(told("livesWith")).endsWith("_enfant"),
    answers: ["expecting", "one", "two", "threeOrMore"],
  },
  { fact: "homeFound", number: 8, answers: yesNo },
  {
    fact: "home.parc",
    number: 8,
    when: homeIsFound,
    answers: [
      ...["prive", "hlm", "fjt", "residence_sociale", "residence_etudiante"],
      ...["residence_universitaire", "internat", "chez_parents"],
    ],
  },
  { fact: "home.commune", number: 8, when: homeIsFound, answers: communes },
  {
    fact: "home.rentWithCharges",
    number: 8,
    when: homeIsFound,
    answers: [150, 400, 700, 1200, 2500],
  },
  { fact: "home.deposit", number: 8, when: homeIsFound, answers: [0, 400, 2000] },
  { fact: "home.leaseSigned", number: 9, when: homeIsFound, answers: yesNo },
  {
    fact: "movedIn",
    number: 9,
    when: (told) => homeIsFound(told) && told("home.leaseSigned") === true,
    answers: ["no", "lessThanMonth", "moreThanMonth"],
  },
  {
    fact: "movedInOverTwoMonths",
    number: 9,
    when: (told) => homeIsFound(told) && told("movedIn") === "moreThanMonth",
    answers: yesNo,
  },
  { fact: "landlordIsRelative", number: 10, when: homeIsFound, answers: yesNo },
  { fact: "socialHousingRequest", number: 13, answers: yesNo },
  {
    fact: "waitingMonths",
    number: 13,
    when: (told) => told("socialHousingRequest") === true,
    answers: [0, 6, 30, 61],
  },
  { fact: "debts", number: 14, answers: ["none", "rent", "energy", "both", "file"] },
  { fact: "rentPaymentResumed", number: 14, when: owesRent, answers: yesNo },
  { fact: "energyContractActive", number: 14, when: owesEnergy, answers: yesNo },
  {
    fact: "paymentPlanNegotiated",
    number: 14,
    when: (told) => owesRent(told) || owesEnergy(told),
    answers: yesNo,
  },
  {
    fact: "previousFslAccess",
    number: 15,
    answers: ["never", "lessThanFiveYears", "moreThanFiveYears"],
  },
  { fact: "previousMaintienSameDwelling", number: 15, when: owesRent, answers: yesNo },
  // what one does is looked at more closely where an aid depends on it: studies, then work-study
  { fact: "boursierEtat", number: 16, when: isStudent, answers: yesNo },
  { fact: "monthsWorkedLast6", number: 16, when: isStudent, answers: [0, 4] },
  {
    fact: "employer",
    number: 16,
    when: isInWorkStudy,
    answers: ["prive_non_agricole", "agricole", "public"],
  },
  {
    fact: "contractStartedMonthsAgo",
    number: 16,
    when: isInWorkStudy,
    answers: [1, 4, 7, 10],
  },
  { fact: "grossSalary", number: 16, when: isInWorkStudy, answers: [900, 2200, 3000] },
  { fact: "farFromFormerHome", number: 16, when: isInWorkStudy, answers: yesNo },
  {
    fact: "twoHomes",
    number: 16,
    when: (told) => isInWorkStudy(told) && told("farFromFormerHome") !== true,
    answers: yesNo,
  },
  {
    fact: "home.rentAfterApl",
    number: 16,
    when: (told) => isInWorkStudy(told) && homeIsFound(told),
    answers: [0, 60, 300],
  },
  { fact: "nationality", number: 11, sensitive: true, answers: ["fr", "ue", "hors_ue"] },
  {
    fact: "permit",
    number: 11,
    sensitive: true,
    when: (told) => told("nationality") === "hors_ue",
    answers: ["etudiant", "recepisse", "demande_asile", "autre"],
  },
  { fact: "careLeaver", number: 12, sensitive: true, answers: yesNo },
  {
    fact: "careEnded",
    number: 12,
    sensitive: true,
    when: (told) => told("careLeaver") === true,
    answers: ["inCare", "lessThanThreeYears", "moreThanThreeYears"],
  },
  { fact: "familyBreakup", number: 5, sensitive: true, answers: yesNo },
] as const satisfies readonly (Omit<BilanQuestion, "fact"> & { readonly fact: Fact })[];

export type BilanFact = (typeof table)[number]["fact"];

/** Every question of the bilan logement, in the order in which they are asked; the sensitive ones last. */
export const bilanQuestions: readonly BilanQuestion[] = table;

/** What was told and still means something: a rent told of a dwelling that is no more found is left out. */
export function meantBy(told: Told): ReadonlyMap<BilanFact, FactValue | null> {
  const meant = new Map<BilanFact, FactValue | null>();
  for (const { fact, when } of bilanQuestions) {
    const value = told(fact);
    if (value !== undefined && (when === undefined || when(told))) meant.set(fact, value);
  }
  return meant;
}
