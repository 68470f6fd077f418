import { expect, test } from "vitest";
import { isPublicHoliday, publicHolidays } from "../../src/base/holidays.ts";
import { localDate } from "../../src/base/time.ts";

test("the eleven public holidays of 2026", () => {
  expect(publicHolidays(2026)).toEqual([
    "2026-01-01",
    "2026-04-06",
    "2026-05-01",
    "2026-05-08",
    "2026-05-14",
    "2026-05-25",
    "2026-07-14",
    "2026-08-15",
    "2026-11-01",
    "2026-11-11",
    "2026-12-25",
  ]);
});

test.each([
  [2024, "2024-04-01"],
  [2025, "2025-04-21"],
  [2027, "2027-03-29"],
  [2028, "2028-04-17"],
  [2038, "2038-04-26"],
])("Easter Monday of %i is %s", (_, monday) => {
  expect(isPublicHoliday(localDate(monday))).toBe(true);
});

test("Good Friday and 26 December are working days outside Alsace-Moselle", () => {
  expect(isPublicHoliday(localDate("2026-04-03"))).toBe(false);
  expect(isPublicHoliday(localDate("2026-12-26"))).toBe(false);
});
