import type { Instant, LocalDate } from "../base/time.ts";
import { assess, requiredFacts } from "../eligibility/assess.ts";
import type { Assessment } from "../eligibility/assessment.ts";
import type { SchemeId } from "../eligibility/codes.ts";
import { situationFrom } from "../eligibility/situation-from.ts";
import { type Answer, type Fact, type FactValue, facts } from "../person/facts.ts";
import { readAnswer } from "../person/read-answer.ts";
import { valueOfChoice } from "../repertoire/fact-words.ts";
import { hearCommune } from "../repertoire/hear-commune.ts";
import { localFiguresOf } from "../repertoire/local-figures-of.ts";
import type { Structure } from "../structure/schema.ts";

/** A case that somebody of the team tries, and what the rule answers. Nothing of it is kept. */
export interface TriedCase {
  readonly assessment: Assessment;
  /** Fields whose words were not understood: they count as not known. */
  readonly unread: readonly Fact[];
}

/** The facts a case of this scheme may give, in the order of its rule. */
export function fieldsOf(scheme: SchemeId): readonly Fact[] {
  return requiredFacts(scheme).filter((fact): fact is Fact => Object.hasOwn(facts, fact));
}

/** The answer of a scheme for a case typed by the team; a field left empty is not known. */
export function tryCase(
  scheme: SchemeId,
  given: Readonly<Record<string, string>>,
  structure: Structure,
  now: { readonly at: Instant; readonly today: LocalDate },
): TriedCase {
  const unread: Fact[] = [];
  const known: Record<string, Answer> = {};
  for (const fact of fieldsOf(scheme)) {
    const text = (given[fact] ?? "").trim();
    if (text === "") continue;
    const value = read(fact, text, structure, now.today);
    if (value === undefined) unread.push(fact);
    else known[fact] = { value, at: now.at };
  }
  const situation = situationFrom(known, requiredFacts(scheme));
  return { assessment: assess(scheme, situation, now.today, localFiguresOf(structure)), unread };
}

function read(
  fact: Fact,
  text: string,
  structure: Structure,
  today: LocalDate,
): FactValue | undefined {
  const { reads } = facts[fact];
  if (reads.kind === "choice") {
    const isOffered = (reads.among as readonly string[]).includes(text);
    return isOffered ? text : undefined;
  }
  if (reads.kind === "yesNo") {
    return text === "yes" || text === "no" ? valueOfChoice(fact, text) === true : undefined;
  }
  if (reads.kind === "commune") {
    const heard = hearCommune(structure, text, "");
    return heard.kind === "value" ? (heard.value as FactValue) : undefined;
  }
  const answer = readAnswer(reads, text, "fr", { today });
  return answer.kind === "read" ? answer.value : undefined;
}
