import { addDays, type LocalDate, localDate, partsOf } from "../base/time.ts";

/** From one day to another, both included; a funding period need not be a calendar year. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The same days one year earlier, or more. */
export function yearsBefore({ from, to }: Period, years: number): Period {
  return { from: shifted(from, years), to: shifted(to, years) };
}

/** The 29th of February becomes the 28th. */
function shifted(date: LocalDate, years: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const two = (figure: number) => String(figure).padStart(2, "0");
  const last = month === 2 && day === 29 ? 28 : day;
  const isEndOfFebruary = month === 2 && partsOf(addDays(date, 1)).month === 3;
  const moved = localDate(`${year - years}-${two(month)}-${two(last)}`);
  const next = addDays(moved, 1);
  return isEndOfFebruary && partsOf(next).month === 2 ? next : moved;
}

/** The calendar years that lie wholly within. */
function wholeYears({ from, to }: Period): readonly number[] {
  const first = partsOf(from).year + (from.endsWith("-01-01") ? 0 : 1);
  const last = partsOf(to).year - (to.endsWith("-12-31") ? 0 : 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
}

/** Whether something counts in a period: by its day, else by its year as a whole. */
export function isWithin(period: Period, day: string | null, year: number): boolean {
  if (day !== null) return day >= period.from && day <= period.to;
  return wholeYears(period).includes(year);
}
