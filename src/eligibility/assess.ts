import type { LocalDate } from "../base/time.ts";
import type { Fact } from "../person/facts.ts";
import { alt } from "./alt.ts";
import type { Assessment, Scheme } from "./assessment.ts";
import type { SchemeId } from "./codes.ts";
import { fslAcces } from "./fsl-acces.ts";
import { fslLni } from "./fsl-lni.ts";
import type { Situation } from "./situation.ts";
import { visale } from "./visale.ts";

/** The schemes that are decided here, by the id of the contract. */
export const schemes = {
  visale,
  fsl_acces: fslAcces,
  fsl_lni: fslLni,
  alt,
} satisfies Partial<Record<SchemeId, Scheme>>;
export type DecidedScheme = keyof typeof schemes;

/** The facts a conversation must have asked before a scheme is decided. */
export const requiredFacts: Readonly<Record<DecidedScheme, readonly Fact[]>> = {
  visale: visale.requiredFacts,
  fsl_acces: fslAcces.requiredFacts,
  fsl_lni: fslLni.requiredFacts,
  alt: alt.requiredFacts,
};

/** What a scheme answers for a situation, with the figures of that day; not sure when its rule is not written yet. */
export function assess(scheme: SchemeId, situation: Situation, on: LocalDate): Assessment {
  if (isDecided(scheme)) return schemes[scheme].assess(situation, on);
  return {
    scheme,
    outcome: "unsure",
    reasons: [{ code: "schemeNotYetDecided", source: "Trousseau" }],
    missing: [],
    documents: [],
    nextDoors: ["worker"],
    parametersOn: on,
  };
}

function isDecided(scheme: SchemeId): scheme is DecidedScheme {
  return scheme in schemes;
}
