import type { ReadMessage } from "./read-message.ts";
import { type Guesses, isKnownWord } from "./understanding-model.ts";

type Groups = Guesses["groups"];

/** A language that is offered; `mixed` when two are really used, `unknown` when nothing shows it. */
export type SpokenLanguage = "fr" | "en" | "es" | "ar" | "mixed" | "unknown";

/** Darija written in Latin letters is Arabic to who chooses a language to read. */
const languageOfGroup: Readonly<Record<string, "fr" | "en" | "es" | "ar">> = {
  fr: "fr",
  en: "en",
  es: "es",
  ar: "ar",
  darija: "ar",
};
const arabicLetters = /\p{Script=Arabic}/u;
/** From this likelihood on a message shows its language; one word must show it better. */
const sureFrom = 0.7;
const sureOfOneWordFrom = 0.97;
/** A part of the message shows a second language from here on. */
const sureOfPartFrom = 0.85;

/**
 * The language of a message. `conversation` is believed when the message shows none: a number, a name,
 * "visale", "ok".
 */
export function languageOf(
  { words, wishes }: ReadMessage,
  whole: Groups,
  parts: readonly Groups[],
  conversation: string | undefined,
): SpokenLanguage {
  const own = languageOfGroup[conversation ?? ""] ?? "unknown";
  if (words.length === 0) return own;
  if (words.some((word) => arabicLetters.test(word))) return "ar";
  // pieces of letters alone look like a language when they are none: "zzz", a code, a postcode
  if (!words.some((word) => /\p{L}/u.test(word) && isKnownWord(word))) return own;
  if (isMixed(parts)) return "mixed";
  const [surest] = whole;
  const least = words.length === 1 ? sureOfOneWordFrom : sureFrom;
  if (!surest || surest.probability < least) {
    // "visale" alone is French as long as nothing else is known
    const [only, ...more] = new Set(wishes.map(({ sense }) => sense.language));
    return own === "unknown" && only && more.length === 0 ? only : own;
  }
  return languageOfGroup[surest.label] ?? own;
}

/** Two languages, each in a part of its own; French words belong to darija, so it is never half of a mix. */
function isMixed(parts: readonly Groups[]): boolean {
  const heard = new Set<string>();
  for (const [surest] of parts) {
    if (surest && surest.probability >= sureOfPartFrom) heard.add(surest.label);
  }
  return heard.size > 1 && !heard.has("darija");
}
