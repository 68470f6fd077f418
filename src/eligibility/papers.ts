import { addDays, type LocalDate, localDate, monthsBetween } from "../base/time.ts";
import { type DocumentCode, documentCodes } from "./codes.ts";
import type { StaleFigure } from "./stale-figures.ts";

/** Every paper of a checklist: those of the schemes, and what an appointment asks besides. */
export const paperCodes = [...documentCodes, "housing"] as const;
export type PaperCode = DocumentCode | "housing";

/** What a paper shows: why it is asked for. */
export type Shows = "identity" | "situation" | "income" | "home" | "debts" | "payment" | "request";

/**
 * A paper as the checklist speaks of it; its words are in `papers.json`. Where it is obtained, and what
 * takes its place, are said only when a source says it.
 */
export interface Paper {
  readonly shows: Shows;
  readonly isWhereKnown: boolean;
  readonly isElseKnown: boolean;
  /** Papers that show the same and more: with one of them, this one is not asked for. */
  readonly within: readonly PaperCode[];
  /** It may be named on a phone that is in other hands. */
  readonly isDiscreet: boolean;
  readonly source: string;
  readonly checkedOn: LocalDate;
}

const checkedOn = localDate("2026-11-23");
/** The lists of papers of the schemes, where they were read. */
const lists = "Visale, Loca-Pass, FSL and ALT: the lists of papers of each scheme";
const copies = "Code du travail, art. L3243-4: the employer keeps a copy for five years";

function paper(shows: Shows, about: Partial<Paper> = {}): Paper {
  return {
    ...{ shows, isWhereKnown: false, isElseKnown: false, within: [], isDiscreet: false },
    ...{ source: lists, checkedOn },
    ...about,
  };
}

const known = { isWhereKnown: true } as const;
const replaced = { isElseKnown: true } as const;
const discreet = { isDiscreet: true } as const;

/** The papers, each with where it was read; a code without an entry does not compile. */
export const papers: Readonly<Record<PaperCode, Paper>> = {
  identity: paper("identity", {
    ...{ ...known, ...replaced, ...discreet, within: ["residencePermit"] },
    source:
      "service-public.fr, F1759, carte d'identité d'un majeur, n'importe quelle mairie équipée",
  }),
  residencePermit: paper("identity", {
    ...{ ...known, ...replaced },
    source:
      "service-public.fr, F15763, verified 6 August 2021; refugies.info, compte Étrangers en France",
  }),
  studentCard: paper("situation", discreet),
  workStudyContract: paper("situation", discreet),
  workContractOrPaySlips: paper("situation", {
    ...{ ...known, ...discreet, within: ["paySlips"], source: copies },
  }),
  missionLocaleCertificate: paper("situation", known),
  proofOfSituation: paper("situation"),
  landlordDetails: paper("home"),
  paySlips: paper("income", { ...known, ...discreet, source: copies }),
  lease: paper("home"),
  rentReceipt: paper("home", {
    ...known,
    source: "loi n° 89-462 du 6 juillet 1989, art. 21 (adil56.org, modèle de quittance)",
  }),
  cafDecision: paper("income", replaced),
  debtLetters: paper("debts"),
  incomeLastMonth: paper("income", { within: ["incomeLast3Months"] }),
  incomeLast3Months: paper("income"),
  proofOfIncome: paper("income", { within: ["incomeLast3Months"] }),
  taxNotice: paper("income", {
    ...{ ...known, ...replaced, ...discreet },
    source:
      "service-public.fr, à quoi sert l'avis d'impôt; impots.gouv.fr, avis de situation (ASDIR)",
  }),
  cafCertificate: paper("income", known),
  healthCoverCertificate: paper("income", {
    ...known,
    source: "ameli.fr, attestation de droits; service-public.fr, F10662",
  }),
  leaseDraft: paper("home", { within: ["lease"] }),
  furnitureQuote: paper("home"),
  bankDetails: paper("payment", {
    ...{ ...known, ...replaced, ...discreet },
    source: "service-public.fr, F2417, droit au compte, verified 10 June 2022",
  }),
  socialHousingNumber: paper("request", {
    ...known,
    source: "service-public.fr, F10007; anil.org, 29 September 2015",
  }),
  debtStatement: paper("debts"),
  paymentPlan: paper("debts"),
  daloForm: paper("request", known),
  housing: paper("home", { within: ["lease", "leaseDraft"] }),
};

/** Names that structures give to papers of their motifs. */
const namedByMotifs: Readonly<Record<string, PaperCode>> = { resources: "incomeLast3Months" };

/** The paper of that name, or null when none is known. */
export function paperNamed(name: string): PaperCode | null {
  return namedByMotifs[name] ?? paperCodes.find((code) => code === name) ?? null;
}

/** The papers that were last checked more than twelve months before that day. */
export function stalePapers(on: LocalDate): readonly StaleFigure[] {
  return paperCodes
    .map((code) => ({ name: `papers.${code}`, ...papers[code] }))
    .filter(({ checkedOn }) => monthsBetween(checkedOn, addDays(on, -1)) >= 12)
    .map(({ name, source, checkedOn }) => ({ name, source, checkedOn }));
}
