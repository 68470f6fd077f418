import fc from "fast-check";
import { expect, test } from "vitest";
import { offerSlots, rankSlots } from "../../src/appointments/offer.ts";
import { roomResource, workerResource } from "../../src/appointments/resources.ts";
import type { SlotFacts } from "../../src/appointments/slot-facts.ts";
import { parseSlotId } from "../../src/appointments/slot-id.ts";
import { canStillTake, freeSlots, type Slot } from "../../src/appointments/slots.ts";
import type { Engagement } from "../../src/appointments/supply.ts";
import { isPublicHoliday } from "../../src/base/holidays.ts";
import {
  addDays,
  after,
  dateIn,
  hour,
  instant,
  localTime,
  minute,
  minutesOf,
  timeIn,
  timeOfMinutes,
  weekday,
} from "../../src/base/time.ts";
import { given } from "./given-facts.ts";

const start = instant("2026-01-01T00:00:00Z");
const twoYears = 2 * 365 * 24 * hour;

const momentInTwoYears = fc.oneof(
  fc.integer({ min: 0, max: twoYears / minute }).map((minutes) => after(start, minutes * minute)),
  // the days before clocks change, which chance alone would seldom meet
  fc
    .constantFrom("2026-03-25", "2026-10-21", "2027-03-24", "2027-10-27")
    .map((day) => instant(`${day}T08:00:00Z`)),
);

/** One range a day and worker, so that nobody is in two places. */
const openings = fc
  .uniqueArray(
    fc.record({
      worker: fc.constantFrom("c1", "c2"),
      weekday: fc.integer({ min: 1, max: 7 }),
      site: fc.constantFrom("ml-carvin", "ml-henin"),
      from: fc.oneof(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 2, max: 12 })),
      length: fc.integer({ min: 1, max: 15 }),
    }),
    { selector: ({ worker, weekday: day }) => `${worker}-${day}`, minLength: 1, maxLength: 14 },
  )
  .map((ranges) =>
    ranges.map(({ from, length, ...range }, place) => ({
      ...range,
      id: `range-${place}`,
      motifs: ["premier"],
      from: timeOfMinutes(from * 15),
      to: timeOfMinutes((from + length) * 15 - (from + length === 96 ? 1 : 0)),
      confirmed: true,
    })),
  );

const structure = "rencontres-et-loisirs";

const situations: fc.Arbitrary<SlotFacts> = fc
  .record({
    openings,
    now: momentInTwoYears,
    durationMinutes: fc.constantFrom(15, 30, 45, 50, 60, 90),
    minimumNoticeHours: fc.integer({ min: 0, max: 72 }),
    bufferAfterMinutes: fc.constantFrom(0, 0, 15, 30),
    limit: fc.constantFrom(null, null, 1, 2),
    taken: fc.array(
      fc.record({
        worker: fc.constantFrom("c1", "c2"),
        site: fc.constantFrom("ml-carvin", "ml-henin"),
        quarter: fc.integer({ min: 0, max: 14 * 96 }),
        quarters: fc.integer({ min: 1, max: 8 }),
      }),
      { maxLength: 20 },
    ),
    away: fc.array(
      fc.record({
        worker: fc.constantFrom("c1", "c2"),
        from: fc.integer({ min: 0, max: 14 }),
        days: fc.integer({ min: 1, max: 4 }),
        hours: fc.constantFrom(null, { from: localTime("10:00"), to: localTime("12:00") }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ openings, now, durationMinutes, bufferAfterMinutes, limit, taken, away, ...rest }) => {
    const today = dateIn("Europe/Paris", now);
    const engagements = taken.map(({ worker, site, quarter, quarters }) => {
      const from = after(now, quarter * 15 * minute);
      return {
        worker,
        site,
        mode: "place" as const,
        from,
        to: after(from, quarters * 15 * minute),
      };
    });
    return {
      ...given,
      ...{ openings, now, engagements },
      busy: engagements.flatMap(busyOf),
      motif: { id: "premier", durationMinutes, bufferAfterMinutes, ...rest, horizonDays: 14 },
      dailyLimits: limit === null ? [] : [{ worker: "c1", most: limit }],
      absences: away.map(({ worker, from, days, hours }) => ({
        ...{ worker, hours, recurrence: null },
        ...{ from: addDays(today, from), until: addDays(today, from + days) },
      })),
      demonstration: false,
    };
  });

/** What an appointment takes. */
function busyOf({ worker, site, from, to }: Engagement) {
  return [workerResource(structure, worker), roomResource(structure, site)].map((resource) => ({
    ...{ resource, from, to },
  }));
}

const overlap = (one: Slot, other: Slot) => one.start < other.end && other.start < one.end;

test("the slots of one worker never overlap, even when clocks change", () => {
  fc.assert(
    fc.property(situations, (facts) => {
      const { slots } = freeSlots(facts, {});
      const clashes = slots.filter((slot, place) =>
        slots.slice(0, place).some((other) => other.worker === slot.worker && overlap(slot, other)),
      );
      expect(clashes).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("a slot lies within one opening range, read on the wall, and on no holiday", () => {
  fc.assert(
    fc.property(situations, (facts) => {
      for (const slot of freeSlots(facts, {}).slots) {
        const date = dateIn(facts.zone, slot.start);
        const home = facts.openings.find(
          (range) =>
            range.worker === slot.worker &&
            range.site === slot.site &&
            range.weekday === weekday(date) &&
            range.from <= timeIn(facts.zone, slot.start) &&
            timeIn(facts.zone, slot.end) <= range.to,
        );
        expect(home).toBeDefined();
        expect(slot.end - slot.start).toBe(facts.motif.durationMinutes * minute);
        expect(slot.start - facts.now).toBeGreaterThanOrEqual(
          facts.motif.minimumNoticeHours * hour,
        );
        expect(isPublicHoliday(date)).toBe(false);
        const away = facts.absences.some(
          ({ worker, from, until, hours }) =>
            worker === slot.worker &&
            from <= date &&
            date <= (until ?? date) &&
            (hours === null ||
              (hours.from < timeIn(facts.zone, slot.end) &&
                timeIn(facts.zone, slot.start) < hours.to)),
        );
        expect(away).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
});

test("a slot that is taken goes away, and all that was free is free again when it is cancelled", () => {
  fc.assert(
    fc.property(situations, fc.nat(), (facts, choice) => {
      const before = freeSlots(facts, {}).slots;
      const chosen = before[choice % Math.max(1, before.length)];
      if (!chosen) return;
      const { worker, site, start: from, end: to } = chosen;
      const taken = { worker, site, mode: "place" as const, from, to };
      const during = {
        ...facts,
        engagements: [...facts.engagements, taken],
        busy: [...facts.busy, ...busyOf(taken)],
      };
      const left = freeSlots(during, {}).slots;
      expect(left.some((slot) => slot.worker === worker && overlap(slot, chosen))).toBe(false);
      expect(left.some((slot) => slot.site === site && overlap(slot, chosen))).toBe(false);
      const cancelled = { ...during, engagements: facts.engagements, busy: facts.busy };
      expect(freeSlots(cancelled, {}).slots).toEqual(before);
    }),
    { numRuns: 100 },
  );
});

test("every minute of a range is in a slot, kept free around one, or refused for a reason, once", () => {
  fc.assert(
    fc.property(situations, (facts) => {
      const { slots, refused } = freeSlots(facts, {});
      const { durationMinutes, bufferAfterMinutes = 0 } = facts.motif;
      const length = Math.ceil((durationMinutes + bufferAfterMinutes) / 15) * 15;
      const parts = [
        ...refused.map(({ worker, date, from, to }) => ({ day: `${worker} ${date}`, from, to })),
        ...slots.map(({ worker, start: at }) => {
          const from = minutesOf(timeIn(facts.zone, at));
          return { day: `${worker} ${dateIn(facts.zone, at)}`, from, to: from + length };
        }),
      ];
      for (const { id, worker, weekday: day, from, to } of facts.openings) {
        const days = refused.filter(({ opening }) => opening === id).map(({ date }) => date);
        for (const date of new Set(days)) {
          expect(weekday(date)).toBe(day);
          const ofDay = parts
            .filter((part) => part.day === `${worker} ${date}`)
            .toSorted((one, other) => one.from - other.from);
          expect(ofDay[0]?.from).toBe(minutesOf(from));
          for (const [place, part] of ofDay.entries()) {
            const next = ofDay[place + 1];
            if (next) expect(next.from).toBe(part.to);
            else expect(part.to).toBeGreaterThanOrEqual(minutesOf(to));
          }
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("what is offered may be taken, and what is refused may not", () => {
  fc.assert(
    fc.property(situations, (facts) => {
      const { slots } = freeSlots(facts, {});
      for (const slot of slots) expect(canStillTake(facts, slot)).toBe("free");
      for (const { worker, site, from } of facts.engagements)
        expect(canStillTake(facts, { worker, site, start: from })).not.toBe("free");
    }),
    { numRuns: 40 },
  );
});

test("the pages of an offer hold every slot, once, and ids lead back to their slot", () => {
  fc.assert(
    fc.property(situations, (facts) => {
      const { slots } = freeSlots(facts, {});
      const ranked = rankSlots(slots, { sitesByNearness: ["ml-henin"] });
      const pages = Array.from({ length: Math.ceil(slots.length / 3) + 1 }, (_, page) =>
        offerSlots(ranked, 3, page),
      );
      const shown = pages.flatMap((page) => page.slots.map(({ id }) => id));
      expect(shown.toSorted()).toEqual(slots.map(({ id }) => id).toSorted());
      for (const { id, site, worker, start: at } of slots)
        expect(parseSlotId(id)).toEqual({ site, worker, start: at });
    }),
    { numRuns: 100 },
  );
});
