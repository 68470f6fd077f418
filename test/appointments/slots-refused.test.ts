import { expect, test } from "vitest";
import { roomResource, workerResource } from "../../src/appointments/resources.ts";
import type { SlotFacts } from "../../src/appointments/slot-facts.ts";
import { canStillTake, freeSlots } from "../../src/appointments/slots.ts";
import type { SiteFacts } from "../../src/appointments/supply.ts";
import { localDate, localTime, timeIn, timeOfMinutes } from "../../src/base/time.ts";
import { paris } from "./association.ts";
import { given, tuesday } from "./given-facts.ts";

const day = localDate("2026-11-24");
const carvin: SiteFacts = {
  zone: "Europe/Paris",
  holidays: "metropole",
  rooms: ["ml-carvin"],
  coordinates: null,
};
const only = { from: day, until: day };
const times = (facts: SlotFacts, date = day) =>
  freeSlots(facts, { from: date, until: date }).slots.map(({ start }) =>
    timeIn("Europe/Paris", start),
  );
const refused = (facts: SlotFacts, date = day) =>
  freeSlots(facts, { from: date, until: date }).refused.map(
    ({ from, to, because }) => `${timeOfMinutes(from)}-${timeOfMinutes(to)} ${because}`,
  );
const taken = (resource: string, from: string, to: string) => ({
  ...{ resource, from: paris(`2026-11-24 ${from}`), to: paris(`2026-11-24 ${to}`) },
});
const worker = workerResource(given.structure, "conseillere-1");
const expected = (site: string, from: string, to: string, mode: "place" | "phone" | "home") => ({
  ...{ worker: "conseillere-1", site, mode },
  ...{ from: paris(`2026-11-24 ${from}`), to: paris(`2026-11-24 ${to}`) },
});
const onDay = (date: string) => ({
  ...expected("ml-carvin", "14:00", "14:45", "place"),
  ...{ from: paris(`${date} 14:00`), to: paris(`${date} 14:45`) },
});
const away = { worker: "conseillere-1", from: day, until: day, recurrence: null };
const hours = (from: string, to: string) => ({ from: localTime(from), to: localTime(to) });

test.each<[string, Partial<SlotFacts>, string[], string[]]>([
  [
    "an opening that nobody confirmed, open to the public",
    { demonstration: false, openings: [{ ...tuesday, confirmed: false }] },
    [],
    ["09:30-12:00 unconfirmed"],
  ],
  [
    "a day called off",
    { exceptions: [{ opening: "mardi", date: day, instead: null }] },
    [],
    ["09:30-12:00 cancelled"],
  ],
  [
    "other hours that day",
    {
      exceptions: [
        { opening: "mardi", date: day, instead: { ...hours("14:00", "15:30"), site: "ml-carvin" } },
      ],
    },
    ["14:00", "14:45"],
    [],
  ],
  [
    "a closure of all",
    { closures: [{ from: localDate("2026-11-20"), to: day }] },
    [],
    ["09:30-12:00 closure"],
  ],
  ["a day away", { absences: [{ ...away, hours: null }] }, [], ["09:30-12:00 absence"]],
  [
    "days away, without an end yet",
    { absences: [{ ...away, until: null, hours: null }] },
    [],
    ["09:30-12:00 absence"],
  ],
  [
    "an hour away",
    { absences: [{ ...away, hours: hours("10:00", "11:00") }] },
    ["11:00"],
    ["09:30-11:00 absence", "11:45-12:00 tooShort"],
  ],
  [
    "each second Tuesday away",
    {
      absences: [
        {
          ...{ worker: "conseillere-1", from: localDate("2026-11-10"), until: null, hours: null },
          recurrence: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        },
      ],
    },
    [],
    ["09:30-12:00 absence"],
  ],
  [
    "somebody else away",
    { absences: [{ ...away, worker: "conseiller-2", hours: null }] },
    ["09:30", "10:15", "11:00"],
    ["11:45-12:00 tooShort"],
  ],
  [
    "as many appointments as the worker may have",
    {
      dailyLimits: [{ worker: "conseillere-1", most: 1 }],
      engagements: [expected("ml-carvin", "14:00", "14:45", "place")],
    },
    [],
    ["09:30-12:00 dailyLimit"],
  ],
  [
    "as many as the worker may have in a week, the others on Monday and on Sunday",
    {
      dailyLimits: [{ worker: "conseillere-1", most: 5, mostAWeek: 2 }],
      engagements: [onDay("2026-11-23"), onDay("2026-11-29")],
    },
    [],
    ["09:30-12:00 weeklyLimit"],
  ],
  [
    "as many in the week before and the week after",
    {
      dailyLimits: [{ worker: "conseillere-1", most: 5, mostAWeek: 2 }],
      engagements: [onDay("2026-11-22"), onDay("2026-11-30"), onDay("2026-11-23")],
    },
    ["09:30", "10:15", "11:00"],
    ["11:45-12:00 tooShort"],
  ],
  [
    "one less than they may have",
    {
      dailyLimits: [{ worker: "conseillere-1", most: 2 }],
      engagements: [expected("ml-carvin", "14:00", "14:45", "place")],
    },
    ["09:30", "10:15", "11:00"],
    ["11:45-12:00 tooShort"],
  ],
  [
    "the worker taken",
    { busy: [taken(worker, "10:00", "10:30")] },
    ["10:30", "11:15"],
    ["09:30-10:30 busy"],
  ],
  [
    "the only room taken",
    { busy: [taken(roomResource(given.structure, "ml-carvin"), "09:30", "11:00")] },
    ["11:00"],
    ["09:30-11:00 room", "11:45-12:00 tooShort"],
  ],
  [
    "one room of two taken",
    {
      sites: new Map([["ml-carvin", { ...carvin, rooms: ["bureau-1", "bureau-2"] }]]),
      busy: [taken(roomResource(given.structure, "bureau-1"), "09:30", "12:00")],
    },
    ["09:30", "10:15", "11:00"],
    ["11:45-12:00 tooShort"],
  ],
  [
    "a room that another site shares taken",
    {
      sites: new Map([["ml-carvin", { ...carvin, rooms: ["salle-commune"] }]]),
      busy: [taken(roomResource(given.structure, "salle-commune"), "09:30", "12:00")],
    },
    [],
    ["09:30-11:30 room", "11:30-12:00 tooShort"],
  ],
  [
    "a quarter kept free after each",
    { motif: { ...given.motif, bufferAfterMinutes: 15 } },
    ["09:30", "10:30"],
    ["11:30-12:00 tooShort"],
  ],
  [
    "a quarter kept free before, where the worker is taken",
    {
      motif: { ...given.motif, bufferBeforeMinutes: 15 },
      busy: [taken(worker, "09:15", "09:30")],
    },
    ["09:45", "10:45"],
    ["09:30-09:45 buffer", "11:45-12:00 tooShort"],
  ],
  [
    "on the way from another site, of which nothing is known",
    { engagements: [expected("ml-henin", "08:30", "09:15", "place")] },
    ["09:45", "10:30", "11:15"],
    ["09:30-09:45 travel"],
  ],
  [
    "on the way to the next site, as the team wrote it",
    {
      engagements: [expected("ml-henin", "12:00", "12:45", "place")],
      travel: [{ between: ["ml-henin", "ml-carvin"], minutes: 45 }],
    },
    ["09:30", "10:15"],
    ["11:00-11:30 travel", "11:30-12:00 tooShort"],
  ],
  [
    "a call before, that takes nobody anywhere",
    { engagements: [expected("ml-henin", "08:30", "09:30", "phone")] },
    ["09:30", "10:15", "11:00"],
    ["11:45-12:00 tooShort"],
  ],
  [
    "a visit at home before, of which the way is not known",
    { engagements: [expected("ml-carvin", "08:30", "09:30", "home")] },
    ["10:00", "10:45"],
    ["09:30-10:00 travel", "11:30-12:00 tooShort"],
  ],
  [
    "the notice",
    { now: paris("2026-11-23 10:00") },
    ["10:15", "11:00"],
    ["09:30-10:15 notice", "11:45-12:00 tooShort"],
  ],
  [
    "a range that is too short",
    { openings: [{ ...tuesday, to: localTime("10:00") }] },
    [],
    ["09:30-10:00 tooShort"],
  ],
  [
    "a call, which needs no room",
    { mode: "phone", busy: [taken(roomResource(given.structure, "ml-carvin"), "09:30", "12:00")] },
    ["09:30", "10:15", "11:00"],
    ["11:45-12:00 tooShort"],
  ],
  [
    "a range where nobody is called",
    { mode: "phone", openings: [{ ...tuesday, modes: ["place"] }] },
    [],
    [],
  ],
])("on that Tuesday: %s", (_, change, free, why) => {
  const facts = { ...given, ...change };
  expect(times(facts)).toEqual(free);
  expect(refused(facts)).toEqual(why);
});

test("an opening elsewhere for one day is at the other site, and takes its room", () => {
  const instead = { from: tuesday.from, to: tuesday.to, site: "ml-henin" };
  const facts = { ...given, exceptions: [{ opening: "mardi", date: day, instead }] };
  expect(freeSlots(facts, { ...only, sites: ["ml-carvin"] }).slots).toEqual([]);
  expect(freeSlots(facts, { ...only, sites: ["ml-henin"] }).slots[0]).toMatchObject({
    site: "ml-henin",
    resources: [worker, roomResource(given.structure, "ml-henin")],
  });
  const next = localDate("2026-12-01");
  expect(times(facts, next)).toEqual(["09:30", "10:15", "11:00"]);
});

test("on a public holiday nobody receives, save where a day was laid down on purpose", () => {
  const facts = {
    ...given,
    now: paris("2026-12-20 10:00"),
    openings: [{ ...tuesday, weekday: 5 }],
  };
  const christmas = localDate("2026-12-25");
  expect(refused(facts, christmas)).toEqual(["09:30-12:00 holiday"]);
  const { weekday: _, ...once } = tuesday;
  const laid = { ...facts, openings: [{ ...once, id: "noel", date: christmas }] };
  expect(times(laid, christmas)).toEqual(["09:30", "10:15", "11:00"]);
});

test.each([
  ["reunion", "Indian/Reunion"],
  ["metropole", "Europe/Paris"],
] as const)(
  "20 December is a working day or not as the site's region (%s) says",
  (holidays, zone) => {
    const sites = new Map([["ml-carvin", { ...carvin, holidays, zone }]]);
    const facts = {
      ...{ ...given, sites, now: paris("2027-12-10 10:00") },
      openings: [{ ...tuesday, weekday: 1 }],
    };
    const date = localDate("2027-12-20");
    expect(
      freeSlots(facts, { from: date, until: date }).slots.map(({ start }) => timeIn(zone, start)),
    ).toEqual(holidays === "reunion" ? [] : ["09:30", "10:15", "11:00"]);
  },
);

test("a site in La Réunion keeps its own clock beside the sites of Paris", () => {
  const saintDenis = {
    ...carvin,
    zone: "Indian/Reunion",
    holidays: "reunion" as const,
    rooms: ["a"],
  };
  const facts = {
    ...given,
    sites: new Map([["saint-denis", saintDenis]]),
    openings: [tuesday, { ...tuesday, id: "la-bas", worker: "w2", site: "saint-denis" }],
  };
  expect(
    freeSlots(facts, only).slots.map(
      ({ site, start }) => `${site} ${timeIn("Europe/Paris", start)}`,
    ),
  ).toEqual([
    ...["saint-denis 06:30", "saint-denis 07:15", "saint-denis 08:00"],
    ...["ml-carvin 09:30", "ml-carvin 10:15", "ml-carvin 11:00"],
  ]);
  const start = paris("2026-11-24 06:30");
  expect(canStillTake(facts, { site: "saint-denis", worker: "w2", start })).toBe("free");
});

test("the second Tuesday of each month, within its months, and not on the day called off", () => {
  const { weekday: _, ...once } = tuesday;
  const facts: SlotFacts = {
    ...given,
    motif: { ...given.motif, horizonDays: 180 },
    openings: [
      {
        ...{ ...once, recurrence: "FREQ=MONTHLY;BYDAY=2TU" },
        ...{ validFrom: localDate("2026-09-08"), validUntil: localDate("2027-04-30") },
      },
    ],
    exceptions: [{ opening: "mardi", date: localDate("2027-02-09"), instead: null }],
  };
  expect(freeSlots(facts, {}).slots.length).toBe(12);
  const days = ["2026-12-08", "2027-01-12", "2027-03-09", "2027-04-13"];
  for (const date of days)
    expect(times(facts, localDate(date))).toEqual(["09:30", "10:15", "11:00"]);
  expect(refused(facts, localDate("2027-02-09"))).toEqual(["09:30-12:00 cancelled"]);
  expect(refused(facts, localDate("2027-05-11"))).toEqual([]);
});
