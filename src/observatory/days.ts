import { addDays, type LocalDate } from "../base/time.ts";
import type { Period } from "./period.ts";

/** Days from one day to another; the first counts, the last does not. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Days of a period that lie from a day to the day of leaving, which is not one of them; no end: until then. */
export function daysWithin(start: LocalDate, end: LocalDate | null, { from, to }: Period): number {
  const last = addDays(to, 1);
  const first = start > from ? start : from;
  const stop = end !== null && end < last ? end : last;
  return Math.max(0, daysBetween(first, stop));
}

/** Whether a day is one of the period. */
export function isIn(day: LocalDate | null, { from, to }: Period): day is LocalDate {
  return day !== null && from <= day && day <= to;
}

/** The mean of some values; null of none. */
export function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What is said of each, counted: the most frequent first, then by the alphabet; null is "not known". */
export function countedBy<One>(
  all: readonly One[],
  codesOf: (one: One) => readonly (string | null)[],
): readonly { readonly code: string | null; readonly count: number }[] {
  const counts = new Map<string | null, number>();
  for (const one of all)
    for (const code of codesOf(one)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort(
      (one, other) => other.count - one.count || (String(one.code) < String(other.code) ? -1 : 1),
    );
}
