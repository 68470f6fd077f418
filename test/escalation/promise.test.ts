import { expect, test } from "vitest";
import json from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import { at, dateIn, type Instant, localDate, localTime, timeIn } from "../../src/base/time.ts";
import { isOpen, nextOpening } from "../../src/escalation/office-hours.ts";
import { officesOf, promiseAt, workingMinutesBetween } from "../../src/escalation/promise.ts";
import { readStructure, type Structure } from "../../src/structure.ts";

const reading = readStructure(json);
if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
const structure: Structure = reading.structure;

function paris(text: string): Instant {
  const [date = "", time = ""] = text.split(" ");
  return at(structure.zone, localDate(date), time);
}

function promised(now: string, given: Structure = structure): string {
  const promise = promiseAt(given, paris(now));
  if (promise.kind === "unknown") return "unknown";
  const { zone } = given;
  return `${promise.kind} ${dateIn(zone, promise.opensAt)} ${timeIn(zone, promise.opensAt)}`;
}

test.each([
  ["a Tuesday morning", "2026-11-24 10:00", "now 2026-11-24 10:00"],
  ["at the opening", "2026-11-24 09:00", "now 2026-11-24 09:00"],
  ["Monday, before the opening", "2026-11-23 08:00", "today 2026-11-23 09:00"],
  ["half an hour before closing", "2026-11-24 16:30", "now 2026-11-24 16:30"],
  ["too close to closing", "2026-11-24 16:31", "nextDay 2026-11-25 09:00"],
  ["at closing", "2026-11-24 17:00", "nextDay 2026-11-25 09:00"],
  ["at midnight", "2026-11-25 00:00", "today 2026-11-25 09:00"],
  ["Friday, five past five", "2026-11-27 17:05", "later 2026-11-30 09:00"],
  ["Saturday", "2026-11-28 11:00", "later 2026-11-30 09:00"],
  ["Sunday", "2026-11-29 23:00", "nextDay 2026-11-30 09:00"],
  ["14 July, a Tuesday", "2026-07-14 10:00", "nextDay 2026-07-15 09:00"],
  ["the evening of 13 July", "2026-07-13 18:00", "later 2026-07-15 09:00"],
  ["1 May, a Friday", "2026-05-01 10:00", "later 2026-05-04 09:00"],
  ["Christmas Eve, a Thursday", "2026-12-24 10:00", "now 2026-12-24 10:00"],
  ["the evening of Christmas Eve", "2026-12-24 17:30", "later 2026-12-28 09:00"],
  ["Christmas, a Friday", "2026-12-25 10:00", "later 2026-12-28 09:00"],
  ["26 December, a Saturday", "2026-12-26 10:00", "later 2026-12-28 09:00"],
  ["Easter Sunday, as clocks change", "2027-03-28 12:00", "later 2027-03-30 09:00"],
  ["the Friday before clocks go back", "2026-10-23 17:05", "later 2026-10-26 09:00"],
  ["New Year's Eve", "2026-12-31 17:30", "later 2027-01-04 09:00"],
])("%s (%s): %s", (_, now, promise) => {
  expect(promised(now)).toBe(promise);
});

test("a closure moves the promise to the first day after it", () => {
  const closures = [
    { from: localDate("2026-12-21"), to: localDate("2027-01-03"), reason: "fermeture annuelle" },
  ];
  expect(promised("2026-12-22 10:00", { ...structure, closures })).toBe("later 2027-01-04 09:00");
});

test("with a break at noon, the promise is the afternoon", () => {
  const officeHours = [
    { weekday: 2, from: localTime("13:30"), to: localTime("17:00") },
    { weekday: 2, from: localTime("09:00"), to: localTime("12:00") },
  ];
  const given = { ...structure, officeHours };
  expect(promised("2026-11-24 11:45", given)).toBe("today 2026-11-24 13:30");
  expect(promised("2026-11-24 11:00", given)).toBe("now 2026-11-24 11:00");
});

test("hours that touch are one: nobody is sent away at noon", () => {
  const officeHours = [
    { weekday: 2, from: localTime("09:00"), to: localTime("12:00") },
    { weekday: 2, from: localTime("12:00"), to: localTime("17:00") },
  ];
  expect(promised("2026-11-24 11:45", { ...structure, officeHours })).toBe("now 2026-11-24 11:45");
});

test("without known hours, nothing is promised", () => {
  expect(promised("2026-11-24 10:00", { ...structure, officeHours: [] })).toBe("unknown");
});

test("open is from the opening included to the closing not included", () => {
  const offices = officesOf(structure);
  expect(isOpen(offices, paris("2026-11-24 08:59"))).toBe(false);
  expect(isOpen(offices, paris("2026-11-24 09:00"))).toBe(true);
  expect(isOpen(offices, paris("2026-11-24 16:59"))).toBe(true);
  expect(isOpen(offices, paris("2026-11-24 17:00"))).toBe(false);
});

test("the next opening is after the present one", () => {
  expect(nextOpening(officesOf(structure), paris("2026-11-24 09:00"))).toBe(
    paris("2026-11-25 09:00"),
  );
});

test.each([
  ["two hours of one morning", "2026-11-24 09:30", "2026-11-24 11:30", 120],
  ["an evening and a morning", "2026-11-24 16:45", "2026-11-25 09:15", 30],
  ["a whole week-end", "2026-11-27 17:00", "2026-11-30 09:00", 0],
  ["a week-end and an hour", "2026-11-27 16:30", "2026-11-30 09:30", 60],
  ["a public holiday", "2026-07-13 16:00", "2026-07-15 10:00", 120],
  ["the week clocks go back", "2026-10-23 09:00", "2026-10-27 17:00", 3 * 480],
  ["the week clocks go forward", "2026-03-27 09:00", "2026-03-31 17:00", 3 * 480],
  ["the other way round", "2026-11-24 11:30", "2026-11-24 09:30", 0],
])("waiting over %s: from %s to %s, %i minutes of work", (_, from, to, minutes) => {
  expect(workingMinutesBetween(structure, paris(from), paris(to))).toBe(minutes);
});
