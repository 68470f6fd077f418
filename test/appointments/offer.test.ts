import { expect, test } from "vitest";
import { offerSlots, rankSlots } from "../../src/appointments/offer.ts";
import { freeSlots, type Slot, type SlotFacts } from "../../src/appointments/slots.ts";
import { publicHolidays } from "../../src/base/holidays.ts";
import { dateIn, timeIn } from "../../src/base/time.ts";
import { henincarvin, paris } from "./association.ts";

const facts: SlotFacts = {
  structure: "rencontres-et-loisirs",
  openings: henincarvin().openings,
  closures: [],
  holidays: publicHolidays(2026),
  busy: [],
  motif: {
    id: "premier-rendez-vous",
    durationMinutes: 45,
    minimumNoticeHours: 24,
    horizonDays: 28,
  },
  zone: "Europe/Paris",
  now: paris("2026-11-22 10:00"),
  demonstration: true,
};

const said = ({ start }: Slot) =>
  `${dateIn("Europe/Paris", start)} ${timeIn("Europe/Paris", start)}`;

const nearCarvin = ["ml-carvin", "ccas-libercourt", "siege-oignies", "msp-courrieres"];

test("the nearest site comes first, then the earliest", () => {
  const { slots } = freeSlots(facts, { sites: ["ml-carvin", "ccas-libercourt"] });
  const ranked = rankSlots(slots, { sitesByNearness: nearCarvin });
  expect(ranked.slice(0, 4).map((slot) => `${slot.site} ${said(slot)}`)).toEqual([
    "ml-carvin 2026-11-24 09:30",
    "ml-carvin 2026-11-24 10:15",
    "ml-carvin 2026-11-24 11:00",
    "ml-carvin 2026-11-26 14:00",
  ]);
  expect(ranked.at(-1)?.site).toBe("ccas-libercourt");
});

test("three times are shown, on different days or sites, then three others", () => {
  const { slots } = freeSlots(facts, { sites: nearCarvin });
  const ranked = rankSlots(slots, { sitesByNearness: nearCarvin });
  const page = (number: number) =>
    offerSlots(ranked, 3, number).slots.map((slot) => `${slot.site} ${said(slot)}`);
  expect(page(0)).toEqual([
    "ccas-libercourt 2026-11-23 10:15",
    "ml-carvin 2026-11-24 09:30",
    "ml-carvin 2026-11-26 14:00",
  ]);
  expect(page(1)).toEqual([
    "ccas-libercourt 2026-11-24 14:00",
    "ccas-libercourt 2026-11-30 09:30",
    "ml-carvin 2026-12-01 09:30",
  ]);
});

test("at a single site, the first page is over three days, and the pages hold every time once", () => {
  const openings = facts.openings.filter(({ id }) => id === "c1-mardi-matin");
  const { slots } = freeSlots({ ...facts, openings }, {});
  const pages = [0, 1, 2, 3].map((page) => offerSlots(slots, 3, page));
  expect(pages[0]?.slots.map(said)).toEqual([
    "2026-11-24 09:30",
    "2026-12-01 09:30",
    "2026-12-08 09:30",
  ]);
  expect(pages.flatMap((page) => page.slots.map(said)).sort()).toEqual(slots.map(said));
  expect(pages.map(({ more }) => more)).toEqual([true, true, true, false]);
  expect(offerSlots([], 3, 0)).toEqual({ slots: [], more: false });
});

test("open to the public, the file as it is offers no slot: a worker proposes a time", () => {
  const { slots, refused } = freeSlots({ ...facts, demonstration: false }, {});
  expect(slots).toEqual([]);
  expect([...new Set(refused.map(({ because }) => because))]).toEqual(["unconfirmed"]);
});
