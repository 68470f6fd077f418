import { expect, test } from "vitest";
import { holidayRegionOf, isPublicHoliday, publicHolidays } from "../../src/base/holidays.ts";
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

test.each([
  ["alsace-moselle", "2026-04-03"],
  ["alsace-moselle", "2026-12-26"],
  ["mayotte", "2027-04-27"],
  ["martinique", "2027-05-22"],
  ["guadeloupe", "2027-05-27"],
  ["guyane", "2027-06-10"],
  ["reunion", "2027-12-20"],
] as const)(
  "in the region %s, %s is a public holiday, and elsewhere in France it is none",
  (region, day) => {
    expect(isPublicHoliday(localDate(day), region)).toBe(true);
    expect(isPublicHoliday(localDate(day))).toBe(false);
    expect(publicHolidays(2027, region)).toEqual(expect.arrayContaining([...publicHolidays(2027)]));
  },
);

test.each([
  ["62427", "metropole"],
  ["57463", "alsace-moselle"],
  ["67482", "alsace-moselle"],
  ["68066", "alsace-moselle"],
  ["97411", "reunion"],
  ["97600", "mayotte"],
  ["97100", "guadeloupe"],
  ["97200", "martinique"],
  ["97300", "guyane"],
  ["2A004", "metropole"],
])("a place of the commune or postcode %s has the holidays of %s", (code, region) => {
  expect(holidayRegionOf(code)).toBe(region);
});
