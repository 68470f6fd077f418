import { addDays, type LocalDate, type LocalTime, minutesOf, timeOfMinutes } from "../base/time.ts";

/** Hours in which nothing is sent; over midnight when they begin later than they end. */
export interface QuietHours {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

/** Whether it is an hour in which nothing is sent; the end is allowed again. */
export function isQuiet({ from, to }: QuietHours, time: LocalTime): boolean {
  return from <= to ? from <= time && time < to : time >= from || time < to;
}

/** The last good moment before: an hour ahead of the quiet hours when the wanted one is within them. */
export function beforeQuiet(
  quiet: QuietHours,
  date: LocalDate,
  time: LocalTime,
): { readonly date: LocalDate; readonly time: LocalTime } {
  if (!isQuiet(quiet, time)) return { date, time };
  const evening = timeOfMinutes(Math.max(0, minutesOf(quiet.from) - 60));
  return { date: time >= quiet.from ? date : addDays(date, -1), time: evening };
}
