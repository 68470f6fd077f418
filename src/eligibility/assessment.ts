import type { LocalDate } from "../base/time.ts";
import type { Fact } from "../person/facts.ts";
import { type Bareme, type Figures, inForce } from "./bareme.ts";
import type { DocumentCode, DoorCode, SchemeId } from "./codes.ts";
import type { LocalFigures } from "./local-figures.ts";
import type { ReasonCode } from "./reason-codes.ts";
import type { Home, Situation } from "./situation.ts";

export type Outcome = "eligible" | "not" | "unsure";
export type Leaning = "eligible" | "not";

/** Why: a code with its sentence in every language, the figures it quotes, and where the rule was read. */
export interface Reason {
  readonly code: ReasonCode;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly source: string;
  readonly toConfirm?: true;
}

/** What a scheme answers. Never a promise: a landlord, a commission or a fund decides. */
export interface Assessment {
  readonly scheme: SchemeId;
  readonly outcome: Outcome;
  /** What an unconfirmed figure suggests, for the worker alone. */
  readonly leaning?: Leaning;
  readonly reasons: readonly Reason[];
  /** The facts that would settle it. */
  readonly missing: readonly string[];
  readonly amount?: {
    readonly value: number;
    /** Where it is an estimate: the value is its lower end, and this the upper one. */
    readonly upTo?: number;
    readonly unit: string;
    readonly basis: string;
  };
  readonly documents: readonly DocumentCode[];
  /** The next best doors, when the answer is not a yes. */
  readonly nextDoors: readonly DoorCode[];
  /** The day whose figures were used. */
  readonly parametersOn: LocalDate;
}

/** A fact a rule needs: of a person, or of the vocabulary of the rules when no conversation asks it yet. */
export type RequiredFact = Fact | keyof Situation | `home.${keyof Home}`;

/** A scheme: how it is decided, the facts it needs, and the figures it rests on. */
export interface Scheme {
  readonly assess: (situation: Situation, on: LocalDate, local: LocalFigures) => Assessment;
  /** The facts a conversation must have asked: one not asked yet counts as not known. */
  readonly requiredFacts: readonly RequiredFact[];
  readonly figures: Figures;
}

/** What one line of a rule says, in the order in which the lines are read. */
export type Line =
  | { readonly answer: "pass"; readonly reasons: readonly Reason[] }
  | { readonly answer: "no"; readonly reason: Reason; readonly doors: readonly DoorCode[] }
  | {
      readonly answer: "unsure";
      readonly reason: Reason;
      readonly doors: readonly DoorCode[];
      readonly leaning?: Leaning;
      readonly missing: readonly string[];
    }
  /** Once known, the fact would let pass or refuse: a refusal further down stands whatever it is. */
  | { readonly answer: "unknown"; readonly missing: readonly string[]; readonly source: string };

/** The line is met, for these reasons. */
export const pass = (...reasons: readonly Reason[]): Line => ({ answer: "pass", reasons });

/** The line refuses; the doors are what may help instead. */
export const no = (reason: Reason, ...doors: readonly DoorCode[]): Line => ({
  answer: "no",
  reason,
  doors,
});

/** The line cannot be settled here: a worker looks, and sees the leaning. */
export function unsure(
  reason: Reason,
  more: { leaning?: Leaning; doors?: readonly DoorCode[]; missing?: readonly string[] } = {},
): Line {
  const { leaning, doors = [], missing = [] } = more;
  return { answer: "unsure", reason, doors, missing, ...(leaning ? { leaning } : {}) };
}

/** Facts are not known that would let pass or refuse. */
export const unknown = (source: string, ...missing: readonly string[]): Line => ({
  answer: "unknown",
  missing,
  source,
});

/** A fact is not known that could also lead to a doubt, so that no line further down may refuse. */
export const doubtful = (source: string, ...missing: readonly string[]): Line =>
  unsure({ code: "answerMissing", source }, { missing });

/** A reason that rests on a figure: it carries its source, and says when it still has to be confirmed. */
export function because(
  figure: Bareme<unknown>,
  code: ReasonCode,
  values: Readonly<Record<string, string | number>> = {},
): Reason {
  const reason = { code, values, source: figure.source };
  return figure.confidence === "certain" ? reason : { ...reason, toConfirm: true };
}

/** The line decided by the figure in force that day; not sure when none is known for that day. */
export function byFigure<Value>(
  list: readonly Bareme<Value>[],
  on: LocalDate,
  line: (figure: Bareme<Value>) => Line,
): Line {
  const figure = inForce(list, on);
  if (figure) return line(figure);
  const source = list[0]?.source ?? "no known source";
  return unsure({ code: "figureUnknownThen", values: { on }, source, toConfirm: true });
}
