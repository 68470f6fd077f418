import { expect, test } from "vitest";
import { instant } from "../../src/base/time.ts";
import type { Urgency } from "../../src/base/urgency.ts";
import { type CallStage, callStageDue } from "../../src/escalation/call-stages.ts";
import type { OfficeWeek } from "../../src/escalation/promise.ts";
import { promiseAt } from "../../src/escalation/promise.ts";

/** Open from nine to noon and from half past one to five, Monday to Friday. */
const office: OfficeWeek = {
  officeHours: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: "09:00", to: "12:00" },
    { weekday, from: "13:30", to: "17:00" },
  ]) as unknown as OfficeWeek["officeHours"],
  closures: [],
  zone: "Europe/Paris" as OfficeWeek["zone"],
  publicHolidays: "metropole",
};

const monday = "2026-11-23";

function stage(
  urgency: Urgency,
  since: string,
  now: string,
  done: readonly CallStage[] = [],
  week: OfficeWeek = office,
) {
  const wait = { urgency, since: at(since), done: new Set(done) };
  return callStageDue(wait, week, at(now));
}

const at = (time: string) =>
  instant(time.includes("T") ? `${time}+01:00` : `${monday}T${time}:00+01:00`);

test.each<[string, Urgency, string, string, readonly CallStage[], CallStage | null]>([
  ["somebody who comes is called for at once", "normal", "10:00", "10:00", [], "first"],
  ["once", "normal", "10:00", "10:30", ["first"], null],
  ["and again after an hour of work", "normal", "10:00", "11:00", ["first"], "again"],
  ["lunch is no hour of work", "normal", "11:30", "13:45", ["first"], null],
  ["after lunch it is", "normal", "11:30", "14:00", ["first"], "again"],
  [
    "a danger is called for again after five minutes",
    "immediate",
    "10:00",
    "10:05",
    ["first"],
    "again",
  ],
  [
    "and the person is told after fifteen",
    "immediate",
    "10:00",
    "10:15",
    ["first", "again"],
    "sorry",
  ],
  ["high urgency: again after twenty minutes", "high", "10:00", "10:20", ["first"], "again"],
  ["at night nobody is called", "immediate", `${monday}T23:00:00`, `${monday}T23:10:00`, [], null],
  ["they are in the morning", "normal", `${monday}T23:00:00`, "2026-11-24T09:00:00", [], "first"],
  [
    "who was promised today is told at the end of the day",
    "normal",
    "16:00",
    "17:00",
    ["first", "again"],
    "sorry",
  ],
  ["and not before", "normal", "16:00", "16:59", ["first", "again"], null],
  ["nor twice", "normal", "16:00", "18:00", ["first", "again", "sorry"], null],
  [
    "four hours of work are too long, whatever was promised",
    "normal",
    "09:00",
    "14:30",
    ["first", "again"],
    "sorry",
  ],
  [
    "who wrote on a Saturday waits until Monday evening",
    "normal",
    "2026-11-21T10:00:00",
    "2026-11-23T09:30:00",
    ["first"],
    null,
  ],
])("%s", (_, urgency, since, now, done, expected) => {
  expect(stage(urgency, since, now, done)).toBe(expected);
});

test("where no hours are known nobody is called and nothing was promised", () => {
  const never = { ...office, officeHours: [] };
  expect(stage("immediate", "10:00", "16:00", [], never)).toBeNull();
});

test.each([
  ["10:00", "15:30", "busy", "15:30"],
  ["10:00", "11:45", "busy", "13:30"],
  ["16:00", "16:50", "nextDay", "2026-11-24T09:00:00"],
  ["16:00", "15:00", "now", "16:00"],
  ["20:00", "21:00", "nextDay", "2026-11-24T09:00:00"],
])("at %s, in appointments until %s: %s", (now, until, kind, opensAt) => {
  const promise = promiseAt({ ...office, busyUntil: at(until) }, at(now));
  expect(promise).toEqual({ kind, opensAt: at(opensAt) });
});
