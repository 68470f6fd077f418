import { expect, test } from "vitest";
import { awayDuring } from "../../src/appointments/away-during.ts";
import type { Absence } from "../../src/appointments/supply.ts";
import { localDate, localTime } from "../../src/base/time.ts";
import { paris } from "./association.ts";

/** Tuesday 24 November 2026, from 14:00 to 14:45. */
const visit = {
  ...{ worker: "nadia", site: "henin" },
  ...{ start: paris("2026-11-24 14:00"), end: paris("2026-11-24 14:45") },
};
const tuesday = localDate("2026-11-24");
const away: Absence = {
  ...{ worker: "nadia", from: tuesday, until: tuesday, recurrence: null, hours: null },
};
const hours = (from: string, to: string) => ({
  hours: { from: localTime(from), to: localTime(to) },
});

test.each<[string, Partial<Absence>, boolean]>([
  ["all day", {}, true],
  ["another worker", { worker: "karim" }, false],
  ["the day before", { from: localDate("2026-11-23"), until: localDate("2026-11-23") }, false],
  ["the whole week", { from: localDate("2026-11-23"), until: localDate("2026-11-27") }, true],
  ["without an end", { from: localDate("2026-11-01"), until: null }, true],
  ["the morning", hours("08:00", "12:00"), false],
  ["until it begins", hours("13:00", "14:00"), false],
  ["its last minute", hours("14:44", "18:00"), true],
  ["from its end", hours("14:45", "18:00"), false],
  [
    "each Tuesday",
    { from: localDate("2026-11-03"), until: null, recurrence: "FREQ=WEEKLY;BYDAY=TU" },
    true,
  ],
  [
    "each Monday",
    { from: localDate("2026-11-02"), until: null, recurrence: "FREQ=WEEKLY;BYDAY=MO" },
    false,
  ],
])("away %s: %s", (_, more, isAway) => {
  const found = awayDuring([visit], [{ ...away, ...more }], () => "Europe/Paris");
  expect(found).toEqual(isAway ? [visit] : []);
});

test("the hours of an absence are those of the place: in La Réunion three hours earlier", () => {
  const found = (zone: string) =>
    awayDuring([visit], [{ ...away, ...hours("17:00", "18:00") }], () => zone);
  expect(found("Indian/Reunion")).toEqual([visit]);
  expect(found("Europe/Paris")).toEqual([]);
});
