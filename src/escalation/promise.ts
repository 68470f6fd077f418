import { type HolidayRegion, isPublicHoliday } from "../base/holidays.ts";
import { addDays, dateIn, type Instant, type LocalDate, minute } from "../base/time.ts";
import { nextOpening, type Offices, openMinutesBetween, openTimeAt } from "./office-hours.ts";

/** What an association says of its hours. Days when no worker is there are closures too. */
export interface OfficeWeek extends Pick<Offices, "closures" | "zone"> {
  readonly officeHours: Offices["hours"];
  readonly publicHolidays: HolidayRegion;
  /** Until when nobody can answer though it is open: the team is in appointments. */
  readonly busyUntil?: Instant | null;
}

/**
 * When a human can answer. `now`: within these hours; `busy`: today, after their appointments; `today`, `nextDay` (tomorrow), `later`: from
 * `opensAt` on, to be said with its day and hour; `unknown`: no hours are known, nothing is promised.
 */
export type HumanPromise =
  | { readonly kind: "now" | "busy" | "today" | "nextDay" | "later"; readonly opensAt: Instant }
  | { readonly kind: "unknown" };

/** With less than this before closing, "now" would be a promise nobody keeps. */
const enoughToAnswer = 30 * minute;

/** The honest promise, computed from hours, closures and public holidays. */
export function promiseAt(structure: OfficeWeek, now: Instant): HumanPromise {
  const offices = officesOf(structure);
  const busyUntil = structure.busyUntil ?? null;
  const isBusy = busyUntil !== null && now < busyUntil && openTimeAt(offices, now) !== null;
  const from = isBusy ? busyUntil : now;
  const open = openTimeAt(offices, from);
  if (open && open.to - from >= enoughToAnswer)
    return { kind: isBusy ? "busy" : "now", opensAt: from };

  const opensAt = nextOpening(offices, from);
  if (opensAt === null) return { kind: "unknown" };
  const today = dateIn(structure.zone, now);
  const day = dateIn(structure.zone, opensAt);
  if (day === today) return { kind: isBusy ? "busy" : "today", opensAt };
  return { kind: day === addDays(today, 1) ? "nextDay" : "later", opensAt };
}

/** Minutes of working hours between two instants. */
export function workingMinutesBetween(structure: OfficeWeek, from: Instant, to: Instant): number {
  return openMinutesBetween(officesOf(structure), from, to);
}

/** The hours of an association, ready to be asked with `isOpen` and `nextOpening`. */
export function officesOf({ officeHours, closures, zone, publicHolidays }: OfficeWeek): Offices {
  const isHoliday = (date: LocalDate) => isPublicHoliday(date, publicHolidays);
  return { hours: officeHours, closures, zone, isHoliday };
}
