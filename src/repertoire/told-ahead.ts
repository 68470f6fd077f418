import { townInArabic } from "../appointments/arabic-towns.ts";
import { plainName } from "../appointments/commune-names.ts";
import type { Said } from "../base/message.ts";
import type { Structure } from "../structure/schema.ts";
import { normalise } from "../understanding/normalise.ts";
import { factLine } from "./fact-words.ts";

/** "j'ai 19 ans", "19 ans, je cherche…", "i am 19": one's own age, now. The text is normalised. */
const ownAge: readonly RegExp[] = [
  /\b(?:j ?ai|jai|g|moi c est|agee? de) (\d{2}) ?ans?\b(?! (?:dans|en|bientot|demain|le|au|d)\b)/,
  /^(\d{2}) ?ans\b(?! (?:dans|en|bientot|demain|le|au|d)\b)/,
  /\b(?:i am|i m|im) (\d{2})(?: (?:years old|years|yo)\b|(?= and\b)|$)/,
  /\b(?:tengo|yo tengo) (\d{2}) anos\b/,
  /(?:^| )عمري (\d{2})(?: |$)/,
];
/** What comes just before the town somebody lives or looks in. */
const before = "(?:a|au|aux|sur|vers|dans|en|in|at|near|pres de|autour de|du cote de|cote)";
/** Somebody speaks of themselves: the town of a landlord or of a cousin is not theirs. */
const ownTown =
  /\b(?:j ?habite|je vis|je (?:suis|reste|loge|dors)|je (?:re)?cherche|cherche|jsuis|jsui|jhabite|jcherche|i live|i am|i m|i am looking|looking|vivo|estoy|busco)\b/;
/** The situation in plain words, by its code. */
const ownStatus: readonly (readonly [status: string, words: RegExp])[] = [
  ["alternant", /\b(?:je suis|jsuis|jsui|chui) (?:en alternance|alternante?|apprentie?)\b/],
  ["etudiant", /\b(?:je suis|jsuis|jsui|chui) etudiante?\b|\bi am a student\b|\bi m a student\b/],
  ["cej", /\b(?:je suis|jsuis|jsui|chui) (?:en|au) cej\b/],
  ["rsa", /\b(?:je suis|jsuis|jsui|chui) au rsa\b|\b(?:je touche|j ai) le rsa\b/],
  ["demandeur_emploi", /\b(?:je suis|jsuis|jsui|chui) au chomage\b|\bi am unemployed\b/],
];
/** Where it is one of these that is asked, the words are its answer and no other. */
const towns: readonly string[] = ["commune", "home.commune"];

/**
 * What a text tells by the way of the person who writes it: age in whole years, the town they live or
 * look in when it is one of the structure's, their situation. Nothing is guessed. `asked` is the fact
 * that the question waits for: it is read there.
 */
export function toldAhead(
  structure: Structure,
  text: string,
  asked: string | null,
): Readonly<Record<string, unknown>> {
  const plain = normalise(text);
  const age = ageIn(plain);
  const commune = asked !== null && towns.includes(asked) ? null : townIn(structure, plain, text);
  const status = ownStatus.find(([, words]) => words.test(plain))?.[0];
  const told = {
    ...(age === null ? {} : { age }),
    ...(commune === null ? {} : { commune }),
    ...(status === undefined ? {} : { status }),
  };
  return Object.fromEntries(Object.entries(told).filter(([fact]) => fact !== asked));
}

/** The text without the age it tells, for who looks at what it is about; it is normalised. */
export function withoutAge(plain: string): string {
  return ownAge
    .reduce((rest, words) => rest.replace(words, " "), plain)
    .replace(/ +/g, " ")
    .trim();
}

/** What was told by the way, said back: "J'ai noté : âge : 19 ans, ville : Lens." */
export function notedWords(told: Readonly<Record<string, unknown>>): Said {
  const lines = Object.entries(told).map(([fact, value]) => factLine(fact, value));
  return { key: "everywhere:noteAhead", values: { told: lines } };
}

function ageIn(plain: string): number | null {
  const said = ownAge.flatMap((words) => words.exec(plain)?.[1] ?? []);
  const [age] = said;
  return age === undefined ? null : Number(age);
}

/** Somebody speaks of themselves in Arabic: I live, I look for, I am. */
const ownTownInArabic =
  /(?:^| )و?(?:انا|اسكن|ساكن|ساكنه|اعيش|عايش|عايشه|اقيم|ابحث|كنقلب|كنسكن|نسكن|اريد|بغيت)(?: |$)/;

function townIn(structure: Structure, plain: string, text: string) {
  if (ownTownInArabic.test(plain)) return arabicTownIn(structure, text);
  if (!ownTown.test(plain)) return null;
  const found = structure.territories
    .flatMap(({ communes }) => communes)
    .filter(({ name }) => new RegExp(`\\b${before} ${plainName(name)}(?= |$)`).test(plain));
  // "annay" stands in "annay sous lens" too: the longest name is meant
  const [longest, next] = found.sort((a, b) => b.name.length - a.name.length);
  if (!longest || (next && !plainName(longest.name).includes(plainName(next.name)))) return null;
  return { inseeCode: longest.inseeCode, name: longest.name };
}

function arabicTownIn(structure: Structure, text: string) {
  const code = townInArabic(text);
  const town = structure.territories
    .flatMap(({ communes }) => communes)
    .find(({ inseeCode }) => inseeCode === code);
  return town ? { inseeCode: town.inseeCode, name: town.name } : null;
}
