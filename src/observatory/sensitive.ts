import type { Situation } from "./situation.ts";

/** How what somebody does not want counted is counted. */
export const keptPrivate = "ne_souhaite_pas_repondre";

/**
 * The codes that say something of health, of violence or of child protection (RGPD, article 9, and what the
 * association's report treats with the same care): counted only where the person agreed to it.
 */
const sensitive = {
  ase: ["oui_en_cours", "oui_passe", "oui"],
  mainProblem: ["violences", "sante", "sortie_ase"],
} as const;

/**
 * A situation as it may be kept: a sensitive code that was just written is kept as "does not wish to answer"
 * unless the person agreed. What stood before stays: it was agreed to then, or came with another record.
 */
export function withConsent(situation: Situation, before: Situation): Situation {
  if (situation.sensitiveConsent === "oui") return situation;
  const hide = <Field extends "ase" | "mainProblem">(field: Field): string | null => {
    const code = situation[field];
    const isNew = code !== before[field];
    const codes: readonly (string | null)[] = sensitive[field];
    return isNew && codes.includes(code) ? keptPrivate : code;
  };
  const isHidden = (code: string) =>
    !before.problems.includes(code) && sensitive.mainProblem.some((one) => one === code);
  const problems = situation.problems.map((code) => (isHidden(code) ? keptPrivate : code));
  return {
    ...situation,
    ...{ ase: hide("ase"), mainProblem: hide("mainProblem"), problems: [...new Set(problems)] },
  };
}
