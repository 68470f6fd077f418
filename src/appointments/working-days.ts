import { type HolidayRegion, isPublicHoliday } from "../base/holidays.ts";
import { addDays, type LocalDate, weekday } from "../base/time.ts";

/** A Sunday, or a public holiday where the appointment is given. */
export function isDayOff(date: LocalDate, region: HolidayRegion): boolean {
  return weekday(date) === 7 || isPublicHoliday(date, region);
}

/** The same day, or the first after it that is neither a Sunday nor a holiday. */
export function firstOpenDay(date: LocalDate, region: HolidayRegion): LocalDate {
  return isDayOff(date, region) ? firstOpenDay(addDays(date, 1), region) : date;
}

/** The same day, or the last before it on which somebody works: `works` holds days of the week, 1 for Monday. */
export function lastWorkedDay(
  date: LocalDate,
  works: ReadonlySet<number>,
  region: HolidayRegion,
): LocalDate {
  const isWorked = works.has(weekday(date)) && !isPublicHoliday(date, region);
  return isWorked ? date : lastWorkedDay(addDays(date, -1), works, region);
}
