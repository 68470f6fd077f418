import { expect, test } from "vitest";
import { isRecurrence, occurrences } from "../../src/base/recurrence.ts";
import { localDate } from "../../src/base/time.ts";

const winter = { from: localDate("2026-11-01"), until: localDate("2027-01-31") };

test.each([
  ["FREQ=MONTHLY;BYDAY=2TU", "2024-01-09", ["2026-11-10", "2026-12-08", "2027-01-12"]],
  ["FREQ=MONTHLY;BYDAY=-1FR", "2026-09-25", ["2026-11-27", "2026-12-25", "2027-01-29"]],
  ["FREQ=MONTHLY;BYMONTHDAY=31", "2026-10-31", ["2026-12-31", "2027-01-31"]],
  ["FREQ=WEEKLY;INTERVAL=4;BYDAY=MO", "2026-10-26", ["2026-11-23", "2026-12-21", "2027-01-18"]],
  ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20261110", "2026-10-27", ["2026-11-03", "2026-11-10"]],
  ["FREQ=DAILY;COUNT=3", "2026-10-31", ["2026-11-01", "2026-11-02"]],
  ["FREQ=WEEKLY;BYDAY=MO", "2027-03-01", []],
])("%s from %s falls on %o in the winter", (rule, from, days) => {
  expect(isRecurrence(rule)).toBe(true);
  expect(occurrences({ rule, from: localDate(from) }, winter)).toEqual(days);
});

test("days come on both Sundays on which clocks change", () => {
  const rule = "FREQ=WEEKLY;BYDAY=SU";
  const around = (from: string, until: string) =>
    occurrences(
      { rule, from: localDate("2026-01-04") },
      { from: localDate(from), until: localDate(until) },
    );
  expect(around("2026-10-24", "2026-10-26")).toEqual(["2026-10-25"]);
  expect(around("2027-03-27", "2027-03-29")).toEqual(["2027-03-28"]);
});

test.each([
  "FREQ=HOURLY",
  "FREQ=WEEKLY;BYHOUR=9",
  "FREQ=WEEKLY;INTERVAL=0",
  "FREQ=WEEKLY;BYDAY=XX",
  "BYDAY=MO",
  "FREQ=WEEKLY\nRDATE:20261105T000000Z",
  "each Monday",
  "",
])("%o is no rule that names days", (rule) => {
  expect(isRecurrence(rule)).toBe(false);
});
