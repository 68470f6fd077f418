import type { DangerKind, DangerSign } from "./danger-ids.ts";
import { frenchDanger } from "./danger-words-fr.ts";
import { otherDanger } from "./danger-words-others.ts";
import { idioms, streetNames } from "./idioms.ts";
import { isMinorAmong } from "./minor-age.ts";
import { fold } from "./normalise.ts";
import { type Found, phraseBook } from "./phrase-book.ts";
import { spellOut } from "./spell-out.ts";

/** `alarm`: act at once; `check`: ask gently whether the person is in danger; `none`: nothing heard. */
export interface Danger {
  readonly level: "none" | "check" | "alarm";
  readonly kind: DangerKind | null;
}

type Level = "check" | "alarm";
interface Sense {
  readonly sign: DangerSign;
  readonly level: Level;
}

// one mistake, in long words only: a wrong alarm frightens, and these words have honest neighbours
const mistakes = (word: string) => (word.length >= 6 ? 1 : 0);
const correct = new Set(
  `menage menager violet violette courir nourrir parfait parents parente battre coupes couches louche
  dormez vivres nuits fumer voitures toiture mariee marie marque partie parties enfants suicides انتظار الانتظار`.split(
    /\s+/,
  ),
);

const dangers = phraseBook<Sense>(
  [...frenchDanger, ...otherDanger].flatMap(({ sign, alarm, check }) => [
    ...alarm.map((phrase) => ({ phrase, sense: { sign, level: "alarm" as const } })),
    ...check.map((phrase) => ({ phrase, sense: { sign, level: "check" as const } })),
  ]),
  mistakes,
  correct,
);
const harmless = phraseBook<"idiom">(
  idioms.map((phrase) => ({ phrase, sense: "idiom" })),
  () => 0,
  correct,
);
const tonight = phraseBook<"tonight">(
  [
    "ce soir",
    "cette nuit",
    "tonight",
    "esta noche",
    "الليله",
    "had lila|lil",
    "hadlila",
    "cet? soir",
  ].map((phrase) => ({ phrase, sense: "tonight" })),
  () => 0,
  correct,
);

const never = new Set(["pas", "jamais", "not", "never", "aucunement", "no"]);
const noLonger = new Set(["plus", "longer", "anymore"]);

/** Danger in a message, read whole however long it is, in every language we know words of. */
export function lookForDanger(text: string): Danger {
  const words = spellOut(fold(text));
  const found = dangers.find(words);
  if (found.length === 0) return { level: "none", kind: null };
  const masked = maskedPlaces(words);
  const others = doneByOthers(found);
  const heard: Sense[] = [];
  for (const sign of found) {
    const byOthers =
      sign.sense.sign === "suicide" && sign.places.every((place) => others.has(place));
    if (byOthers || !withoutIdiom(sign, masked)) continue;
    const kept = negated(sign, words);
    if (kept) heard.push(kept);
  }
  return decide(heard, isMinorAmong(words), tonight.find(words).length > 0);
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

function withoutIdiom({ places }: Found<Sense>, masked: ReadonlySet<number>): boolean {
  return !places.some((place) => masked.has(place));
}

/** What is left of a sign once "pas", "plus" or "jamais" around it has been heard; null when nothing. */
function negated(
  found: Found<Sense>,
  words: readonly string[],
): (Sense & { denied?: true }) | null {
  const { start, end, places, sense } = found;
  const within = words.filter(
    (word, place) =>
      place >= start - 1 &&
      place <= end &&
      !places.includes(place) &&
      isNegation(word, words[place + 1]),
  );
  if (within.some((word) => never.has(word))) {
    return sense.sign === "emergency_shelter" || sense.sign === "thrownOut"
      ? null
      : { sign: sense.sign, level: "check", denied: true };
  }
  const after = words[end + 1] ?? "";
  if (within.length > 0 || noLonger.has(after) || never.has(after)) {
    return { sign: sense.sign, level: "check", denied: true };
  }
  return sense;
}

function isNegation(word: string, next: string | undefined): boolean {
  // "pas mal", "plus tard", "plus de": not a denial
  return never.has(word) || (noLonger.has(word) && next !== "tard" && next !== "de");
}

function decide(
  heard: readonly (Sense & { denied?: true })[],
  minor: boolean,
  thisNight: boolean,
): Danger {
  const levels = new Map<DangerKind, Level>();
  for (const sense of heard) {
    const { kind, level } = placed(sense, minor, thisNight && !sense.denied);
    if (level === "alarm" || !levels.has(kind)) levels.set(kind, level);
  }
  // a certain danger goes before a possible one; between equals, the order of gravity
  const byGravity: readonly DangerKind[] = [
    "suicide",
    "violence",
    "minor_in_danger",
    "emergency_shelter",
  ];
  for (const level of ["alarm", "check"] as const) {
    const kind = byGravity.find((candidate) => levels.get(candidate) === level);
    if (kind) return { level, kind };
  }
  return { level: "none", kind: null };
}

function placed(
  { sign, level, denied }: Sense & { denied?: true },
  minor: boolean,
  thisNight: boolean,
): { kind: DangerKind; level: Level } {
  if (sign === "suicide" || sign === "violence") return { kind: sign, level };
  // a minor outside, thrown out or in danger is never a question of housing first
  if (minor) return { kind: "minor_in_danger", level: denied ? "check" : "alarm" };
  if (sign === "minor_in_danger") return { kind: sign, level };
  if (sign === "inDanger") return { kind: "violence", level };
  return { kind: "emergency_shelter", level: thisNight ? "alarm" : level };
}
