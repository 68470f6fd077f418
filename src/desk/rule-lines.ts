import regles from "../../locales/fr/regles.json" with { type: "json" };
import type { SchemeId } from "../eligibility/codes.ts";

/** The keys of the lines that tell a rule in plain French, in the order in which it is read. */
export function ruleLines(scheme: SchemeId): readonly string[] {
  return Object.keys(regles.rule[scheme]).map((line) => `rule.${scheme}.${line}`);
}
