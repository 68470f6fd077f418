import { type LocalDate, localDate, yearsBetween } from "../base/time.ts";
import { numberInWords } from "./number-words.ts";
import { wordsOf } from "./plain-answer.ts";
import { outOfRange, type Reading, read, unclear } from "./reading.ts";

const youngest = 10;
const oldest = 99;
const dayMonthYear = /\b(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})\b/;
const yearMonthDay = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/;
const monthNames: Readonly<Record<string, number>> = {
  janvier: 1,
  fevrier: 2,
  mars: 3,
  avril: 4,
  mai: 5,
  juin: 6,
  juillet: 7,
  aout: 8,
  septembre: 9,
  octobre: 10,
  novembre: 11,
  decembre: 12,
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
};
const dayMonthNameYear = /\b(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]{3,9}) (\d{4})\b/;

/** An age in whole years, from an age ("19 ans et demi", "dix-neuf") or a birth date read on `today`. */
export function readAge(plain: string, language: string, today: LocalDate): Reading {
  const born = birthDate(plain, today);
  if (born === "none") return unclear;
  if (born) return inRange(yearsBetween(born, today));
  // "bientôt 18 ans" is 17, and the difference opens or closes rights
  if (/^-\s?\d|\b(?:bientot|presque|almost|nearly|moins de|plus de|under|over)\b/.test(plain))
    return outOfRange;
  const figures = plain.match(/\d+/g) ?? [];
  if (figures.length === 0) {
    const said = numberInWords(wordsOf(plain), language);
    return said ? inRange(said.value) : unclear;
  }
  if (figures.length === 1) return inRange(Number(figures[0]));
  // "19 ans et 6 mois", "j'ai 19 ans, 20 en mars": the number that counts years is the age
  const ages = [...plain.matchAll(/(\d{1,3}) ?(?:ans?|years?|yo)\b/g)].map(([, years]) =>
    Number(years),
  );
  const [age] = ages;
  return age !== undefined && ages.length === 1 ? inRange(age) : outOfRange;
}

function inRange(age: number): Reading {
  return age >= youngest && age <= oldest ? read(age) : outOfRange;
}

/** The birth date written; "none" when it is a date that does not exist; null when there is no date. */
function birthDate(plain: string, today: LocalDate): LocalDate | "none" | null {
  const written = dateParts(plain);
  if (!written) return null;
  const { day, month } = written;
  let { year } = written;
  // "12/03/07": the century that makes the writer already born
  if (year < 100) year += year <= Number(today.slice(2, 4)) ? 2000 : 1900;
  const iso = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  try {
    const born = localDate(iso);
    return born <= today ? born : "none";
  } catch {
    return "none";
  }
}

function dateParts(plain: string): { day: number; month: number; year: number } | null {
  const iso = yearMonthDay.exec(plain);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const named = dayMonthNameYear.exec(plain);
  const month = named ? monthNames[named[2] ?? ""] : undefined;
  if (named && month !== undefined) return { day: Number(named[1]), month, year: Number(named[3]) };
  const figures = dayMonthYear.exec(plain);
  return figures
    ? { day: Number(figures[1]), month: Number(figures[2]), year: Number(figures[3]) }
    : null;
}
