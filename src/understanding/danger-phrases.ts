import type { DangerSign } from "./danger-ids.ts";
import { frenchDanger } from "./danger-words-fr.ts";
import { otherDanger } from "./danger-words-others.ts";
import { idioms, streetNames } from "./idioms.ts";
import { withoutArticles } from "./message-words.ts";
import { type Found, phraseBook } from "./phrase-book.ts";

/** A phrase of danger that stands once idioms, negations and the deeds of others have been heard. */
export interface DangerPhrase {
  readonly sign: DangerSign;
  readonly level: "check" | "alarm";
  readonly isDenied: boolean;
  readonly start: number;
  readonly end: number;
}

interface Sense {
  readonly sign: DangerSign;
  readonly level: "check" | "alarm";
}

// one mistake, in long words only: a wrong alarm frightens, and these words have honest neighbours
const mistakes = (word: string) => (word.length >= 6 ? 1 : 0);
const correct = new Set(
  `menage menager violet violette courir nourrir parfait parents parente battre coupes couches louche
  dormez vivres nuits fumer voitures toiture mariee marie marque partie parties enfants suicides انتظار`.split(
    /\s+/,
  ),
);

const dangers = phraseBook<Sense>(
  [...frenchDanger, ...otherDanger].flatMap(({ sign, alarm, check }) => [
    ...alarm.map((phrase) => compiled(phrase, { sign, level: "alarm" })),
    ...check.map((phrase) => compiled(phrase, { sign, level: "check" })),
  ]),
  mistakes,
  correct,
);
const harmless = phraseBook<"idiom">(
  idioms.map((phrase) => ({ phrase, sense: "idiom" })),
  () => 0,
  correct,
);

const never = new Set(["pas", "jamais", "not", "never", "aucunement", "no"]);
const noLonger = new Set(["plus", "longer", "anymore"]);

function compiled(phrase: string, sense: Sense) {
  return { phrase: withoutArticles(phrase), sense };
}

/** What the tables of danger find in a message. */
export interface DangerFound {
  readonly phrases: readonly DangerPhrase[];
  /** Words of danger stand there, and an idiom, a street or a negation takes all their meaning. */
  readonly isHarmless: boolean;
}

/** The phrases of danger that the words hold. */
export function dangerPhrases(words: readonly string[]): DangerFound {
  const found = dangers.find(words);
  const masked = maskedPlaces(words);
  const others = doneByOthers(found);
  const phrases = found.flatMap((sign) => {
    const byOthers =
      sign.sense.sign === "suicide" && sign.places.every((place) => others.has(place));
    if (byOthers || sign.places.some((place) => masked.has(place))) return [];
    const kept = negated(sign, words);
    return kept ? [kept] : [];
  });
  return { phrases, isHarmless: phrases.length === 0 && found.length + masked.size > 0 };
}

/** Places told by somebody else's violence: "il veut me tuer" holds the words of "veut me tuer". */
function doneByOthers(found: readonly Found<Sense>[]): ReadonlySet<number> {
  const alarms = found.filter(({ sense }) => sense.sign === "violence" && sense.level === "alarm");
  return new Set(alarms.flatMap(({ places }) => places));
}

function maskedPlaces(words: readonly string[]): ReadonlySet<number> {
  const masked = new Set<number>();
  for (const { places } of harmless.find(words)) for (const place of places) masked.add(place);
  words.forEach((word, place) => {
    const next = words[place + 1] ?? "";
    const numbered = /^\d+$/.test(words[place - 1] ?? "") || /^\d+$/.test(next);
    // "du coup" follows a real street, "du moulin" names one
    const named = streetNames.has(next) && words[place + 2] !== "coup";
    if (word === "rue" && (numbered || named)) masked.add(place);
  });
  return masked;
}

/** What is left of a sign once "pas", "plus" or "jamais" around it has been heard; null when nothing. */
function negated(found: Found<Sense>, words: readonly string[]): DangerPhrase | null {
  const { start, end, places, sense } = found;
  const within = words.filter(
    (word, place) =>
      place >= start - 1 &&
      place <= end &&
      !places.includes(place) &&
      isNegation(word, words[place + 1]),
  );
  const denied = { sign: sense.sign, level: "check", isDenied: true, start, end } as const;
  if (within.some((word) => never.has(word))) {
    return sense.sign === "emergency_shelter" || sense.sign === "thrownOut" ? null : denied;
  }
  const after = words[end + 1] ?? "";
  if (within.length > 0 || noLonger.has(after) || never.has(after)) return denied;
  return { ...sense, isDenied: false, start, end };
}

function isNegation(word: string, next: string | undefined): boolean {
  // "pas mal", "plus tard", "plus de": not a denial
  return never.has(word) || (noLonger.has(word) && next !== "tard" && next !== "de");
}
