import { type LocalDate, localDate, partsOf, yearsBetween } from "../base/time.ts";
import { monthNamed } from "./months-of-year.ts";

const dayMonthYear = /\b(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})\b/;
const yearMonthDay = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/;
const dayNameYear =
  /(?<!\d)(\d{1,2})(?:er|st|nd|rd|th)?[ ,]+(?:de |of )?(\p{L}{3,9})\.?,?[ ]+(?:de |del )?(\d{4})\b/u;
const nameDayYear = /(\p{L}{3,9}) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/u;
const monthYear = /(?<![\d/.-])(0?[1-9]|1[0-2])[/.-](19\d\d|20\d\d)\b/;
const nameYear = /(\p{L}{3,9}) (?:de |del |of )?(19\d\d|20\d\d)\b/u;
const yearAlone = /(?<![\d/.,-])(19[3-9]\d|20[01]\d)(?![\d/.,-])/;
/** "Née en 07": two figures are a year only when birth is said. */
const shortYear =
  /\b(?:nee?|nes|born|naci|naci?do|ano)(?: en| in| l'an(?:nee)?| el)? '?(\d{2})\b(?! ?(?:ans|anos|years))/;

/** What a text tells of a birth: the day; "none" for a day that does not exist; or the ages it leaves open. */
export type Birth =
  | { readonly kind: "day"; readonly age: number }
  | { readonly kind: "year"; readonly ages: readonly [younger: number, older: number] }
  | { readonly kind: "none" };

/** The birth that a plain answer tells of, seen from `today`; null when it tells of none. */
export function birthIn(plain: string, today: LocalDate): Birth | null {
  const written = dayWritten(plain);
  if (written) {
    const born = dateOf(written.day, written.month, century(written.year, today));
    return born && born <= today
      ? { kind: "day", age: yearsBetween(born, today) }
      : { kind: "none" };
  }
  const month = monthYear.exec(plain);
  if (month) return openAges(Number(month[2]), Number(month[1]), today);
  const named = nameYear.exec(plain);
  const name = named ? monthNamed(named[1] ?? "") : null;
  if (named && name !== null) return openAges(Number(named[2]), name, today);
  const year = yearAlone.exec(plain)?.[1] ?? shortYear.exec(plain)?.[1];
  return year === undefined ? null : openAges(century(Number(year), today), null, today);
}

/** Without its day, a year leaves two ages open; a month leaves them open while it lasts. */
function openAges(year: number, month: number | null, today: LocalDate): Birth {
  const now = partsOf(today);
  const older = now.year - year;
  if (older < 0) return { kind: "none" };
  if (month !== null && month !== now.month)
    return { kind: "day", age: month < now.month ? older : older - 1 };
  return { kind: "year", ages: [older - 1, older] };
}

function dayWritten(plain: string): { day: number; month: number; year: number } | null {
  const iso = yearMonthDay.exec(plain);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const named = dayNameYear.exec(plain);
  const month = named ? monthNamed(named[2] ?? "") : null;
  if (named && month !== null) return { day: Number(named[1]), month, year: Number(named[3]) };
  const english = nameDayYear.exec(plain);
  const first = english ? monthNamed(english[1] ?? "") : null;
  if (english && first !== null)
    return { day: Number(english[2]), month: first, year: Number(english[3]) };
  const figures = dayMonthYear.exec(plain);
  return figures
    ? { day: Number(figures[1]), month: Number(figures[2]), year: Number(figures[3]) }
    : null;
}

/** "12/03/07": the century that makes the writer already born. */
function century(year: number, today: LocalDate): number {
  if (year >= 100) return year;
  return year + (year <= Number(today.slice(2, 4)) ? 2000 : 1900);
}

function dateOf(day: number, month: number, year: number): LocalDate | null {
  const two = (figure: number) => String(figure).padStart(2, "0");
  try {
    return localDate(`${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`);
  } catch {
    return null;
  }
}
