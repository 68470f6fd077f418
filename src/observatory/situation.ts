import type { CodeList } from "./dictionary.ts";

/** One interview of a situation. */
export interface Interview {
  /** "2022-03-14" */
  readonly on: string | null;
  readonly mode: string | null;
  readonly site: string | null;
}

/** One file that was put together, and what became of it. */
export interface HousingFile {
  readonly type: string;
  readonly role: string | null;
  readonly state: string | null;
}

/**
 * A situation in codes alone: a single, a couple or a household followed together. No name, no contact, no
 * free words. What is null is not known ("non renseigné"): it is counted, and stops no bilan.
 */
export interface Situation {
  readonly id: string;
  readonly structure: string;
  readonly year: number;
  /** The day of the first request; without it the situation counts in its year as a whole. */
  readonly requestedOn: string | null;
  readonly persons: number | null;
  readonly ageAtRequest: number | null;
  readonly identifiesAs: string | null;
  readonly composition: string | null;
  readonly origin: string | null;
  readonly mainProblem: string | null;
  readonly problems: readonly string[];
  /** INSEE code. */
  readonly commune: string | null;
  readonly epci: string | null;
  readonly qpv: string | null;
  readonly housing: string | null;
  readonly resourcesNature: string | null;
  /** Euros a month. */
  readonly resourcesAmount: number | null;
  readonly employment: string | null;
  readonly interviews: readonly Interview[];
  readonly files: readonly HousingFile[];
  readonly partners: readonly string[];
  readonly orientations: readonly string[];
  readonly outcome: string | null;
  readonly outcomeSource: string | null;
  readonly outcomeOn: string | null;
  readonly ase: string | null;
  /** Whether the person agreed that health, violence and child protection be counted. */
  readonly sensitiveConsent: string | null;
  readonly actionLogement: string | null;
  readonly exitReason: string | null;
}

/** The fields that hold one code, and of which list. */
export const codedFields = {
  identifiesAs: "identifiesAs",
  composition: "composition",
  origin: "origin",
  mainProblem: "problem",
  epci: "epci",
  qpv: "qpv",
  housing: "housing",
  resourcesNature: "resourcesNature",
  employment: "employment",
  outcome: "outcome",
  outcomeSource: "outcomeSource",
  ase: "ase",
  sensitiveConsent: "yesNo",
  actionLogement: "actionLogement",
  exitReason: "exitReason",
} as const satisfies Partial<Record<keyof Situation, CodeList>>;
export type CodedField = keyof typeof codedFields;

/** The fields that hold several codes. */
export const listedFields = {
  problems: "problem",
  partners: "partner",
  orientations: "orientation",
} as const satisfies Partial<Record<keyof Situation, CodeList>>;
export type ListedField = keyof typeof listedFields;

const faceToFace: ReadonlySet<string | null> = new Set([
  ...["site_partenaire", "siege", "domicile", "accompagnement_exterieur"],
]);

/** Whether an interview was held face to face, wherever. */
export function isFaceToFace({ mode }: Interview): boolean {
  return faceToFace.has(mode);
}

/** What somebody has each month; no resources at all is an amount of 0, and not "unknown". */
export function monthlyAmount({ resourcesAmount, resourcesNature }: Situation): number | null {
  return resourcesAmount ?? (resourcesNature === "aucune" ? 0 : null);
}

/** A situation of which nothing is known yet. */
export function unknownSituation(
  given: Pick<Situation, "id" | "structure" | "year"> & Partial<Situation>,
): Situation {
  return {
    ...{ requestedOn: null, persons: null, ageAtRequest: null, identifiesAs: null },
    ...{ composition: null, origin: null, mainProblem: null, problems: [], commune: null },
    ...{ epci: null, qpv: null, housing: null, resourcesNature: null, resourcesAmount: null },
    ...{ employment: null, interviews: [], files: [], partners: [], orientations: [] },
    ...{ outcome: null, outcomeSource: null, outcomeOn: null, ase: null },
    sensitiveConsent: null,
    ...{ actionLogement: null, exitReason: null },
    ...given,
  };
}
