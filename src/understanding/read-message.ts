import { conceptsIn } from "./concept-book.ts";
import { type DangerPhrase, dangerPhrases } from "./danger-phrases.ts";
import { type Features, featuresOf } from "./features.ts";
import { type IntentSense, intentPhrases } from "./intent-phrases.ts";
import { isMinorAmong } from "./minor-age.ts";
import { partsOf, type Stretch } from "./parts.ts";
import type { Found } from "./phrase-book.ts";

/** A message as the model reads it, and the phrases that the tables found in it. */
export interface ReadMessage {
  readonly words: readonly string[];
  /** Signs that are no words: emoji. */
  readonly emoji: readonly string[];
  /** Where each thing said begins and ends; none when all is said in one go. */
  readonly parts: readonly Stretch[];
  readonly concepts: readonly Found<string>[];
  /** What the tables of intents found. */
  readonly wishes: readonly Found<IntentSense>[];
  /** What the tables of danger found. */
  readonly dangers: readonly DangerPhrase[];
  /** They found words of danger that mean something else here. */
  readonly isHarmless: boolean;
  /** The writer says to be under 18. */
  readonly isMinor: boolean;
}

const emoji = /\p{Extended_Pictographic}/gu;

/** Ten figures, alone or two by two, or with the code of a country: who to call, and nobody's age. */
const phoneNumbers = /(?<!\d)(?:\+\d{1,3}[\s.-]?|0)\d(?:[\s.-]?\d{2}){4}(?!\d)/g;

/** Reads a message once; its parts are looked at through `featuresIn`. */
export function readMessage(text: string): ReadMessage {
  const { words, parts } = partsOf(text.replace(phoneNumbers, " "));
  const { phrases, isHarmless } = dangerPhrases(words);
  return {
    words,
    emoji: text.match(emoji) ?? [],
    parts,
    concepts: conceptsIn(words),
    wishes: intentPhrases(words),
    dangers: phrases,
    isHarmless,
    isMinor: isMinorAmong(words),
  };
}

/** The signs of a message, or of one stretch of its words. */
export function featuresIn(message: ReadMessage, stretch?: Stretch): Features {
  const { words, emoji, concepts, wishes, dangers } = message;
  const isInside = ({ start, end }: { readonly start: number; readonly end: number }) =>
    !stretch || (start >= stretch.start && end < stretch.end);
  return featuresOf({
    words: stretch ? words.slice(stretch.start, stretch.end) : words,
    emoji: stretch ? [] : emoji,
    concepts: concepts.filter(isInside).map(({ sense }) => sense),
    rules: [
      ...wishes
        .filter(isInside)
        .flatMap(({ phrase, sense }) => [phrase, `${sense.intent} ${sense.isSure}`]),
      ...dangers
        .filter(isInside)
        .map(({ sign, level, isDenied }) => `${sign} ${level} ${isDenied}`),
      ...(message.isMinor ? ["minor"] : []),
      ...(message.isHarmless ? ["harmless"] : []),
    ],
  });
}
