import type { Danger } from "./danger-rules.ts";
import type { Intent } from "./intent-ids.ts";
import type { ReadMessage } from "./read-message.ts";
import { type Guesses, isKnownWord } from "./understanding-model.ts";

/** What a message asks for first, how surely (from 0 to 1), and what else it asks for, strongest first. */
export interface Decision {
  readonly intent: Intent;
  readonly confidence: number;
  readonly also: readonly Intent[];
}

interface Read {
  readonly message: ReadMessage;
  /** What the model makes of the whole message, and of each of its parts. */
  readonly whole: Guesses;
  readonly parts: readonly Guesses[];
  readonly safety: Danger;
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

const nothing: Decision = { intent: "unknown", confidence: 0, also: [] };

/** Danger first, then what a phrase names, then what the model is sure of; else what it is torn between. */
export function decideIntent({ message, whole, parts, safety }: Read): Decision {
  if (message.words.length === 0 && message.emoji.length === 0) return nothing;
  const ranked = calm(whole);
  const told = parts.flatMap(needOf);
  const needs = [...told, ...allNamed(message)];
  if (safety.kind !== null) {
    const also = others(safety.kind, [...needs, ...likely(ranked, needFrom)]);
    return { intent: safety.kind, confidence: safety.level === "alarm" ? 0.97 : 0.8, also };
  }
  const [best] = ranked;
  const named = namedIn(message);
  const isName = named !== null && aboutAppointment.includes(named);
  if (named !== null && (isName || !best || best.probability < surerThanName))
    return { intent: named, confidence: nameConfidence, also: others(named, needs) };
  return decideByModel(message, ranked, told, needs);
}

function decideByModel(
  message: ReadMessage,
  ranked: readonly Guess[],
  told: readonly Intent[],
  needs: readonly Intent[],
): Decision {
  const [best, second] = ranked;
  const isNoWord =
    message.wishes.length === 0 &&
    !message.words.some((word) => /\p{L}/u.test(word) && isKnownWord(word));
  if (isNoWord && (!best || best.probability < leastLikelyOfNoWord)) return nothing;
  if (!best || best.probability < leastLikely || isTorn(best, second))
    return torn(ranked, told, needs);
  // nothing is asked for: what else it might be is offered
  if (best.intent === "unknown") {
    const offered = second && second.probability >= leastLikely ? [second.intent] : [];
    return { ...nothing, also: others("unknown", offered) };
  }
  const first = firstNeed(best.intent, told);
  return {
    intent: first,
    confidence: Math.round(best.probability * 100) / 100,
    also: others(first, [best.intent, ...needs, ...likely(ranked, secondFrom)]),
  };
}

/** Torn between needs that are each said plainly, the first told goes first; else nothing is pretended. */
function torn(
  ranked: readonly Guess[],
  [told]: readonly Intent[],
  needs: readonly Intent[],
): Decision {
  if (told) return { intent: told, confidence: nameConfidence, also: others(told, needs) };
  const also = ranked.slice(0, mostTornBetween).map(({ intent }) => intent);
  return { intent: "unknown", confidence: 0.3, also: also.filter((one) => one !== "unknown") };
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
