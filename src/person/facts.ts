/**
 * Everything we may learn about a person, how it is read and how long it stays true.
 * The names are those of the eligibility vocabulary (interfaces.md, section 2): a dot means "of".
 */
export const statuses = [
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
] as const;
/** The situations offered as buttons: ten at most with "I don't know", the longest list WhatsApp shows. */
const askedStatuses = [
  "etudiant",
  "alternant",
  "salarie_prive",
  "interim",
  "contractuel_public",
  "demandeur_emploi",
  "cej",
  "rsa",
  "sans_activite",
] as const satisfies readonly (typeof statuses)[number][];
export const parcs = [
  "prive",
  "hlm",
  "fjt",
  "residence_sociale",
  "residence_etudiante",
  "residence_universitaire",
  "internat",
  "chez_parents",
] as const;
export const housings = [
  "sans_logement",
  "heberge_tiers",
  "parents",
  "alt",
  "ressortant_alt",
  "expulsion",
  "separation",
  "locataire_stable",
] as const;

/** With whom one will live there; the number of children is another question. */
const households = ["seul", "couple", "colocation", "seul_enfant", "couple_enfant"] as const;

/** `always`: as long as we keep the person; `months`: asked again after; `flow`: forgotten at its end. */
export type Holds = { readonly months: number } | "always" | "flow";

export type FactKind =
  | { readonly kind: "age" }
  | { readonly kind: "money" }
  | { readonly kind: "yesNo" }
  | { readonly kind: "commune" }
  | { readonly kind: "firstName" }
  | { readonly kind: "months" }
  /** A telephone number, as it is called. */
  | { readonly kind: "phone" }
  /** A day of the calendar: "2026-11-27". */
  | { readonly kind: "day" }
  /** A subject of conversation, in free words. */
  | { readonly kind: "subject" }
  | { readonly kind: "choice"; readonly among: readonly string[] };

export interface FactDefinition {
  readonly reads: FactKind;
  readonly holds: Holds;
  /** Sensitive by law or by nature: the question says why it is asked and that it is free to answer. */
  readonly sensitive?: true;
}

/** The facts a conversation may ask. The order of `among` is the order of the buttons. */
export const facts = {
  age: { reads: { kind: "age" }, holds: { months: 6 } },
  status: { reads: { kind: "choice", among: askedStatuses }, holds: { months: 3 } },
  monthlyResources: { reads: { kind: "money" }, holds: { months: 3 } },
  safeTonight: { reads: { kind: "yesNo" }, holds: "flow" },
  currentHousing: { reads: { kind: "choice", among: housings }, holds: { months: 1 } },
  familyBreakup: { reads: { kind: "yesNo" }, holds: { months: 3 }, sensitive: true },
  careLeaver: { reads: { kind: "yesNo" }, holds: { months: 12 }, sensitive: true },
  /** Whether it may be counted, without a name, that they were in care: asked once, for that purpose alone. */
  countCare: { reads: { kind: "yesNo" }, holds: { months: 12 } },
  nationality: {
    reads: { kind: "choice", among: ["fr", "ue", "hors_ue"] },
    holds: { months: 12 },
    sensitive: true,
  },
  permit: {
    reads: { kind: "choice", among: ["etudiant", "recepisse", "demande_asile", "autre"] },
    holds: { months: 3 },
    sensitive: true,
  },
  homeFound: { reads: { kind: "yesNo" }, holds: { months: 1 } },
  "home.parc": { reads: { kind: "choice", among: parcs }, holds: { months: 1 } },
  "home.rentWithCharges": { reads: { kind: "money" }, holds: { months: 1 } },
  "home.leaseSigned": { reads: { kind: "yesNo" }, holds: { months: 1 } },
  "home.commune": { reads: { kind: "commune" }, holds: { months: 1 } },
  movedIn: {
    reads: { kind: "choice", among: ["no", "lessThanMonth", "moreThanMonth"] },
    holds: { months: 1 },
  },
  previousFslAccess: {
    reads: { kind: "choice", among: ["never", "lessThanFiveYears", "moreThanFiveYears"] },
    holds: { months: 12 },
  },
  rentPaymentResumed: { reads: { kind: "yesNo" }, holds: { months: 1 } },
  paymentPlanNegotiated: { reads: { kind: "yesNo" }, holds: { months: 1 } },
  energyContractActive: { reads: { kind: "yesNo" }, holds: { months: 1 } },
  /** A plan asked of the supplier: one asked of the landlord is another. */
  energyPlanTried: { reads: { kind: "yesNo" }, holds: { months: 1 } },
  energySharePaid: { reads: { kind: "yesNo" }, holds: { months: 1 } },
  previousMaintienSameDwelling: { reads: { kind: "yesNo" }, holds: { months: 12 } },
  livesWith: { reads: { kind: "choice", among: households }, holds: { months: 6 } },
  childrenCount: {
    reads: { kind: "choice", among: ["expecting", "one", "two", "threeOrMore"] },
    holds: { months: 6 },
  },
  "home.deposit": { reads: { kind: "money" }, holds: { months: 1 } },
  "home.rentAfterApl": { reads: { kind: "money" }, holds: { months: 1 } },
  movedInOverTwoMonths: { reads: { kind: "yesNo" }, holds: { months: 1 } },
  landlordIsRelative: { reads: { kind: "yesNo" }, holds: { months: 1 } },
  socialHousingRequest: { reads: { kind: "yesNo" }, holds: { months: 6 } },
  waitingMonths: { reads: { kind: "months" }, holds: { months: 3 } },
  debts: {
    reads: { kind: "choice", among: ["none", "rent", "energy", "both", "file"] },
    holds: { months: 1 },
  },
  boursierEtat: { reads: { kind: "yesNo" }, holds: { months: 6 } },
  monthsWorkedLast6: { reads: { kind: "months" }, holds: { months: 1 } },
  employer: {
    reads: { kind: "choice", among: ["prive_non_agricole", "agricole", "public"] },
    holds: { months: 6 },
  },
  contractStartedMonthsAgo: { reads: { kind: "months" }, holds: { months: 1 } },
  grossSalary: { reads: { kind: "money" }, holds: { months: 3 } },
  farFromFormerHome: { reads: { kind: "yesNo" }, holds: { months: 3 } },
  twoHomes: { reads: { kind: "yesNo" }, holds: { months: 3 } },
  careEnded: {
    reads: { kind: "choice", among: ["inCare", "lessThanThreeYears", "moreThanThreeYears"] },
    holds: { months: 3 },
    sensitive: true,
  },
  monthsInAlt: { reads: { kind: "months" }, holds: { months: 1 } },
  commune: { reads: { kind: "commune" }, holds: { months: 12 } },
  /** Who sent them, by the link they opened, as the bilan counts it; and whether they said that it is so. */
  cameFrom: {
    reads: {
      kind: "choice",
      among: [
        ...["mission_locale", "collectivite", "sante", "social_departement"],
        ...["evenement_atelier", "reseaux_sociaux_chatbot"],
      ],
    },
    holds: { months: 12 },
  },
  cameFromConfirmed: { reads: { kind: "yesNo" }, holds: { months: 12 } },
  /** What became of the search, as told some weeks after an appointment. */
  housingOutcome: {
    reads: { kind: "choice", among: ["found", "notYet"] },
    holds: { months: 12 },
  },
  /** Which home was found: what the bilan counts, and nothing else. */
  newHome: {
    reads: { kind: "choice", among: ["shared", "social", "private", "family", "otherHome"] },
    holds: { months: 12 },
  },
  /** Whether they still live in the home they had found, as told months later. */
  stillHoused: { reads: { kind: "yesNo" }, holds: { months: 12 } },
  /** Whether that may be asked again. */
  followUpWanted: { reads: { kind: "yesNo" }, holds: "always" },
  firstName: { reads: { kind: "firstName" }, holds: "always" },
  /** Consent to keep photos of papers; the day it was given is kept with it. */
  paperPhotos: { reads: { kind: "yesNo" }, holds: "always", sensitive: true },
  mobility: {
    reads: { kind: "choice", among: ["onFoot", "publicTransport", "car", "hardToMove"] },
    holds: { months: 3 },
  },
  availability: {
    reads: { kind: "choice", among: ["morning", "afternoon", "anyTime"] },
    holds: { months: 1 },
  },
  /** Whether an appointment by telephone would do, for who waits for a time. */
  phonePossible: { reads: { kind: "yesNo" }, holds: { months: 1 } },
  urgencyOfNeed: {
    reads: { kind: "choice", among: ["thisWeek", "thisMonth", "later"] },
    holds: { months: 1 },
  },
  /** Why an appointment was cancelled, when somebody wants to say. */
  cancelReason: {
    reads: { kind: "choice", among: ["notFree", "ill", "transport", "solved", "otherReason"] },
    holds: "flow",
  },
  /** Where to call for an appointment by telephone; it is kept with the appointment alone. */
  phoneNumber: { reads: { kind: "phone" }, holds: "flow" },
  companionWho: {
    reads: { kind: "choice", among: ["partner", "parent", "child", "other"] },
    holds: "flow",
  },
  companionCount: {
    reads: { kind: "choice", among: ["one", "two", "threeOrMore"] },
    holds: "flow",
  },
  subjectTheme: {
    reads: { kind: "choice", among: ["findHome", "myHome", "inTrouble", "myRights"] },
    holds: "flow",
  },
  /** The day from which there is no home any more, told by who must leave soon. */
  leavesHomeOn: { reads: { kind: "day" }, holds: { months: 2 } },
  /** Told by words, not asked: under 18, in years or as it is said. */
  toldMinor: { reads: { kind: "yesNo" }, holds: { months: 6 } },
  /** Whose helpline fits, by the words told in danger; see `escalation/helpline.ts`. */
  helpline: {
    reads: { kind: "choice", among: ["parents", "lgbt", "woman", "man"] },
    holds: { months: 1 },
    sensitive: true,
  },
  lookedFor: { reads: { kind: "subject" }, holds: "flow" },
} as const satisfies Record<string, FactDefinition>;

export type Fact = keyof typeof facts;

/** A commune as a fact: its INSEE code, so that two communes of one postcode stay apart. */
export interface CommuneValue {
  readonly inseeCode: string;
  readonly name: string;
}
export type FactValue = string | number | boolean | CommuneValue;

/** An answer: `null` means it was asked and is not known, or was kept private. */
export interface Answer {
  readonly value: FactValue | null;
  readonly at: number;
}
export type Known = Readonly<Record<string, Answer>>;
