import { doubtful, type Line, no, pass, unsure } from "./assessment.ts";
import type { Situation } from "./situation.ts";

/** Is the person French, European, or holder of a residence document that is surely enough? */
export function residenceDocument(situation: Situation, source: string): Line {
  const { nationality, permit, regularStay } = situation;
  if (nationality === "fr" || nationality === "ue") return pass();
  if (permit === "demande_asile" || permit === "recepisse")
    return unsure({ code: "permitToCheck", source, toConfirm: true });
  if (permit === null) return doubtful(source, "permit");
  if (permit !== undefined || regularStay === true) return pass();
  if (nationality === null) return doubtful(source, "nationality");
  return nationality === undefined ? pass() : doubtful(source, "permit");
}

/** Is the stay legal, as the rule asks? */
export function legalStay(situation: Situation, source: string): Line {
  if (situation.regularStay === false) return no({ code: "noLegalStay", source });
  if (situation.regularStay === null) return doubtful(source, "regularStay");
  return residenceDocument(situation, source);
}
