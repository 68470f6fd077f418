import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import type { LocalDate } from "./time.ts";

/** Days that come again: an iCal rule (RFC 5545, "FREQ=MONTHLY;BYDAY=2TU") counted from its first day. */
export interface Recurrence {
  readonly rule: string;
  readonly from: LocalDate;
}

/** Both days included. */
export interface Days {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

// days alone: hours are on the wall beside the rule, and "every minute" is no timetable
const part =
  /^(?:FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)|(?:INTERVAL|COUNT)=[1-9]\d{0,3}|UNTIL=\d{8}|WKST=[A-Z]{2}|(?:BYDAY|BYMONTH|BYMONTHDAY|BYSETPOS|BYWEEKNO|BYYEARDAY)=[-+A-Z0-9,]+)$/;
const anyDay = "2024-01-01" as LocalDate;

/** Whether a text is a rule that names days, and that the library understands. */
export function isRecurrence(rule: string): boolean {
  const parts = rule.split(";");
  if (!rule.startsWith("FREQ=") || !parts.every((one) => part.test(one))) return false;
  try {
    computed({ rule, from: anyDay }, { from: anyDay, until: anyDay });
    return true;
  } catch {
    return false;
  }
}

/** The days of a rule between two days, both included, in order. */
export function occurrences(recurrence: Recurrence, days: Days): readonly LocalDate[] {
  const key = `${recurrence.rule} ${recurrence.from} ${days.from} ${days.until}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const found = computed(recurrence, days);
  kept.set(key, found);
  return found;
}

// the same few rules are asked at each search of a day, and one costs about a millisecond
const kept = new Map<string, readonly LocalDate[]>();
const mostKept = 1000;

function computed({ rule, from }: Recurrence, days: Days): readonly LocalDate[] {
  const start = from.replaceAll("-", "");
  const rules = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${start}T000000\nRRULE:${rule}`,
  });
  return rules
    .between(midnight(days.from), midnight(days.until), true)
    .map((found) => found.toPlainDate().toString() as LocalDate);
}

function midnight(date: LocalDate): Temporal.ZonedDateTime {
  return Temporal.PlainDate.from(date).toZonedDateTime("UTC");
}
