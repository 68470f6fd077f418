import fc from "fast-check";
import { expect, test } from "vitest";
import { offerSlots, rankSlots } from "../../src/appointments/offer.ts";
import { roomResource, workerResource } from "../../src/appointments/resources.ts";
import { parseSlotId } from "../../src/appointments/slot-id.ts";
import { freeSlots, type Slot, type SlotFacts } from "../../src/appointments/slots.ts";
import { publicHolidays } from "../../src/base/holidays.ts";
import {
  after,
  dateIn,
  hour,
  instant,
  minute,
  timeIn,
  timeOfMinutes,
  weekday,
} from "../../src/base/time.ts";

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
    taken: fc.array(
      fc.record({
        resource: fc.constantFrom(
          workerResource(structure, "c1"),
          workerResource(structure, "c2"),
          roomResource(structure, "ml-carvin"),
        ),
        quarter: fc.integer({ min: 0, max: 14 * 96 }),
        quarters: fc.integer({ min: 1, max: 8 }),
      }),
      { maxLength: 20 },
    ),
  })
  .map(({ openings, now, durationMinutes, minimumNoticeHours, taken }) => ({
    structure,
    openings,
    closures: [],
    holidays: [2026, 2027, 2028].flatMap(publicHolidays),
    busy: taken.map(({ resource, quarter, quarters }) => {
      const from = after(now, quarter * 15 * minute);
      return { resource, from, to: after(from, quarters * 15 * minute) };
    }),
    motif: { id: "premier", durationMinutes, minimumNoticeHours, horizonDays: 14 },
    zone: "Europe/Paris",
    now,
    demonstration: false,
  }));

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
        expect(facts.holidays).not.toContain(date);
      }
    }),
    { numRuns: 150 },
  );
});

test("a slot that is taken goes away, and comes back when it is cancelled", () => {
  fc.assert(
    fc.property(situations, fc.nat(), (facts, choice) => {
      const before = freeSlots(facts, {}).slots;
      const chosen = before[choice % Math.max(1, before.length)];
      if (!chosen) return;
      const taken = {
        resource: workerResource(structure, chosen.worker),
        from: chosen.start,
        to: chosen.end,
      };
      const during = freeSlots({ ...facts, busy: [...facts.busy, taken] }, {}).slots;
      expect(during.some((slot) => slot.worker === chosen.worker && overlap(slot, chosen))).toBe(
        false,
      );
      expect(during.length).toBeGreaterThanOrEqual(before.length - 1);
      expect(freeSlots(facts, {}).slots).toEqual(before);
    }),
    { numRuns: 100 },
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
