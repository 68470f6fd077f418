import { expect, test } from "vitest";
import { roomResource, workerResource } from "../../src/appointments/resources.ts";
import type { SlotFacts } from "../../src/appointments/slot-facts.ts";
import { canStillTake, freeSlots, type Slot } from "../../src/appointments/slots.ts";
import type { Opening } from "../../src/appointments/supply.ts";
import {
  dateIn,
  isoOf,
  type LocalDate,
  localDate,
  localTime,
  timeIn,
} from "../../src/base/time.ts";
import { paris } from "./association.ts";
import { given, tuesday } from "./given-facts.ts";

const facts = given;

const one = (day: string): { from: LocalDate; until: LocalDate } => ({
  from: localDate(day),
  until: localDate(day),
});
const said = ({ start }: Slot) =>
  `${dateIn("Europe/Paris", start)} ${timeIn("Europe/Paris", start)}`;
const times = (these: SlotFacts, day: string) =>
  freeSlots(these, one(day)).slots.map(({ start }) => timeIn(these.zone, start));
/** Why, the leftovers of a morning apart. */
const refusals = (these: SlotFacts, day: string) =>
  freeSlots(these, one(day))
    .refused.map(({ because }) => because)
    .filter((because) => because !== "tooShort");

test("a morning from half past nine to noon holds three appointments of 45 minutes", () => {
  expect(times(facts, "2026-11-24")).toEqual(["09:30", "10:15", "11:00"]);
});

test("within four weeks, every Tuesday is offered up to the horizon, and no further", () => {
  expect(freeSlots(facts, {}).slots.map(said)).toEqual(
    ["2026-11-24", "2026-12-01", "2026-12-08", "2026-12-15"].flatMap((day) =>
      ["09:30", "10:15", "11:00"].map((time) => `${day} ${time}`),
    ),
  );
  expect(refusals(facts, "2026-12-22")).toEqual(["horizon"]);
});

test("an appointment taken beside the grid moves it to the next free quarter", () => {
  const resource = workerResource(facts.structure, "conseillere-1");
  const busy = [{ resource, from: paris("2026-11-24 10:00"), to: paris("2026-11-24 10:15") }];
  expect(times({ ...facts, busy }, "2026-11-24")).toEqual(["10:15", "11:00"]);
});

test("the room counts as much as the worker, and another room does not count", () => {
  const taken = { from: paris("2026-11-24 09:30"), to: paris("2026-11-24 10:15") };
  const here = [{ resource: roomResource(facts.structure, "ml-carvin"), ...taken }];
  expect(times({ ...facts, busy: here }, "2026-11-24")).toEqual(["10:15", "11:00"]);
  expect(refusals({ ...facts, busy: here }, "2026-11-24")).toEqual(["room"]);
  const elsewhere = [{ resource: roomResource(facts.structure, "ml-henin"), ...taken }];
  expect(times({ ...facts, busy: elsewhere }, "2026-11-24")).toEqual(["09:30", "10:15", "11:00"]);
});

test("a worker and a room of the same id in another structure do not count", () => {
  const taken = { from: paris("2026-11-24 09:30"), to: paris("2026-11-24 10:15") };
  const busy = [
    { resource: workerResource("ccas-malakoff", "conseillere-1"), ...taken },
    { resource: roomResource("ccas-malakoff", "ml-carvin"), ...taken },
  ];
  expect(times({ ...facts, busy }, "2026-11-24")).toEqual(["09:30", "10:15", "11:00"]);
});

test("the notice is counted to the minute, and does not move the grid", () => {
  expect(times({ ...facts, now: paris("2026-11-23 10:15") }, "2026-11-24")).toEqual([
    "10:15",
    "11:00",
  ]);
  const late = { ...facts, now: paris("2026-11-23 10:16") };
  expect(times(late, "2026-11-24")).toEqual(["11:00"]);
  expect(refusals(late, "2026-11-24")).toEqual(["notice"]);
});

test("even without notice, a slot that has begun is not offered", () => {
  const motif = { ...facts.motif, minimumNoticeHours: 0 };
  expect(times({ ...facts, motif, now: paris("2026-11-24 10:15") }, "2026-11-24")).toEqual([
    "11:00",
  ]);
});

test.each([
  [
    "a closure that ends that day",
    { closures: [{ from: localDate("2026-11-20"), to: localDate("2026-11-24") }] },
    "closure",
  ],
  [
    "an unconfirmed range once open to the public",
    { demonstration: false, openings: [{ ...tuesday, confirmed: false }] },
    "unconfirmed",
  ],
])("nothing is offered on %s, and the reason is kept", (_, change, because) => {
  const these = { ...facts, ...change };
  expect(times(these, "2026-11-24")).toEqual([]);
  expect(freeSlots(these, one("2026-11-24")).refused).toEqual([
    {
      ...{ opening: "mardi", worker: "conseillere-1", site: "ml-carvin", date: "2026-11-24" },
      ...{ from: 570, to: 720, because },
    },
  ]);
});

test("an unconfirmed range is offered in demonstration", () => {
  const openings = [{ ...tuesday, confirmed: false }];
  expect(times({ ...facts, openings }, "2026-11-24")).toEqual(["09:30", "10:15", "11:00"]);
});

test("a range serves its own motifs, its own months, and the wanted sites only", () => {
  const other = { ...tuesday, motifs: ["atelier"] };
  const later = { ...tuesday, validFrom: localDate("2026-11-25") };
  const over = { ...tuesday, validUntil: localDate("2026-11-23") };
  expect(times({ ...facts, openings: [other, later, over] }, "2026-11-24")).toEqual([]);
  expect(freeSlots(facts, { sites: ["ml-henin"] })).toEqual({ slots: [], refused: [] });
  expect(freeSlots(facts, { sites: [] }).slots).toEqual([]);
});

const night: Opening = {
  ...tuesday,
  id: "nuit",
  weekday: 7,
  from: localTime("01:30"),
  to: localTime("04:00"),
};

test.each([
  // 02:00 to 03:00 does not exist: what starts before and ends after would read wrong
  ["2026-03-29", ["03:00"], ["2026-03-29T01:00:00.000Z"]],
  ["2027-03-28", ["03:00"], ["2027-03-28T01:00:00.000Z"]],
  // 02:00 to 03:00 comes twice: the first is meant
  ["2026-10-25", ["01:30", "03:00"], ["2026-10-24T23:30:00.000Z", "2026-10-25T02:00:00.000Z"]],
  ["2027-10-31", ["01:30", "03:00"], ["2027-10-30T23:30:00.000Z", "2027-10-31T02:00:00.000Z"]],
])("the night of %s, when clocks change, has slots at %o", (day, walls, instants) => {
  const these = { ...facts, openings: [night], now: paris(`${day.slice(0, 8)}20 12:00`) };
  const { slots } = freeSlots(these, one(day));
  expect(slots.map(({ start }) => timeIn("Europe/Paris", start))).toEqual(walls);
  expect(slots.map(({ start }) => isoOf(start))).toEqual(instants);
  expect(new Set(refusals(these, day))).toEqual(new Set(["clockGap"]));
});

test.each([
  ["2026-03-27", "2026-03-30"],
  ["2026-10-23", "2026-10-26"],
  ["2027-03-26", "2027-03-30"],
  ["2027-10-29", "2027-11-02"],
])("from %s to %s, over a change of clocks, the hour on the wall stays", (before, then) => {
  const daily = [1, 2, 3, 4, 5].map((weekday) => ({ ...tuesday, id: `jour-${weekday}`, weekday }));
  const these = { ...facts, openings: daily, now: paris(`${before.slice(0, 8)}20 12:00`) };
  expect(times(these, before)).toEqual(["09:30", "10:15", "11:00"]);
  expect(times(these, then)).toEqual(["09:30", "10:15", "11:00"]);
});

test.each([
  ["Indian/Reunion", "2026-11-24T05:30:00.000Z"],
  ["America/Guadeloupe", "2026-11-24T13:30:00.000Z"],
])("a site in %s keeps its own hours", (zone, instant) => {
  const { slots } = freeSlots({ ...facts, zone }, one("2026-11-24"));
  expect(slots[0] && isoOf(slots[0].start)).toBe(instant);
});

test("a button pressed later: free, taken since, too late, or never a slot", () => {
  const slot = { site: "ml-carvin", worker: "conseillere-1", start: paris("2026-11-24 10:15") };
  const busy = [
    {
      resource: workerResource(facts.structure, "conseillere-1"),
      from: slot.start,
      to: paris("2026-11-24 11:00"),
    },
  ];
  expect(canStillTake(facts, slot)).toBe("free");
  expect(canStillTake({ ...facts, busy }, slot)).toBe("busy");
  expect(canStillTake({ ...facts, now: paris("2026-11-24 10:15") }, slot)).toBe("notice");
  expect(canStillTake(facts, { ...slot, worker: "conseiller-2" })).toBe("outsideOpenings");
  expect(canStillTake(facts, { ...slot, start: paris("2026-11-24 10:20") })).toBe(
    "outsideOpenings",
  );
  expect(canStillTake(facts, { ...slot, start: paris("2026-11-24 11:30") })).toBe(
    "outsideOpenings",
  );
});
