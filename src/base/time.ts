import { Temporal } from "temporal-polyfill";

/** Milliseconds since 1970 in UTC: sorts, stores and compares as it is. */
export type Instant = number & { readonly __time: "instant" };
/** "2026-11-24": a day of the calendar, never an instant. */
export type LocalDate = string & { readonly __time: "date" };
/** "14:30": an hour on the wall, meaningless without a day and a zone. */
export type LocalTime = string & { readonly __time: "time" };
/** An IANA zone, such as "Europe/Paris". */
export type Zone = string;

/** The only source of the present: given, never read from the system by a domain room. */
export interface Clock {
  now(): Instant;
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** The clock of the machine. */
export const systemClock: Clock = { now: () => Date.now() as Instant };

/** The instant written in ISO 8601 ("2026-11-24T13:30:00Z"); throws a RangeError when it is none. */
export function instant(iso: string): Instant {
  return Temporal.Instant.from(iso).epochMilliseconds as Instant;
}

/** An instant as ISO 8601 in UTC with milliseconds. */
export function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}

/** The instant that many milliseconds later (earlier when negative). */
export function after(at: Instant, milliseconds: number): Instant {
  return (at + milliseconds) as Instant;
}

/** Checks that a text is a day of the calendar; throws a RangeError otherwise (30 February is none). */
export function localDate(text: string): LocalDate {
  return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() as LocalDate;
}

/** The day it is at that instant in that zone. */
export function dateIn(zone: Zone, at: Instant): LocalDate {
  const known = latestDay.get(zone);
  if (known && known.from <= at && at < known.until) return known.date;
  const midnight = zoned(zone, at).startOfDay();
  const date = midnight.toPlainDate().toString() as LocalDate;
  const until = midnight.add({ days: 1 }).startOfDay().epochMilliseconds;
  latestDay.set(zone, { from: midnight.epochMilliseconds, until, date });
  return date;
}

/** Of each zone the day that was asked for last, with its first instant and that of the next: it is mostly today. */
const latestDay = new Map<
  Zone,
  { readonly from: number; readonly until: number; readonly date: LocalDate }
>();

/** The hour on the wall at that instant in that zone, "14:30". */
export function timeIn(zone: Zone, at: Instant): LocalTime {
  return zoned(zone, at).toPlainTime().toString({ smallestUnit: "minute" }) as LocalTime;
}

/** The day and the hour on the wall at that instant, with their zone, for whoever writes calendar files. */
export function wallClockIn(zone: Zone, at: Instant): Temporal.ZonedDateTime {
  return zoned(zone, at);
}

/**
 * The instant of an hour on the wall on a day, in a zone.
 * When clocks go forward and the hour does not exist, the instant just after the gap is meant;
 * when they go back and it exists twice, the first.
 */
export function at(zone: Zone, date: LocalDate, time: LocalTime | string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(time),
  }).epochMilliseconds as Instant;
}

/**
 * Midnight of a day on which clocks do not change, so that hours on the wall can be counted from it; null
 * on the others.
 */
export function evenDayStart(zone: Zone, date: LocalDate): Instant | null {
  const key = `${zone} ${date}`;
  const known = dayStarts.get(key);
  if (known !== undefined) return known;
  if (dayStarts.size >= mostDayStarts) dayStarts.clear();
  const start = at(zone, date, "00:00");
  const isEven = at(zone, addDays(date, 1), "00:00") - start === 24 * hour;
  const found = isEven ? start : null;
  dayStarts.set(key, found);
  return found;
}

// a search of sixty days asks for the same sixty at each range, and one costs about 20 µs
const dayStarts = new Map<string, Instant | null>();
const mostDayStarts = 5000;

/** The day that many days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return isoOf(after(utcMidnight(date), days * 24 * hour)).slice(0, 10) as LocalDate;
}

/** Days have no zone: those of UTC, which has no clock change, count like any. Ten times as fast as a calendar. */
function utcMidnight(date: LocalDate): Instant {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError("not a day");
  return at as Instant;
}

/** The same day that many months later (earlier when negative), or the last day of that month. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as LocalDate;
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: LocalDate): number {
  return new Date(utcMidnight(date)).getUTCDay() || 7;
}

/** Completed years between a birth date and a day. */
export function yearsBetween(born: LocalDate, on: LocalDate): number {
  return Temporal.PlainDate.from(born).until(Temporal.PlainDate.from(on), { largestUnit: "year" })
    .years;
}

/** Whole months between two days. */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "month" })
    .months;
}

/** Parts of an instant in a zone, for those who write it in words. */
export function partsIn(zone: Zone, instantAt: Instant) {
  const { year, month, day, hour: hours, minute: minutes, dayOfWeek } = zoned(zone, instantAt);
  return { year, month, day, hours, minutes, dayOfWeek };
}

// one zoned date costs about 10 µs to build through the polyfill and the same one is asked for often
function zoned(zone: Zone, instantAt: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instantAt).toZonedDateTimeISO(zone);
}

/** Checks that a text is an hour on the wall, "09:00" to "23:59"; throws a RangeError otherwise. */
export function localTime(text: string): LocalTime {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new RangeError(`not an hour: ${text}`);
  return text as LocalTime;
}

/** Minutes from midnight to an hour on the wall. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The hour on the wall that many minutes after midnight (0 to 1439). */
export function timeOfMinutes(minutes: number): LocalTime {
  const two = (figure: number) => String(figure).padStart(2, "0");
  return localTime(`${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`);
}

/** The year, month and day of a day. */
export function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)].map(Number);
  return { year: year ?? 0, month: month ?? 0, day: day ?? 0 };
}
