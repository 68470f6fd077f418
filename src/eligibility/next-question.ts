import type { LocalDate } from "../base/time.ts";
import {
  type BilanFact,
  type BilanQuestion,
  bilanQuestions,
  type Told,
} from "./bilan-questions.ts";
import { type Answers, reach } from "./bilan-reach.ts";
import { type BilanScheme, outcomeWord, standingOf, usefulSchemes } from "./bilan-standing.ts";

/** What a bilan is made for. */
export interface BilanSetting {
  /** The schemes of the place, by their id. */
  readonly schemes: readonly string[];
  readonly on: LocalDate;
}

/** Asked of everybody: tonight's roof and the age say which door comes first. */
const always: readonly BilanFact[] = ["safeTonight", "age"];

/**
 * The next question of the bilan logement, or "settled". They are asked in the order of the table; what
 * is known is skipped, and so is what can change no useful outcome whatever is answered. The sensitive
 * ones come last, when they would decide by themselves.
 */
export function nextQuestion(told: Told, setting: BilanSetting): BilanFact | "settled" {
  const question = bilanQuestions.find(
    ({ fact, when, ...rest }) =>
      told(fact) === undefined &&
      (when === undefined || when(told)) &&
      (always.includes(fact) || mayChange({ fact, ...rest }, told, setting)),
  );
  return question?.fact ?? "settled";
}

/**
 * Whether two answers to a question may lead to different outcomes of a useful scheme: with all that is
 * told as it is, and the rest as in one of the examples of that scheme.
 */
export function mayChange(question: BilanQuestion, told: Told, setting: BilanSetting): boolean {
  return usefulSchemes(setting.schemes, told).some((scheme) => {
    const { facts, examples } = reach[scheme];
    if (!facts.includes(question.fact)) return false;
    // a sensitive question is asked for what it decides today, not for what it might
    const others = question.sensitive ? [{}] : examples;
    return others.some((example) => turns(scheme, question, withExample(told, example), setting));
  });
}

function turns(
  scheme: BilanScheme,
  { fact, answers }: BilanQuestion,
  told: Told,
  { schemes, on }: BilanSetting,
): boolean {
  const seen = new Set<string>();
  for (const answer of answers) {
    const supposed: Told = (asked) => (asked === fact ? answer : told(asked));
    // an answer that makes the scheme useless changes it too
    const isUseful = usefulSchemes(schemes, supposed).includes(scheme);
    seen.add(isUseful ? outcomeWord(standingOf(scheme, supposed, on)) : "useless");
    if (seen.size > 1) return true;
  }
  return false;
}

function withExample(told: Told, example: Answers): Told {
  return (fact) => {
    const value = told(fact);
    return value === undefined ? example[fact as BilanFact] : value;
  };
}
