import type { Confidence } from "../eligibility/bareme.ts";

/** Where what a subject says was read. */
export interface SubjectSource {
  /** As it is said to the person: "service-public.fr, fiche F33453". */
  readonly name: string;
  /** The day or the month at which the source was true: "2026-01-05", "2026-01". */
  readonly trueOn: string;
  /** The day it was last read again: after twelve months the check turns red. */
  readonly checkedOn: string;
  readonly confidence: Confidence;
}

/** Flow → its sources. A subject without a sourced rule has an empty list, and says no rule. */
export type SubjectSources = Readonly<Record<string, readonly SubjectSource[]>>;
