import { fold } from "./normalise.ts";
import { spellOut } from "./spell-out.ts";

const agesInWords: Readonly<Record<string, number>> = {
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
};
const years = new Set(["ans", "an", "years", "yrs", "yo", "year", "anos", "عام", "سنه", "3am"]);
const minorWords = new Set(["mineur", "mineure", "mineurs", "minor", "underage", "قاصر"]);
/** "depuis 16 ans", "il y a 12 ans", "ma fille a 3 ans": years, but not the age of who writes. */
const notMine = new Set([
  "depuis",
  "pendant",
  "a",
  "as",
  "dans",
  "moins",
  "plus",
  "for",
  "since",
  "has",
  "is",
  "en",
  "fait",
]);

/** Whether the writer says to be under 18: an age from 8 to 17, in figures or words, or "mineur". */
export function isMinorAge(text: string): boolean {
  return isMinorAmong(spellOut(fold(text)));
}

/** The same, for words already spelt out. */
export function isMinorAmong(words: readonly string[]): boolean {
  return words.some((word, place) => {
    if (minorWords.has(word)) return !["pas", "plus", "not"].includes(words[place - 1] ?? "");
    return saysAge(word, place, words);
  });
}

function saysAge(word: string, place: number, words: readonly string[]): boolean {
  const glued = /^(\d{1,2})(ans?|yo|years?)$/.exec(word);
  const seventeen = word === "dix" && words[place + 1] === "sept";
  if (word === "dix" && ["huit", "neuf"].includes(words[place + 1] ?? "")) return false;
  const written = glued?.[1] ?? (/^\d{1,2}$/.test(word) ? word : undefined);
  const age = seventeen ? 17 : written === undefined ? agesInWords[word] : Number(written);
  if (age === undefined || age < 8 || age > 17) return false;
  const before = words[place - 1] ?? "";
  const hasUnit = glued !== null || years.has(words[place + (seventeen ? 2 : 1)] ?? "");
  if (!hasUnit)
    return (before === "am" || before === "m") && !["on", "at"].includes(words[place + 1] ?? "");
  if (before === "de") return /^age/.test(words[place - 2] ?? "");
  return !notMine.has(before);
}
