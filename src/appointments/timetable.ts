import { type Days, occurrences } from "../base/recurrence.ts";
import { type LocalDate, type LocalTime, weekday } from "../base/time.ts";
import type { Absence, Opening, OpeningException } from "./supply.ts";

/** An opening on one day, as it is that day. */
export interface Stretch {
  readonly opening: string;
  readonly worker: string;
  readonly site: string;
  readonly from: LocalTime;
  readonly to: LocalTime;
  readonly confirmed: boolean;
  /** Called off for that day alone. */
  readonly isCancelled: boolean;
  /** Laid on that very day by somebody who knew what day it is: a public holiday does not close it. */
  readonly isDeliberate: boolean;
}

/** Part of a day when somebody is away; null: all of it. */
export type Away = { readonly from: LocalTime; readonly to: LocalTime } | null;

/** What is planned on each day of a window. */
export interface Timetable {
  stretchesOn(date: LocalDate): readonly Stretch[];
  absencesOn(worker: string, date: LocalDate): readonly Away[];
}

interface Planned {
  readonly openings: readonly Opening[];
  readonly exceptions: readonly OpeningException[];
  readonly absences: readonly Absence[];
}

/** Sorts openings and absences by the days of a window, so that a day is found without looking at the others. */
export function timetable({ openings, exceptions, absences }: Planned, window: Days): Timetable {
  const changed = new Map(exceptions.map((one) => [`${one.opening} ${one.date}`, one]));
  const weekly = Map.groupBy(openings.filter(isWeekly), (opening) => opening.weekday ?? 0);
  const dated = byDay(
    openings.filter((opening) => !isWeekly(opening)),
    (opening) => daysOf(opening, window),
  );
  const ofWorkers = Map.groupBy(absences, ({ worker }) => worker);
  const recurring = new Map(
    absences
      .filter(({ recurrence }) => recurrence !== null)
      .map((absence) => [absence, new Set(absenceDays(absence, window))]),
  );
  return {
    stretchesOn: (date) =>
      [...(weekly.get(weekday(date)) ?? []), ...(dated.get(date) ?? [])]
        .filter((opening) => isValid(opening, date))
        .map((opening) => stretch(opening, changed.get(`${opening.id} ${date}`))),
    absencesOn: (worker, date) =>
      (ofWorkers.get(worker) ?? [])
        .filter((absence) => recurring.get(absence)?.has(date) ?? isBetween(absence, date))
        .map(({ hours }) => hours),
  };
}

const isWeekly = ({ weekday: day }: Opening): boolean => day !== undefined;

function daysOf({ date, recurrence, validFrom }: Opening, window: Days): readonly LocalDate[] {
  if (date !== undefined) return [date];
  if (recurrence === undefined || validFrom === undefined) return [];
  return occurrences({ rule: recurrence, from: validFrom }, window);
}

function absenceDays({ recurrence, from, until }: Absence, window: Days): readonly LocalDate[] {
  const last = until !== null && until < window.until ? until : window.until;
  return recurrence === null || last < window.from
    ? []
    : occurrences({ rule: recurrence, from }, { from: window.from, until: last });
}

function byDay<One>(
  many: readonly One[],
  days: (one: One) => readonly LocalDate[],
): ReadonlyMap<LocalDate, readonly One[]> {
  const found = new Map<LocalDate, One[]>();
  for (const one of many) {
    for (const date of days(one)) found.set(date, [...(found.get(date) ?? []), one]);
  }
  return found;
}

function isValid({ validFrom, validUntil }: Opening, date: LocalDate): boolean {
  return (
    (validFrom === undefined || validFrom <= date) &&
    (validUntil === undefined || date <= validUntil)
  );
}

function isBetween({ from, until }: Absence, date: LocalDate): boolean {
  return from <= date && (until === null || date <= until);
}

function stretch(opening: Opening, exception: OpeningException | undefined): Stretch {
  const { id, worker, site, from, to, confirmed, date } = opening;
  return {
    ...{ opening: id, worker, site, from, to, confirmed },
    ...(exception?.instead ?? {}),
    isCancelled: exception !== undefined && exception.instead === null,
    isDeliberate: date !== undefined || (exception !== undefined && exception.instead !== null),
  };
}
