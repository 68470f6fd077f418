import { addDays, type LocalDate, localDate, partsOf } from "./time.ts";

/**
 * The eleven public holidays of a year in mainland France, in order
 * (Code du travail, article L3133-1; Alsace-Moselle and overseas have more).
 */
export function publicHolidays(year: number): readonly LocalDate[] {
  const known = computed.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const days = [
    day(year, 1, 1),
    addDays(easter, 1),
    day(year, 5, 1),
    day(year, 5, 8),
    addDays(easter, 39),
    addDays(easter, 50),
    day(year, 7, 14),
    day(year, 8, 15),
    day(year, 11, 1),
    day(year, 11, 11),
    day(year, 12, 25),
  ].sort();
  computed.set(year, days);
  return days;
}

/** Whether that day is a public holiday in mainland France. */
export function isPublicHoliday(date: LocalDate): boolean {
  return publicHolidays(partsOf(date).year).includes(date);
}

// the same few years are asked at each slot: a list of eleven texts each
const computed = new Map<number, readonly LocalDate[]>();

/** Easter in the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const skipped =
    century -
    Math.floor(century / 4) -
    Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + skipped + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const sum = moon + sunday - 7 * late + 114;
  return day(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function day(year: number, month: number, dayOfMonth: number): LocalDate {
  const two = (figure: number) => String(figure).padStart(2, "0");
  return localDate(`${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`);
}
