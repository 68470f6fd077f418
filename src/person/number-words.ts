import { withinDistance } from "../base/typing-distance.ts";
import type { NumberTable } from "./number-table.ts";
import { numberTables } from "./number-tables.ts";
import { plainWord } from "./plain-answer.ts";

/** A number said in words, and the words around it. */
export interface SaidNumber {
  readonly value: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Said after "dos" or "once", they tell that these are numbers. */
const spanishUnits = new Set(["ano", "anos", "meses", "semanas", "dias"]);
/** A word this long may have one mistake in it and still be known. */
const longEnough = 6;
/** In a sentence, a word that looks like a number is more often another word. */
const shortAnswer = 4;

/**
 * The first number said in words ("dix-neuf", "deux cents", "twenty one", "tes3tach", "خمسة وعشرون"): in the
 * language that knows most of the words, the conversation's first; null when there is none, or two.
 */
export function numberInWords(words: readonly string[], language: string): SaidNumber | null {
  const plain = words.map(plainWord);
  const held = plain.some((word) => spanishUnits.has(word)) ? "es" : language;
  const readings = numberTables(held).map((table, place) => {
    const known = asKnown(plain, table, place === 0);
    const numbers = known.filter((word) => table.values.has(word));
    const isDoubtful = place > 0 && numbers.length === 1 && table.doubtful.has(numbers[0] ?? "");
    return { table, known, weight: isDoubtful ? 0 : numbers.length };
  });
  const most = Math.max(...readings.map(({ weight }) => weight));
  const best = readings.find(({ weight }) => weight > 0 && weight === most);
  const found = best ? numberIn(best.known, best.table) : null;
  if (found === null || found === "several") return null;
  const { start, end, value } = found;
  return { value, before: words.slice(0, start), after: words.slice(end) };
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

function numberIn(words: readonly string[], table: NumberTable): Found | "several" | null {
  const isNumber = (word: string) => table.values.has(word) && !isArticle(word, words, table);
  const start = words.findIndex(isNumber);
  if (start < 0) return null;
  let end = start + 1;
  while (end < words.length && continues(words, end, table)) end++;
  if (words.slice(end).some(isNumber)) return "several";
  const value = sumOf(words.slice(start, end), table);
  return value === null ? "several" : { start, end, value };
}

/**
 * The words as the table writes them: the Arabic "and" that is glued to what follows taken off, and, in
 * the conversation's own language, a typing mistake put right when one word alone can be meant.
 */
function asKnown(words: readonly string[], table: NumberTable, isOwn: boolean): string[] {
  return words.map((word) => {
    if (table.values.has(word)) return word;
    const glued = /^و(?=\p{L})/u.test(word) ? word.slice(1) : word;
    if (glued !== word && table.values.has(glued)) return glued;
    if (!isOwn || words.length > shortAnswer || word.length < longEnough - 1) return word;
    const close = [...table.values.keys()].filter(
      (known) =>
        known.length >= longEnough &&
        known[0] === word[0] &&
        withinDistance(word, known, 1) !== null,
    );
    const meant = new Set(close.map((known) => table.values.get(known)));
    return meant.size === 1 ? (close[0] ?? word) : word;
  });
}

// "un" is an article as soon as another number is there: "un loyer de cinq cents"
function isArticle(word: string, words: readonly string[], table: NumberTable): boolean {
  if (!table.articles.has(word)) return false;
  return words.some(
    (other) => other !== word && table.values.has(other) && !isPartWith(word, other, words, table),
  );
}

/** "vingt et un", "wa7ed w 3chrin": beside the other number, or linked to it. */
function isPartWith(
  word: string,
  other: string,
  words: readonly string[],
  table: NumberTable,
): boolean {
  const distance = words.indexOf(word) - words.indexOf(other);
  const isLinked = (place: number) => table.linking.has(words[place] ?? "");
  if (distance === 1 || (distance === 2 && isLinked(words.indexOf(other) + 1))) return true;
  if (distance === -2 && isLinked(words.indexOf(word) + 1)) return true;
  // the Arabic "and" was glued: one and twenty stand side by side
  return distance === -1 && [...table.linking].some((link) => /\p{Script=Arabic}/u.test(link));
}

function continues(words: readonly string[], place: number, table: NumberTable): boolean {
  const word = words[place] ?? "";
  return (
    table.values.has(word) || (table.linking.has(word) && table.values.has(words[place + 1] ?? ""))
  );
}

/** The sum of the words of one number; null when they make none ("vingt trente"). */
function sumOf(words: readonly string[], table: NumberTable): number | null {
  let whole = 0;
  let part = 0;
  for (const word of words) {
    const value = table.values.get(word) ?? 0;
    if (table.linking.has(word)) continue;
    if (table.thousands.has(word)) {
      whole += Math.max(1, part) * 1000;
      part = 0;
    } else if (table.hundreds.has(word)) {
      part = Math.max(1, part) * 100;
    } else if (/^vingts?$/.test(word) && part % 100 === 4) {
      // quatre-vingts is four times twenty
      part += 76;
    } else if (value >= 1000) {
      whole += value;
    } else {
      if (overlaps(part, value)) return null;
      part += value;
    }
  }
  return whole + part;
}

/** Two tens, or two units, stand for two numbers; soixante-dix and soixante et onze are one. */
function overlaps(part: number, value: number): boolean {
  if (part === 0 || value === 0) return false;
  if (value >= 100) return part >= 100;
  const rest = part % 100;
  if (rest === 60 || rest === 80) return value >= 20;
  const tens = rest >= 10 && value >= 10;
  const units = rest % 10 !== 0 && value % 10 !== 0;
  return tens || units;
}
