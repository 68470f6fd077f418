import fc from "fast-check";
import { expect, test } from "vitest";
import { isQuiet } from "../../src/appointments/quiet-hours.ts";
import { planOf, type ReminderPlan } from "../../src/appointments/reminder-plan.ts";
import { mayStillSend, planReminders } from "../../src/appointments/reminders.ts";
import { isPublicHoliday } from "../../src/base/holidays.ts";
import {
  after,
  dateIn,
  hour,
  instant,
  localTime,
  minute,
  timeIn,
  weekday,
} from "../../src/base/time.ts";
import { whereOf } from "../../src/repertoire/reminders-for.ts";
import { henincarvin, paris } from "./association.ts";

const zone = "Europe/Paris";
const plan: ReminderPlan = henincarvin().reminderPlan;
const where = whereOf(henincarvin(), "siege");

const eveStep = {
  ...{ daysBefore: 1, at: localTime("18:00"), ifBookedDaysAhead: 2, evenIfConfirmed: false },
};

/** All that is planned, in hours on the walls of Paris. */
function whole(start: string, createdAt: string, given: ReminderPlan = plan) {
  const times = { start: paris(start), createdAt: paris(createdAt) };
  return planReminders(times, given, where).map(
    ({ step, dueAt }) => `${step} ${dateIn(zone, dueAt)} ${timeIn(zone, dueAt)}`,
  );
}

/** What of it writes to the person. */
function planned(start: string, createdAt: string, given: ReminderPlan = plan) {
  return whole(start, createdAt, given).filter((one) => !one.startsWith("callList"));
}

test("booked two weeks ahead: a week before, three days, the day before, two hours, and a look at whom to call", () => {
  expect(whole("2026-11-27 14:30", "2026-11-13 10:00")).toEqual([
    "weekBefore 2026-11-20 18:00",
    "threeDays 2026-11-24 18:00",
    "callList 2026-11-26 09:00",
    "dayBefore 2026-11-26 18:00",
    "twoHours 2026-11-27 12:30",
  ]);
});

test.each([
  ["a Monday", "2026-11-30 14:30", "2026-11-27 09:00"],
  ["a Tuesday after Easter Monday", "2026-04-07 14:30", "2026-04-03 09:00"],
  ["after All Saints' Sunday", "2026-11-02 14:30", "2026-10-30 09:00"],
])("before %s it is looked whom to call on the last day that somebody works", (_, start, when) => {
  expect(whole(start, "2026-01-05 10:00")).toContain(`callList ${when}`);
});

test("three days before, the day before, two hours before", () => {
  expect(planned("2026-11-27 14:30", "2026-11-20 10:00")).toEqual([
    "threeDays 2026-11-24 18:00",
    "dayBefore 2026-11-26 18:00",
    "twoHours 2026-11-27 12:30",
  ]);
});

test.each([
  [
    "2026-03-30 14:30",
    [
      "weekBefore 2026-03-23 18:00",
      "threeDays 2026-03-27 18:00",
      "dayBefore 2026-03-28 18:00",
      "twoHours 2026-03-30 12:30",
    ],
  ],
  [
    "2026-10-26 14:30",
    [
      "weekBefore 2026-10-19 18:00",
      "threeDays 2026-10-23 18:00",
      "dayBefore 2026-10-24 18:00",
      "twoHours 2026-10-26 12:30",
    ],
  ],
  [
    "2027-03-30 14:30",
    [
      "weekBefore 2027-03-23 18:00",
      "threeDays 2027-03-26 18:00",
      "dayBefore 2027-03-27 18:00",
      "twoHours 2027-03-30 12:30",
    ],
  ],
  [
    "2027-11-02 14:30",
    [
      "weekBefore 2027-10-26 18:00",
      "threeDays 2027-10-29 18:00",
      "dayBefore 2027-10-30 18:00",
      "twoHours 2027-11-02 12:30",
    ],
  ],
])("for %s, over a change of clocks, Sundays and holidays: %o", (start, reminders) => {
  expect(planned(start, `${start.slice(0, 4)}-01-05 10:00`)).toEqual(reminders);
});

test("eighteen hundred on the wall is another instant in summer and in winter", () => {
  const times = { start: paris("2026-10-27 14:30"), createdAt: paris("2026-10-01 10:00") };
  const dueAt = (step: string) =>
    planReminders(times, plan, where).find((one) => one.step === step)?.dueAt;
  expect(dueAt("threeDays")).toBe(instant("2026-10-24T16:00:00Z"));
  expect(dueAt("dayBefore")).toBe(instant("2026-10-26T17:00:00Z"));
});

test.each([
  ["twelve days ahead", "2026-11-15 14:30", "weekBefore threeDays dayBefore twoHours"],
  ["a minute less", "2026-11-15 14:31", "threeDays dayBefore twoHours"],
  ["four days ahead", "2026-11-23 14:30", "threeDays dayBefore twoHours"],
  ["a minute less", "2026-11-23 14:31", "dayBefore twoHours"],
  ["two days ahead", "2026-11-25 14:30", "dayBefore twoHours"],
  ["a minute less", "2026-11-25 14:31", "twoHours"],
  ["on the eve", "2026-11-26 15:00", "twoHours"],
  ["the same morning", "2026-11-27 08:30", "twoHours"],
  ["less than four hours before the last reminder", "2026-11-27 08:31", ""],
])("booked %s (%s): %s", (_, createdAt, steps) => {
  const reminders = planned("2026-11-27 14:30", createdAt);
  expect(reminders.map((reminder) => reminder.split(" ")[0]).join(" ")).toBe(steps);
});

test("booked the day before for the early morning: the eve says it, for two hours before is too early", () => {
  expect(planned("2026-11-27 09:30", "2026-11-26 10:00")).toEqual(["dayBefore 2026-11-26 18:00"]);
});

test("a motif may do without a step, or have its own", () => {
  const own = { threeDays: null, twoHours: { hoursBefore: 3 } };
  expect(planned("2026-11-27 14:30", "2026-11-20 10:00", planOf(plan, own))).toEqual([
    "dayBefore 2026-11-26 18:00",
    "twoHours 2026-11-27 11:30",
  ]);
});

test("an early appointment has no reminder in the quiet hours of the morning", () => {
  expect(planned("2026-11-27 10:29", "2026-11-20 10:00")).toEqual([
    "threeDays 2026-11-24 18:00",
    "dayBefore 2026-11-26 18:00",
  ]);
  expect(planned("2026-11-27 10:30", "2026-11-20 10:00")).toContain("twoHours 2026-11-27 08:30");
});

test("after Easter Monday, two reminders never fall on the same Saturday", () => {
  expect(planned("2026-04-07 14:30", "2026-03-20 10:00")).toEqual([
    "weekBefore 2026-03-31 18:00",
    "threeDays 2026-04-03 18:00",
    "dayBefore 2026-04-04 18:00",
    "twoHours 2026-04-07 12:30",
  ]);
});

test("a plan that asks for quiet hours is brought forward, never back", () => {
  const late = { ...plan, dayBefore: { ...eveStep, at: localTime("21:00") } };
  expect(planned("2026-11-27 14:30", "2026-11-20 10:00", late)).toContain(
    "dayBefore 2026-11-26 19:00",
  );
  const early = { ...plan, dayBefore: { ...eveStep, at: localTime("07:00") } };
  expect(planned("2026-11-27 14:30", "2026-11-20 10:00", early)).toContain(
    "dayBefore 2026-11-25 19:00",
  );
});

test("a step the association does without is not planned", () => {
  const short = { ...plan, threeDays: null, twoHours: null, callList: null };
  expect(whole("2026-11-27 14:30", "2026-11-20 10:00", short)).toEqual([
    "dayBefore 2026-11-26 18:00",
  ]);
  expect(whole("2026-11-27 14:30", "2026-11-20 10:00", { ...short, dayBefore: null })).toEqual([]);
});

const appointment = { start: paris("2026-11-27 14:30"), status: "booked", version: 1 } as const;
const eve = {
  step: "dayBefore",
  dueAt: paris("2026-11-26 18:00"),
  uselessAfter: paris("2026-11-27 00:00"),
  version: 1,
} as const;

test("each reminder is useful until the day of the next one, and the last until half an hour before", () => {
  const times = { start: appointment.start, createdAt: paris("2026-11-20 10:00") };
  const useless = planReminders(times, plan, where).map(({ step, uselessAfter }) => [
    step,
    uselessAfter,
  ]);
  expect(Object.fromEntries(useless)).toEqual({
    threeDays: paris("2026-11-26 00:00"),
    callList: paris("2026-11-27 14:00"),
    dayBefore: paris("2026-11-27 00:00"),
    twoHours: paris("2026-11-27 14:00"),
  });
});

test.each([
  ["in time", {}, "2026-11-26 18:00", "send"],
  ["confirmed since", { isConfirmed: true }, "2026-11-26 18:00", { skip: "confirmed" }],
  ["after an outage, at night", {}, "2026-11-26 20:00", { skip: "quietHours" }],
  ["before dawn", {}, "2026-11-26 08:29", { skip: "quietHours" }],
  ["the next day, which has its own", {}, "2026-11-27 08:30", { skip: "late" }],
  ["begun", {}, "2026-11-27 14:30", { skip: "begun" }],
  ["seen already", { status: "seen" }, "2026-11-26 18:00", { skip: "begun" }],
  ["cancelled", { status: "cancelled" }, "2026-11-26 18:00", { skip: "cancelled" }],
  ["excused", { status: "excused" }, "2026-11-26 18:00", { skip: "cancelled" }],
  ["moved", { status: "moved" }, "2026-11-26 18:00", { skip: "moved" }],
  ["of an older version", { version: 2 }, "2026-11-26 18:00", { skip: "moved" }],
  ["only proposed", { status: "proposed" }, "2026-11-26 18:00", { skip: "notBooked" }],
] as const)("at the moment of sending, %s: %o at %s → %o", (_, change, now, answer) => {
  const settings = { zone, plan };
  expect(mayStillSend(eve, { ...appointment, ...change }, paris(now), settings)).toEqual(answer);
});

const begin = instant("2026-01-01T00:00:00Z");
const appointments = fc
  .record({
    quarter: fc.integer({ min: 0, max: 2 * 365 * 96 }),
    ahead: fc.integer({ min: 0, max: 40 * 24 * 60 }),
  })
  .map(({ quarter, ahead }) => {
    const start = after(begin, quarter * 15 * minute);
    return { start, createdAt: after(start, -ahead * minute) };
  });

test("over two years: before the start, after the booking, never quiet, one a step and one a day", () => {
  fc.assert(
    fc.property(appointments, (given) => {
      const reminders = planReminders(given, plan, where);
      for (const { dueAt, uselessAfter } of reminders) {
        expect(dueAt).toBeLessThan(uselessAfter);
        expect(uselessAfter).toBeLessThan(given.start);
        expect(dueAt - given.createdAt).toBeGreaterThanOrEqual(4 * hour);
        expect(isQuiet(plan.quietHours, timeIn(zone, dueAt))).toBe(false);
        expect(weekday(dateIn(zone, dueAt))).not.toBe(7);
        expect(isPublicHoliday(dateIn(zone, dueAt))).toBe(false);
      }
      const once = (words: readonly string[]) => expect(new Set(words).size).toBe(words.length);
      once(reminders.map(({ step }) => step));
      const writing = reminders.filter(({ step }) => step !== "callList");
      once(writing.map(({ dueAt }) => dateIn(zone, dueAt)));
      expect(reminders).toEqual(reminders.toSorted((one, other) => one.dueAt - other.dueAt));
    }),
    { numRuns: 500 },
  );
});
