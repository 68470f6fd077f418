import type { LocalDate } from "../base/time.ts";

/** The three kinds of accompaniment that are granted for a while and paid by a funder. */
export const measureKinds = ["fsl", "ase", "communal"] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** The forms that each kind is granted in. */
export const measureForms = {
  fsl: ["asl", "gsl"],
  ase: ["simple", "renforce"],
  communal: ["acces", "maintien"],
} as const satisfies Readonly<Record<MeasureKind, readonly string[]>>;
export type MeasureForm = (typeof measureForms)[MeasureKind][number];

/**
 * What a measure takes of an agreement while it runs: ASL two points and GSL one; fourteen reinforced
 * measures for young people of child protection are worth twenty-eight simple ones (the association's report
 * of 2022, parts D and E). A municipal one counts for itself.
 */
const points: Readonly<Record<MeasureForm, number>> = {
  ...{ asl: 2, gsl: 1, simple: 1, renforce: 2 },
  ...{ acces: 1, maintien: 1 },
};

export function pointsOf(form: MeasureForm): number {
  return points[form];
}

/** What is noted of a day by one tap. `absent`: asked to come, and did not. */
export const actKinds = ["interview", "call", "homeVisit", "outing", "absent"] as const;
export type ActKind = (typeof actKinds)[number];

export interface Act {
  readonly id: string;
  readonly on: LocalDate;
  readonly what: ActKind;
}

/** What is said of a measure in codes and in euros, beside who it is for; null is "not known". */
export interface MeasureFacts {
  readonly objectives: readonly string[];
  readonly careBefore: string | null;
  readonly budget: string | null;
  readonly overIndebted: string | null;
  /** Whether an eviction was under way at the start, and how it stands. */
  readonly evictionAtStart: string | null;
  readonly evictionEnd: string | null;
  readonly evolution: string | null;
  readonly adherence: string | null;
  /** Rent owed at the start, and what was cleared of it by each means, in euros. */
  readonly debtAtStart: number | null;
  readonly clearedByFsl: number | null;
  readonly clearedByPlan: number | null;
  readonly clearedByApl: number | null;
}

/** The fields of a measure that hold one code, and of which list. */
export const measureCodes = {
  ...({ careBefore: "careBefore", budget: "budget", overIndebted: "yesNo" } as const),
  ...({ evictionAtStart: "yesNo", evictionEnd: "evictionEnd" } as const),
  ...({ evolution: "evolution", adherence: "adherence" } as const),
} as const;

export const measureEuros = [
  ...(["debtAtStart", "clearedByFsl", "clearedByPlan", "clearedByApl"] as const),
] as const;

export const nothingSaid: MeasureFacts = {
  ...{ objectives: [], careBefore: null, budget: null, overIndebted: null },
  ...{ evictionAtStart: null, evictionEnd: null, evolution: null, adherence: null },
  ...{ debtAtStart: null, clearedByFsl: null, clearedByPlan: null, clearedByApl: null },
};

/** What is counted of one measure. */
export interface Measure {
  readonly kind: MeasureKind;
  readonly form: MeasureForm;
  /** The territory that pays, as a code of the structure's; null where there is one alone. */
  readonly area: string | null;
  readonly grant: "premiere" | "renouvellement";
  readonly startedOn: LocalDate;
  /** Until when it was granted. */
  readonly dueOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly exitReasons: readonly string[];
  readonly facts: MeasureFacts;
  readonly acts: readonly Act[];
}

/** So many points of a kind that a funder pays, from one day to another. */
export interface Agreement {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly area: string | null;
  readonly points: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
}
