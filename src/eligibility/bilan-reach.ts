import type { FactValue } from "../person/facts.ts";
import type { BilanFact } from "./bilan-questions.ts";
import type { SchemeId } from "./codes.ts";

export type Answers = Readonly<Partial<Record<BilanFact, FactValue>>>;

/** What may turn the answer of a scheme, and people for whom every other condition of it is met. */
export interface Reach {
  readonly facts: readonly BilanFact[];
  /** Invented: they stand in for what is not asked yet, never for an answer. */
  readonly examples: readonly Answers[];
}

const henin: FactValue = { inseeCode: "62427", name: "Hénin-Beaumont" };
const malakoff: FactValue = { inseeCode: "92046", name: "Malakoff" };

const hosted: Answers = {
  age: 20,
  status: "demandeur_emploi",
  monthlyResources: 1000,
  currentHousing: "heberge_tiers",
  commune: henin,
  livesWith: "seul",
  homeFound: false,
  socialHousingRequest: true,
  waitingMonths: 0,
  debts: "none",
  previousFslAccess: "never",
};
const withHome: Answers = {
  ...hosted,
  homeFound: true,
  "home.parc": "prive",
  "home.commune": henin,
  "home.rentWithCharges": 400,
  "home.deposit": 400,
  "home.leaseSigned": false,
  landlordIsRelative: false,
};
const student: Answers = {
  ...withHome,
  status: "etudiant",
  boursierEtat: false,
  monthsWorkedLast6: 0,
};
const workStudy: Answers = {
  ...withHome,
  status: "alternant",
  employer: "prive_non_agricole",
  contractStartedMonthsAgo: 1,
  grossSalary: 900,
  twoHomes: false,
  farFromFormerHome: true,
  "home.rentAfterApl": 300,
};
const grantee: Answers = { ...student, boursierEtat: true };
const entered: Answers = {
  "home.leaseSigned": true,
  movedIn: "moreThanMonth",
  movedInOverTwoMonths: true,
};
const entering: Answers = { ...withHome, ...entered };
const atParents: Answers = { ...hosted, currentHousing: "parents", familyBreakup: true };
const inAlt: Answers = { ...hosted, currentHousing: "alt", monthsInAlt: 3 };
const tenant: Answers = {
  ...hosted,
  currentHousing: "locataire_stable",
  debts: "both",
  rentPaymentResumed: true,
  paymentPlanNegotiated: true,
  energyContractActive: true,
  previousMaintienSameDwelling: false,
};
const in92: Answers = { ...withHome, commune: malakoff, "home.commune": malakoff };

const dwelling = ["homeFound", "home.parc", "home.commune", "home.rentWithCharges"] as const;
const stay = ["nationality", "permit"] as const;
const household = ["livesWith", "childrenCount"] as const;

/** What the bilan looks at for each scheme; the closed guarantee of Loca-Pass is no help to anybody. */
export const reach: Readonly<Record<Exclude<SchemeId, "locapass_garantie">, Reach>> = {
  visale: {
    facts: [
      ...(["age", "status", "monthlyResources", ...dwelling] as const),
      ...(["home.leaseSigned", "landlordIsRelative", ...stay] as const),
    ],
    examples: [withHome, student],
  },
  locapass: {
    facts: [
      ...(["age", "status", "homeFound", "home.parc", "home.deposit", "movedIn"] as const),
      ...(["home.leaseSigned", "movedInOverTwoMonths", "debts", "boursierEtat"] as const),
      ...(["monthsWorkedLast6", "employer"] as const),
    ],
    examples: [withHome, student, grantee, workStudy, entering, { ...grantee, ...entered }],
  },
  mobili_jeune: {
    facts: [
      ...(["age", "status", "homeFound", "home.parc", "employer", "grossSalary"] as const),
      ...(["contractStartedMonthsAgo", "twoHomes", "farFromFormerHome"] as const),
      "home.rentAfterApl",
    ],
    examples: [workStudy],
  },
  fsl_acces: {
    facts: [
      ...(["age", "status", "monthlyResources", "currentHousing", "familyBreakup"] as const),
      ...([...dwelling, "commune", "home.leaseSigned", "movedIn", "previousFslAccess"] as const),
    ],
    examples: [withHome, entering, { ...withHome, ...atParents, homeFound: true }, in92],
  },
  fsl_lni: {
    facts: [
      ...(["age", "status", "currentHousing", "homeFound", "commune"] as const),
      ...(["socialHousingRequest", "waitingMonths", "previousFslAccess"] as const),
    ],
    examples: [hosted, { ...atParents, waitingMonths: 61 }],
  },
  fsl_maintien: {
    facts: [
      ...(["currentHousing", "commune", "debts", "rentPaymentResumed"] as const),
      ...(["paymentPlanNegotiated", "previousMaintienSameDwelling"] as const),
    ],
    examples: [tenant],
  },
  fsl_eet: {
    facts: ["currentHousing", "commune", "debts", "energyContractActive", "paymentPlanNegotiated"],
    examples: [tenant, { ...tenant, energyContractActive: false }],
  },
  alt: {
    facts: [
      ...(["age", "monthlyResources", "currentHousing", "monthsInAlt", "commune"] as const),
      ...(["familyBreakup", ...stay] as const),
    ],
    examples: [hosted, atParents, inAlt],
  },
  apl: {
    facts: [
      ...(["age", "status", "monthlyResources", "currentHousing", ...dwelling] as const),
      ...([...household, "landlordIsRelative", "boursierEtat", ...stay] as const),
    ],
    examples: [withHome, student],
  },
  asll: { facts: ["commune", "currentHousing", "debts"], examples: [hosted, tenant] },
  asl_jeunes_ase: {
    facts: ["age", "careLeaver", "currentHousing", "monthlyResources", "commune"],
    examples: [
      { ...hosted, careLeaver: true },
      { ...hosted, careLeaver: false },
    ],
  },
  tremplins_duo: {
    facts: ["age", "careLeaver", "familyBreakup", "commune"],
    examples: [{ ...hosted, careLeaver: true }],
  },
  dalo: {
    facts: [
      ...(["age", "monthlyResources", "currentHousing", "monthsInAlt", "commune"] as const),
      ...(["socialHousingRequest", "waitingMonths", ...household, ...stay] as const),
    ],
    examples: [hosted, { ...hosted, currentHousing: "separation" }, tenant],
  },
  contingent_prefectoral: {
    facts: [
      ...([
        "age",
        "monthlyResources",
        "currentHousing",
        "commune",
        "socialHousingRequest",
      ] as const),
      ...(["careLeaver", "careEnded", ...household, ...stay] as const),
    ],
    examples: [hosted, { ...atParents, careLeaver: true, careEnded: "inCare" }],
  },
  faj: { facts: ["age"], examples: [hosted] },
  logement_social: {
    facts: ["age", "monthlyResources", "commune", "home.commune", ...household, ...stay],
    examples: [hosted, withHome, in92],
  },
  fjt: { facts: ["age", "status"], examples: [hosted] },
};
