import type { Memory } from "../../src/engine/conversation.ts";
import { now } from "./real-house.ts";

const hostedInCarvin = {
  age: 20,
  status: "demandeur_emploi",
  monthlyResources: 800,
  currentHousing: "parents",
  commune: { inseeCode: "62215", name: "Carvin" },
  livesWith: "seul",
  homeFound: false,
};
/** A flat was found in Carvin, and nothing is signed. */
export const withHomeInCarvin = {
  ...hostedInCarvin,
  homeFound: true,
  "home.parc": "prive",
  "home.commune": { inseeCode: "62215", name: "Carvin" },
  "home.rentWithCharges": 350,
  "home.deposit": 350,
  "home.leaseSigned": false,
  landlordIsRelative: false,
  debts: "none",
  previousFslAccess: "never",
};

/** What was told of a bilan before its last questions: each opens some that the others do not. */
export const toldInBilans: readonly Readonly<Record<string, unknown>>[] = [
  { ...hostedInCarvin, socialHousingRequest: true },
  { ...hostedInCarvin, socialHousingRequest: true, waitingMonths: 3, careLeaver: true },
  { ...hostedInCarvin, currentHousing: "locataire_stable", debts: "both" },
  {
    ...hostedInCarvin,
    currentHousing: "locataire_stable",
    debts: "both",
    rentPaymentResumed: true,
    energyContractActive: true,
    paymentPlanNegotiated: true,
  },
  { ...withHomeInCarvin, status: "alternant" },
  {
    ...withHomeInCarvin,
    status: "alternant",
    employer: "prive_non_agricole",
    contractStartedMonthsAgo: 1,
    grossSalary: 900,
  },
  {
    ...withHomeInCarvin,
    status: "alternant",
    employer: "prive_non_agricole",
    contractStartedMonthsAgo: 1,
    grossSalary: 900,
    farFromFormerHome: false,
  },
  {
    ...withHomeInCarvin,
    status: "alternant",
    employer: "prive_non_agricole",
    contractStartedMonthsAgo: 1,
    grossSalary: 900,
    farFromFormerHome: true,
  },
  { ...withHomeInCarvin, status: "etudiant" },
  { ...withHomeInCarvin, status: "etudiant", boursierEtat: false },
  { ...withHomeInCarvin, "home.leaseSigned": true },
  { ...withHomeInCarvin, "home.leaseSigned": true, movedIn: "moreThanMonth" },
  { ...hostedInCarvin, socialHousingRequest: false, nationality: "fr" },
  { ...hostedInCarvin, socialHousingRequest: false, nationality: "fr", careLeaver: false },
];

/** Somebody for whom the schemes say "probably": the questions that only they are asked come last. */
export const probablyYes = learnt({
  age: 19,
  status: "etudiant",
  "home.leaseSigned": false,
  "home.parc": "prive",
  "home.commune": { inseeCode: "62215", name: "Carvin" },
  "home.rentWithCharges": 350,
  monthlyResources: 800,
  commune: { inseeCode: "62215", name: "Carvin" },
  currentHousing: "heberge_tiers",
});

/** Facts as a conversation knows them, told now. */
export function learnt(values: Readonly<Record<string, unknown>>): Memory["known"] {
  const known = Object.entries(values).map(([fact, value]) => [fact, { value, at: now }]);
  return Object.fromEntries(known);
}
