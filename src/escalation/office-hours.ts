import {
  addDays,
  at,
  dateIn,
  type Instant,
  type LocalDate,
  type LocalTime,
  minute,
  weekday,
  type Zone,
} from "../base/time.ts";

/** When somebody is there, in hours on the wall; closures count both their days. */
export interface Offices {
  readonly hours: readonly {
    readonly weekday: number;
    readonly from: LocalTime;
    readonly to: LocalTime;
  }[];
  readonly closures: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  readonly isHoliday: (date: LocalDate) => boolean;
  readonly zone: Zone;
}

/** A stretch of time with somebody there; the end is not included. */
export interface OpenTime {
  readonly from: Instant;
  readonly to: Instant;
}

/** Closed for longer than this is closed for good. */
const longestClosure = 370;

/** Whether somebody is there at that instant. */
export function isOpen(offices: Offices, now: Instant): boolean {
  return openTimeAt(offices, now) !== null;
}

/** The stretch of open time an instant is in, or null. */
export function openTimeAt(offices: Offices, now: Instant): OpenTime | null {
  const today = openTimes(offices, dateIn(offices.zone, now));
  return today.find(({ from, to }) => from <= now && now < to) ?? null;
}

/** The next time the doors open, strictly after an instant; null when they never do. */
export function nextOpening(offices: Offices, now: Instant): Instant | null {
  const today = dateIn(offices.zone, now);
  for (let ahead = 0; ahead < longestClosure; ahead++) {
    const times = openTimes(offices, addDays(today, ahead));
    const next = times.find(({ from }) => from > now);
    if (next) return next.from;
  }
  return null;
}

/** The open times of a day, in order; those that touch are one. */
export function openTimes(offices: Offices, date: LocalDate): readonly OpenTime[] {
  const closed =
    offices.isHoliday(date) || offices.closures.some(({ from, to }) => from <= date && date <= to);
  if (closed) return [];
  const dayOfWeek = weekday(date);
  const times: OpenTime[] = [];
  const inOrder = offices.hours
    .filter((range) => range.weekday === dayOfWeek)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  for (const range of inOrder) {
    const from = at(offices.zone, date, range.from);
    const to = at(offices.zone, date, range.to);
    const last = times.at(-1);
    if (last && from <= last.to)
      times.splice(-1, 1, { from: last.from, to: Math.max(last.to, to) as Instant });
    else times.push({ from, to });
  }
  return times;
}

/** Minutes of open time between two instants: how long somebody has really been left waiting. */
export function openMinutesBetween(offices: Offices, from: Instant, to: Instant): number {
  const lastDay = dateIn(offices.zone, to);
  let total = 0;
  for (let date = dateIn(offices.zone, from); date <= lastDay; date = addDays(date, 1)) {
    for (const open of openTimes(offices, date))
      total += Math.max(0, Math.min(open.to, to) - Math.max(open.from, from));
  }
  return Math.floor(total / minute);
}
