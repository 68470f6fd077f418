import { type LocalDate, partsOf } from "../base/time.ts";
import { monthNamed } from "./months-of-year.ts";
import { numberInWords } from "./number-words.ts";
import { countsNoMonths } from "./other-units.ts";
import { plainWord, withoutLetterFigures, wordsOf } from "./plain-answer.ts";
import { outOfRange, type Reading, read, unclear } from "./reading.ts";

const longest = 600;
/** How many months each unit holds; fewer than two weeks count for none. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:ans?|annees?|years?|yrs?|anos?|سنه|سنوات|سنين|عام|عاما|اعوام|3am|3ama|snin|sna|sana)$/, 12],
  [
    /^(?:mois|moi|months?|mth|m|mes|meses|شهر|شهرا|اشهر|شهور|chhar|chher|chhor|chhour|ch7al|shhar|shhor)$/,
    1,
  ],
  [/^(?:semaines?|sem|weeks?|wk|semanas?|اسبوع|اسابيع|simana|simanat)$/, 12 / 52],
  [/^(?:jours?|j|days?|dias?|يوم|ايام|nhar|iyam|yam|nuits?|nights?)$/, 12 / 365],
  [/^(?:trimestres?|quarters?)$/, 3],
  [/^(?:semestres?|semesters?)$/, 6],
];
/** Two of a thing in one word, as Arabic says them. */
const pairs: readonly (readonly [RegExp, number])[] = [
  [/^(?:شهرين|شهران|chehrin|chahrin|chhrin)$/, 2],
  [/^(?:سنتين|سنتان|عامين|عامان|3amin|3amayn)$/, 24],
];
const count = /(\d+(?:[.,]\d)?) ?(\p{L}[\p{L}\d]*)?/gu;
const half =
  /(?:et demie?|and a half|y medio|y media|ونصف|ونص|و نصف|w ness|w nos|o ness)(?![\p{L}])/u;
const none =
  /(?<![\p{L}])(?:jamais|never|nunca|aucun mois|pas encore|ابدا|moins d'un mois|less than a month|menos de un mes|اقل من شهر)(?![\p{L}])/u;
const several = /\d ?(?:-|ou|a|or|to|o|او|الى) ?\d/u;
const since = /(?<![\p{L}])(?:depuis|since|desde|منذ|من|mn|men)(?![\p{L}])/u;

/** A length in whole months: "6 mois", "1 an" (12), "un an et demi" (18), "depuis mars" seen from `today`. */
export function readMonths(plain: string, language: string, today: LocalDate): Reading {
  if (/(?:^|\s)-\s?\d/.test(plain) || several.test(plain)) return outOfRange;
  const past = since.test(plain) ? sinceMonth(plain, today) : null;
  if (past !== null) return past < 0 ? outOfRange : inRange(past);
  if (countsNoMonths(plain)) return unclear;
  const written = [...withoutLetterFigures(plain).matchAll(count)];
  const total = written.length > 0 ? inFigures(written) : saidMonths(plain, language);
  if (total === null) return unclear;
  return inRange(Math.floor(total + 1e-9 + halfOf(plain)));
}

function inRange(months: number): Reading {
  return months <= longest ? read(months) : outOfRange;
}

/** "3 euros", "14 h": a figure with a unit that is no length is no answer. */
function inFigures(written: readonly RegExpMatchArray[]): number | null {
  let sum = 0;
  for (const [, figure = "", word] of written) {
    const times = word === undefined ? 1 : (unitOf(word) ?? (isAround(word) ? 1 : null));
    if (times === null) return null;
    sum += Number(figure.replace(",", ".")) * times;
  }
  return sum;
}

/** Words that may follow a figure and are no unit. */
function isAround(word: string): boolean {
  return /^(?:et|and|y|je|environ|a|peu|pres|svp|stp|maximum|max|minimum|min|ou|plus|depuis|de|deja|merci|w|o|ou|و.*|تقريبا|por|mas|about|or)$/.test(
    word,
  );
}

function unitOf(word: string): number | null {
  const plain = plainWord(word);
  return units.find(([names]) => names.test(plain))?.[1] ?? null;
}

function halfOf(plain: string): number {
  if (!half.test(plain)) return 0;
  return wordsOf(plain).some((word) => unitOf(word) === 12) ? 6 : 0;
}

function saidMonths(plain: string, language: string): number | null {
  const words = wordsOf(plain);
  if (none.test(plain) && words.length <= 5) return 0;
  const pair = words
    .map(plainWord)
    .flatMap((word) => pairs.find(([names]) => names.test(word))?.[1] ?? []);
  if (pair[0] !== undefined) return pair[0];
  const times = words.flatMap((word) => unitOf(word) ?? [])[0];
  const said = numberInWords(words, language);
  if (said && (times !== undefined || (said.value > 1 && words.length <= 3)))
    return said.value * (times ?? 1);
  const isOne =
    /^(?:une?|a|an|un|una|wa7ed|شهر|سنة|سنه|عام|اسبوع|chhar|3am|simana)(?![\p{L}])/u.test(plain);
  if (/\b(?:a|an) (?:year|month|week)\b/.test(plain) || (isOne && words.length <= 2))
    return times ?? null;
  return null;
}

/** Whole months from a month that is named, with or without its year, to this one. */
function sinceMonth(plain: string, today: LocalDate): number | null {
  const month = wordsOf(plain).flatMap((word) => monthNamed(word) ?? [])[0];
  if (month === undefined) return null;
  const now = partsOf(today);
  const written = /\b(20\d\d|19\d\d)\b/.exec(plain)?.[1];
  const year = written ? Number(written) : month <= now.month ? now.year : now.year - 1;
  return (now.year - year) * 12 + now.month - month;
}
