import type { Danger } from "./danger-rules.ts";
import type { Intent } from "./intent-ids.ts";
import { languageOf, type SpokenLanguage } from "./language-of.ts";
import { featuresIn, type ReadMessage, readMessage } from "./read-message.ts";
import { reasons } from "./reasons.ts";
import { dangerIn } from "./safety.ts";
import { type Guesses, guess, isKnownWord } from "./understanding-model.ts";

/** What a message means, as far as words alone can tell. */
export interface Understood {
  readonly language: SpokenLanguage;
  readonly intent: Intent;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Other things the same message asks for, strongest first. */
  readonly also: readonly Intent[];
  readonly safety: Danger;
  /** What decided: phrases of the tables, and what the words speak of. */
  readonly because: readonly string[];
}

/** Under this likelihood, or this close to another guess, we do not pretend to have understood. */
const leastLikely = 0.2;
const leastMargin = 0.04;
/** A message without a single known word must be surer: pieces of letters alone are like many things. */
const leastLikelyOfNoWord = 0.6;
/** From this likelihood on a part of a message asks for something of its own. */
const needFrom = 0.6;
/** From this likelihood on a second reading of the whole message is a need of it. */
const secondFrom = 0.3;
/** A phrase that is enough alone decides unless the model is at least this sure of something else. */
const surerThanName = 0.5;
const nameConfidence = 0.8;
const mostOthers = 4;
const mostTornBetween = 3;

/** Talk around a request: never another need of the message. */
const smallTalk = new Set<Intent>([
  ...(["greeting", "thanks", "yes", "no", "insult", "unknown", "out_of_scope"] as const),
  ...(["menu", "stop", "language"] as const),
]);
/** What speaks of an appointment one already has wins over what the appointment is for. */
const aboutAppointment: readonly Intent[] = [
  "cancel_appointment",
  "change_appointment",
  "my_appointment",
];
const dangers = new Set<Intent>(["suicide", "violence", "minor_in_danger", "emergency_shelter"]);

/**
 * What a message says: language, intent, other intents, danger. `language` is the conversation's own,
 * believed only when the message shows none.
 */
export function understand(text: string, language?: string): Understood {
  const message = readMessage(text);
  const whole = guess(featuresIn(message));
  const parts = message.parts.map((part) => guess(featuresIn(message, part)));
  const safety = dangerIn(
    message,
    whole.danger,
    parts.map(({ danger }) => danger),
  );
  const heard = {
    language: languageOf(
      message,
      whole.groups,
      parts.map(({ groups }) => groups),
      language,
    ),
    safety,
    because: reasons(message),
  };
  if (message.words.length === 0 && message.emoji.length === 0)
    return { ...heard, intent: "unknown", confidence: 0, also: [] };
  const ranked = calm(whole);
  const needs = [...parts.flatMap(needOf), ...allNamed(message)];
  if (safety.kind !== null) {
    const also = others(safety.kind, [...needs, ...likely(ranked, needFrom)]);
    return {
      ...heard,
      intent: safety.kind,
      confidence: safety.level === "alarm" ? 0.97 : 0.8,
      also,
    };
  }
  const [best, second] = ranked;
  const named = namedIn(message);
  if (
    named !== null &&
    (aboutAppointment.includes(named) || !best || best.probability < surerThanName)
  )
    return { ...heard, intent: named, confidence: nameConfidence, also: others(named, needs) };
  const [told] = parts.flatMap(needOf);
  const isNoWord = !message.words.some(isKnownWord) && message.wishes.length === 0;
  const least = isNoWord ? leastLikelyOfNoWord : leastLikely;
  if (isNoWord && (!best || best.probability < least))
    return { ...heard, intent: "unknown", confidence: 0, also: [] };
  const isUnsure = !best || best.probability < least || isTorn(best, second);
  // torn between needs that are each said plainly: the first told goes first
  if (isUnsure && told)
    return { ...heard, intent: told, confidence: nameConfidence, also: others(told, needs) };
  if (isUnsure) {
    const also = ranked.slice(0, mostTornBetween).map(({ intent }) => intent);
    return {
      ...heard,
      intent: "unknown",
      confidence: 0.3,
      also: also.filter((one) => one !== "unknown"),
    };
  }
  // nothing is asked for: what else it might be is offered
  if (best.intent === "unknown") {
    const offered = [second].flatMap((one) =>
      one && one.probability >= leastLikely ? [one.intent] : [],
    );
    return { ...heard, intent: "unknown", confidence: 0, also: others("unknown", offered) };
  }
  const first = firstNeed(best.intent, parts.flatMap(needOf));
  return {
    ...heard,
    intent: first,
    confidence: Math.round(best.probability * 100) / 100,
    also: others(first, [best.intent, ...needs, ...likely(ranked, secondFrom)]),
  };
}

/** What phrases sure enough alone name; who has an appointment to cancel or to move takes none. */
function allNamed({ wishes }: ReadMessage): readonly Intent[] {
  const sure = wishes.filter(({ sense }) => sense.isSure).map(({ sense }) => sense.intent);
  const hasOwn = aboutAppointment.some((intent) => sure.includes(intent));
  return [...new Set(sure)].filter(
    (intent) => !dangers.has(intent) && !(hasOwn && intent === "book_appointment"),
  );
}

/** The one thing that they name, or what is to be done with an appointment; else null. */
function namedIn(message: ReadMessage): Intent | null {
  const all = allNamed(message);
  const own = aboutAppointment.find((intent) => all.includes(intent));
  if (own) return own;
  const [only, ...more] = all;
  return only && more.length === 0 ? only : null;
}

type Guess = Guesses["intents"][number];

/** Intents without the dangers, likeliest first: whether there is danger has been decided before. */
function calm({ intents }: Guesses): readonly Guess[] {
  const ranked = intents.filter(({ intent }) => !dangers.has(intent));
  const total = ranked.reduce((sum, { probability }) => sum + probability, 0);
  return ranked.map(({ intent, probability }) => ({ intent, probability: probability / total }));
}

/** What a part of the message asks for, when it surely asks for something. */
function needOf(part: Guesses): Intent[] {
  const [best] = calm(part);
  return best && best.probability >= needFrom && !smallTalk.has(best.intent) ? [best.intent] : [];
}

/** Of several needs the first told is handled first, when the whole message is one of them. */
function firstNeed(best: Intent, needs: readonly Intent[]): Intent {
  const [first] = needs;
  return first && needs.includes(best) ? first : best;
}

function likely(ranked: readonly Guess[], from: number): Intent[] {
  return ranked
    .filter(({ intent, probability }) => probability >= from && !smallTalk.has(intent))
    .map(({ intent }) => intent);
}

function others(first: Intent, heard: readonly Intent[]): readonly Intent[] {
  return [...new Set(heard)]
    .filter((intent) => intent !== first && !smallTalk.has(intent))
    .slice(0, mostOthers);
}

function isTorn(best: Guess, second: Guess | undefined): boolean {
  return second !== undefined && best.probability - second.probability < leastMargin;
}
