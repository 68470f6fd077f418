import { expect, test } from "vitest";
import { overlapping } from "../../src/appointments/overlapping.ts";
import type { Opening } from "../../src/appointments/supply.ts";
import { localDate, localTime } from "../../src/base/time.ts";

const monday = localDate("2026-11-23");

function opening(id: string, from: string, to: string, more: Partial<Opening> = {}): Opening {
  return {
    ...{ id, worker: "nadia", site: "henin", motifs: ["premier-rendez-vous"], weekday: 2 },
    ...{ from: localTime(from), to: localTime(to), confirmed: true },
    ...more,
  };
}

const told = (openings: readonly Opening[], exceptions = []) =>
  overlapping({ openings, exceptions }, monday).map(
    ({ date, first, second }) => `${date} ${first.opening} ${second.opening}`,
  );

test.each<[string, readonly Opening[], readonly string[]]>([
  ["one after the other", [opening("a", "09:00", "12:00"), opening("b", "12:00", "14:00")], []],
  ["at once", [opening("a", "09:00", "12:00"), opening("b", "11:00", "14:00")], ["2026-11-24 a b"]],
  [
    "of two workers",
    [opening("a", "09:00", "12:00"), opening("b", "09:00", "12:00", { worker: "karim" })],
    [],
  ],
  [
    "on two days",
    [opening("a", "09:00", "12:00"), opening("b", "09:00", "12:00", { weekday: 3 })],
    [],
  ],
  [
    "a day on site beside what comes back each week",
    [
      opening("a", "09:00", "12:00"),
      opening("b", "10:00", "16:00", { weekday: undefined, date: localDate("2026-12-01") }),
    ],
    ["2026-12-01 a b"],
  ],
  [
    "what begins once the other is over",
    [
      opening("a", "09:00", "12:00", { validUntil: localDate("2026-12-06") }),
      opening("b", "09:00", "12:00", { validFrom: localDate("2026-12-07") }),
    ],
    [],
  ],
])("%s: %o", (_, openings, expected) => {
  expect(told(openings)).toEqual(expected);
});

test("a day that is called off does not overlap; the next one does", () => {
  const openings = [opening("a", "09:00", "12:00"), opening("b", "09:00", "12:00")];
  const exceptions = [{ opening: "a", date: localDate("2026-11-24"), instead: null }];
  const found = overlapping({ openings, exceptions }, monday).map(({ date }) => date);
  expect(found).toEqual(["2026-12-01"]);
});
