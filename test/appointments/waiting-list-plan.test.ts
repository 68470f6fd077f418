import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slotId } from "../../src/appointments/slot-id.ts";
import type { Slot } from "../../src/appointments/slots.ts";
import { type Band, suits, type WaitingWish } from "../../src/appointments/waiting-list.ts";
import { mayOfferAt } from "../../src/appointments/waiting-list-hours.ts";
import {
  type PastOffer,
  planOffers,
  type Waiting,
} from "../../src/appointments/waiting-list-plan.ts";
import type { ConversationId, PersonId } from "../../src/base/ids.ts";
import {
  after,
  hour,
  type Instant,
  instant,
  localTime,
  minute,
  timeIn,
} from "../../src/base/time.ts";

const zone = "Europe/Paris";
const now = instant("2026-11-23T09:00:00+01:00");
const anything: WaitingWish = { sites: null, days: null, half: "anyTime", phone: false };
const motif = "premier-rendez-vous";

function slotAt(iso: string, site = "carvin", worker = "w1"): Slot {
  const start = instant(iso);
  const named = { site, worker, start };
  return { ...named, id: slotId(named), end: after(start, 45 * minute), resources: [] };
}

interface Somebody {
  readonly id: string;
  readonly band?: Band;
  readonly since?: number;
  readonly wish?: Partial<WaitingWish>;
  readonly appointment?: string;
  readonly offers?: readonly PastOffer[];
  readonly barred?: Waiting["barred"];
  readonly known?: readonly string[];
  readonly askAt?: string;
  readonly askedAt?: string;
}

function somebody(who: Somebody): Waiting {
  return {
    entry: {
      id: who.id,
      structure: "s",
      conversation: who.id as ConversationId,
      kind: who.appointment ? "earlier" : "first",
      motif,
      wish: { ...anything, ...who.wish },
      known: who.known ?? [],
      band: who.band ?? 0,
      since: after(now, -(who.since ?? 1) * hour),
      askAt: instant(who.askAt ?? "2026-12-14T09:00:00+01:00"),
      askedAt: who.askedAt ? instant(who.askedAt) : null,
    },
    person: who.id as PersonId,
    appointment: who.appointment ? { start: instant(who.appointment) } : null,
    offers: who.offers ?? [],
    barred: who.barred ?? null,
  };
}

const plan = (people: readonly Somebody[], slots: readonly Slot[], at = now) =>
  planOffers(people.map(somebody), new Map([[motif, slots]]), { now: at, zone });

const given = (people: readonly Somebody[], slots: readonly Slot[]) =>
  plan(people, slots).offers.map(({ waiting, slot }) => `${waiting.entry.id} ${slot.id}`);

const tuesday = slotAt("2026-11-24T09:30:00+01:00");
const afternoon = slotAt("2026-11-24T14:00:00+01:00", "oignies");

describe("the fair order", () => {
  test("a freed time is offered to who came first, and to nobody else", () => {
    const people = [
      { id: "late", since: 1 },
      { id: "first", since: 5 },
    ];
    expect(given(people, [tuesday])).toEqual([`first ${tuesday.id}`]);
  });
  test("a band set by a worker goes before arrival", () => {
    const people = [
      { id: "first", since: 5 },
      { id: "pressing", since: 1, band: 1 as const },
    ];
    expect(given(people, [tuesday])).toEqual([`pressing ${tuesday.id}`]);
  });
  test("two freed times go to two people, the earlier one to the first", () => {
    const people = [
      { id: "b", since: 1 },
      { id: "a", since: 5 },
    ];
    expect(given(people, [tuesday, afternoon])).toEqual([`a ${tuesday.id}`, `b ${afternoon.id}`]);
  });
  test("who it does not suit is passed by, and keeps their turn", () => {
    const people = [
      { id: "first", since: 5, wish: { half: "afternoon" as const } },
      { id: "next" },
    ];
    expect(given(people, [tuesday])).toEqual([`next ${tuesday.id}`]);
    expect(plan(people, [tuesday]).passed).toEqual([{ id: "first", because: "nothingFits" }]);
  });
  test("two times of one room at the same hour are not offered at once", () => {
    const other = slotAt("2026-11-24T09:45:00+01:00", "carvin", "w2");
    expect(given([{ id: "a", since: 2 }, { id: "b" }], [tuesday, other])).toEqual([
      `a ${tuesday.id}`,
    ]);
  });
});

const before = (became: PastOffer["became"], at = "2026-11-23T08:40:00+01:00", of = afternoon) => ({
  ...of,
  at: instant(at),
  became,
});

test.each<[string, Partial<Somebody>, string | null]>([
  ["a worker speaks with them", { barred: "held" }, "held"],
  ["they want no reminders", { barred: "stopped" }, "stopped"],
  ["another offer is open", { offers: [before("open")] }, "offerOpen"],
  ["they left one unanswered today", { offers: [before("unanswered")] }, "noAnswerToday"],
  [
    "they left one unanswered yesterday",
    { offers: [before("unanswered", "2026-11-22T12:00:00+01:00")] },
    null,
  ],
  ["they refused another time", { offers: [before("refused")] }, null],
  [
    "they refused this very time",
    { offers: [before("refused", "2026-11-20T12:00:00+01:00", tuesday)] },
    "nothingFits",
  ],
  [
    "they were offered three today",
    {
      offers: ["08:31", "08:35", "08:40"].map((time) =>
        before("refused", `2026-11-23T${time}:00+01:00`),
      ),
    },
    "enoughToday",
  ],
  ["they knew it when they joined", { known: [tuesday.id] }, "nothingFits"],
  ["they are asked whether they still wait", { askedAt: "2026-11-20T09:00:00+01:00" }, "asked"],
  ["it is time to ask them", { askAt: "2026-11-23T08:59:00+01:00" }, "asked"],
  ["their appointment is sooner", { appointment: "2026-11-24T09:00:00+01:00" }, "nothingFits"],
  ["it overlaps their appointment", { appointment: "2026-11-24T10:00:00+01:00" }, "nothingFits"],
  ["their appointment begins as it ends", { appointment: "2026-11-24T10:15:00+01:00" }, null],
])("offered or passed by: %s", (_, who, because) => {
  const { passed, offers } = plan([{ id: "a", ...who }], [tuesday]);
  expect(passed.map((one) => one.because)).toEqual(because === null ? [] : [because]);
  expect(offers).toHaveLength(because === null ? 1 : 0);
});

test.each([
  ["2026-11-23T11:29:00+01:00", 0],
  ["2026-11-23T11:30:00+01:00", 1],
])("a time at %s is too near, or leaves two hours to come after the offer", (iso, offered) => {
  expect(plan([{ id: "a" }], [slotAt(iso)]).offers).toHaveLength(offered);
});

test("who has an appointment waits no more, who lost the one to come before neither", () => {
  const booked = somebody({ id: "a" });
  const lost = somebody({ id: "b", appointment: "2026-11-25T09:00:00+01:00" });
  const { over } = planOffers(
    [
      { ...booked, appointment: { start: tuesday.start } },
      { ...lost, appointment: null },
    ],
    new Map(),
    { now, zone },
  );
  expect(over).toEqual([
    { id: "a", because: "served" },
    { id: "b", because: "noAppointment" },
  ]);
});

test("three offers in a row without an answer: they are asked, and once they stay the count begins anew", () => {
  const days = ["20", "21", "22"].map((day) =>
    before("unanswered", `2026-11-${day}T10:00:00+01:00`),
  );
  expect(plan([{ id: "a", offers: days }], [tuesday]).ask).toHaveLength(1);
  const stayed = { id: "a", offers: days, askAt: "2026-12-20T12:00:00+01:00" };
  expect(plan([stayed], [tuesday]).ask).toEqual([]);
  expect(plan([{ id: "a", offers: days.slice(1) }], [tuesday]).ask).toEqual([]);
});

test.each([
  ["monday at nine", "2026-11-23T09:00:00+01:00", true],
  ["before the morning", "2026-11-23T08:29:00+01:00", false],
  ["at the end of the night", "2026-11-23T08:30:00+01:00", true],
  ["so late that it would end in quiet hours", "2026-11-23T19:31:00+01:00", false],
  ["a sunday", "2026-11-22T11:00:00+01:00", false],
  ["Christmas", "2026-12-25T11:00:00+01:00", false],
  ["the sunday of the change of clocks", "2026-10-25T10:00:00+01:00", false],
])("an offer begins or not: %s", (_, at, may) => {
  const quiet = { from: localTime("20:00"), to: localTime("08:30") };
  expect(mayOfferAt(instant(at), zone, quiet)).toBe(may);
});

test("noon is of the afternoon, and days are those of the wall there", () => {
  const noon = slotAt("2026-11-24T12:00:00+01:00");
  expect(suits({ ...anything, half: "afternoon" }, noon, zone)).toBe(true);
  expect(suits({ ...anything, half: "morning" }, noon, zone)).toBe(false);
  const late = slotAt("2026-11-23T22:00:00Z");
  expect(suits({ ...anything, days: [2] }, late, "Indian/Reunion")).toBe(true);
  expect(suits({ ...anything, days: [2] }, late, zone)).toBe(false);
});

const anySlot = fc
  .record({
    quarter: fc.integer({ min: 0, max: 4 * 24 * 5 }),
    site: fc.constantFrom("carvin", "oignies"),
    worker: fc.constantFrom("w1", "w2"),
  })
  .map(({ quarter, site, worker }) => {
    const start = after(now, quarter * 15 * minute);
    return {
      site,
      worker,
      start,
      id: slotId({ site, worker, start }),
      end: after(start, 45 * minute),
      resources: [],
    };
  });

const anyOffer = fc.record({
  slot: anySlot,
  ago: fc.integer({ min: 1, max: 60 }),
  became: fc.constantFrom<PastOffer["became"]>("open", "refused", "unanswered"),
});

const anyPeople = fc.array(
  fc.record({
    band: fc.constantFrom<Band>(0, 1, 2),
    since: fc.integer({ min: 1, max: 500 }),
    half: fc.constantFrom("morning" as const, "afternoon" as const, "anyTime" as const),
    sites: fc.constantFrom(null, ["carvin"], ["oignies"]),
    days: fc.constantFrom(null, [1, 2], [4]),
    barred: fc.constantFrom(null, null, "held" as const),
    offers: fc.array(anyOffer, { maxLength: 3 }),
  }),
  { maxLength: 8 },
);

test("whoever waits and whatever is free: nobody is overtaken by somebody behind them", () => {
  fc.assert(
    fc.property(anyPeople, fc.array(anySlot, { maxLength: 8 }), (people, slots) => {
      const list = people.map(({ half, sites, days, offers, ...who }, place) =>
        somebody({
          ...who,
          id: `p${place}`,
          wish: { half, sites, days },
          offers: offers.map(({ slot, ago, became }) => ({
            ...slot,
            at: after(now, -ago * hour),
            became,
          })),
        }),
      );
      const sorted = slots.toSorted((one, other) => one.start - other.start);
      const made = planOffers(list, new Map([[motif, sorted]]), { now, zone });
      // each person once, each time once, each entry accounted for once
      const served = made.offers.map(({ waiting }) => waiting.person);
      expect(new Set(served).size).toBe(served.length);
      expect(made.offers.length + made.passed.length + made.over.length).toBe(list.length);
      for (const { waiting, slot } of made.offers) {
        expect(suits(waiting.entry.wish, slot, zone)).toBe(true);
        expect(slot.start - now).toBeGreaterThanOrEqual(2.5 * hour);
        expect(waiting.barred).toBeNull();
        for (const other of made.offers) {
          const meets = other.slot.start < slot.end && slot.start < other.slot.end;
          const shares = other.slot.worker === slot.worker || other.slot.site === slot.site;
          expect(other.slot === slot || !meets || !shares).toBe(true);
        }
        for (const { id, because } of made.passed) {
          const ahead = list.find(({ entry }) => entry.id === id);
          if (!ahead || because !== "nothingFits") continue;
          const isBefore =
            ahead.entry.band > waiting.entry.band ||
            (ahead.entry.band === waiting.entry.band && ahead.entry.since < waiting.entry.since);
          const had = ahead.offers.some((offer) => slotId(offer) === slot.id);
          expect(isBefore && suits(ahead.entry.wish, slot, zone) && !had).toBe(false);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("at whatever minute of the year, an offer neither begins nor ends in quiet hours", () => {
  const quiet = { from: localTime("20:00"), to: localTime("08:30") };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 366 * 24 * 60 }), (minutes) => {
      const at = after(now, minutes * minute) as Instant;
      if (!mayOfferAt(at, zone, quiet)) return;
      for (const moment of [at, after(at, 30 * minute)]) {
        const time = timeIn(zone, moment);
        expect(time >= "08:30" && time < "20:00").toBe(true);
      }
    }),
  );
});
