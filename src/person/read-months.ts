import { numberInWords } from "./number-words.ts";
import { wordsOf } from "./plain-answer.ts";
import { outOfRange, type Reading, read, unclear } from "./reading.ts";

const longest = 600;
const count =
  /(\d+(?:[.,]\d)?) ?(ans?|annees?|years?|yrs?|mois|months?|m|semaines?|weeks?)?(?![a-z])/g;

/** A length in whole months: "6 mois", "1 an" (12), "un an et demi" (18), "2 ans et 3 mois" (27). */
export function readMonths(plain: string, language: string): Reading {
  const written = [...plain.matchAll(count)];
  if (/(?:^|\s)-\s?\d/.test(plain)) return outOfRange;
  if (/\d ?(?:-|ou|a|or|to) ?\d/.test(plain)) return outOfRange;
  const total =
    written.length > 0
      ? written.reduce(
          (sum, [, figure = "", unit]) => sum + inMonths(Number(figure.replace(",", ".")), unit),
          0,
        )
      : saidMonths(plain, language);
  if (total === null) return unclear;
  const months = Math.round(total + half(plain));
  return months <= longest ? read(months) : outOfRange;
}

function inMonths(value: number, unit: string | undefined): number {
  if (unit !== undefined && /^(?:an|y)/.test(unit)) return value * 12;
  // four weeks and a third make a month; fewer than two count for none
  if (unit !== undefined && /^(?:sem|w)/.test(unit)) return Math.floor((value * 12) / 52);
  return value;
}

function half(plain: string): number {
  if (!/\b(?:et demie?|and a half)\b/.test(plain)) return 0;
  return /\b(?:ans?|annees?|years?)\b/.test(plain) ? 6 : 0;
}

function saidMonths(plain: string, language: string): number | null {
  if (/\b(?:jamais|never|aucun mois)\b/.test(plain)) return 0;
  if (/\b(?:moins d'un mois|less than a month)\b/.test(plain)) return 0;
  const words = wordsOf(plain);
  const said = numberInWords(words, language);
  const unit = words.find((word) =>
    /^(?:ans?|annees?|years?|mois|months?|semaines?|weeks?)$/.test(word),
  );
  if (/\b(?:a|an) (?:year|month)\b/.test(plain) && !said) return inMonths(1, unit);
  return said ? inMonths(said.value, unit) : null;
}
