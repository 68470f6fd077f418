import { dateIn } from "../base/time.ts";
import { assess, requiredFacts } from "../eligibility/assess.ts";
import type { Assessment } from "../eligibility/assessment.ts";
import { situationFrom } from "../eligibility/situation-from.ts";
import type { Known } from "../person/facts.ts";
import { localFiguresOf } from "../repertoire/local-figures-of.ts";
import type { PersonFile } from "../store/desk-reads.ts";
import type { View } from "./words.ts";

/** The schemes a person went through, decided now from what is known; the leaning is for the worker alone. */
export function assessmentsOf(
  { structure, now }: Pick<View, "structure" | "now">,
  file: PersonFile,
): readonly Assessment[] {
  // what the engine keeps of a fact has the shape of an answer
  const known = file.conversation.memory.known as Known;
  const fsl = known["homeFound"]?.value === false ? "fsl_lni" : "fsl_acces";
  const schemes = [
    ...(file.flowsEntered.includes("visale") ? (["visale"] as const) : []),
    ...(file.flowsEntered.includes("fsl") ? ([fsl] as const) : []),
    ...(file.flowsEntered.includes("alt") ? (["alt"] as const) : []),
  ];
  const today = dateIn(structure.zone, now);
  const local = localFiguresOf(structure);
  return schemes.map((scheme) =>
    assess(scheme, situationFrom(known, requiredFacts(scheme)), today, local),
  );
}
