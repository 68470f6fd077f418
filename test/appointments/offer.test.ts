import { expect, test } from "vitest";
import type { Appointment } from "../../src/appointments/appointment.ts";
import { fillsHole } from "../../src/appointments/fills-hole.ts";
import { lastWorkerIn } from "../../src/appointments/last-worker.ts";
import { offerSlots, rankSlots } from "../../src/appointments/offer.ts";
import { freeSlots, type Slot } from "../../src/appointments/slots.ts";
import { after, dateIn, minute, timeIn } from "../../src/base/time.ts";
import { appointment } from "../flows/real-house.ts";
import { henincarvin, paris } from "./association.ts";
import { given } from "./given-facts.ts";

const facts = { ...given, openings: henincarvin().openings };

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

test("the worker of the last time comes first, then the nearest site, the earliest, what fills a hole", () => {
  const slot = (worker: string, site: string, at: string): Slot => {
    const start = paris(at);
    const id = `${worker} ${site} ${at}`;
    return { id, worker, site, start, end: after(start, 45 * minute), resources: [] };
  };
  const far = slot("nadia", "ml-henin", "2026-12-10 14:00");
  const early = slot("paul", "ml-carvin", "2026-11-24 09:30");
  const late = slot("paul", "ml-carvin", "2026-11-25 09:30");
  const lone = slot("alex", "ml-carvin", "2026-11-25 09:30");
  const beside = { from: paris("2026-11-25 10:15"), to: paris("2026-11-25 11:00") };
  const engagements = [{ worker: "paul", site: "ml-carvin", mode: "place" as const, ...beside }];
  const ranked = rankSlots([lone, late, far, early], {
    sitesByNearness: ["ml-carvin", "ml-henin"],
    lastWorker: "nadia",
    fillsHole: fillsHole({ engagements }),
  });
  expect(ranked.map(({ id }) => id)).toEqual([far.id, early.id, late.id, lone.id]);
  // two weeks and a half of waiting, and another site, weigh more than a known face
  expect(offerSlots(ranked, 3, 0, "nadia").slots.map(({ id }) => id)).toEqual(
    [early, late, far].map(({ id }) => id),
  );
});

test("whom somebody saw is the worker of the last appointment that took place", () => {
  const now = paris("2026-11-22 10:00");
  const had = (worker: string, at: string, status: Appointment["status"]): Appointment => ({
    ...appointment,
    ...{ worker, status, start: paris(at), end: after(paris(at), 45 * minute) },
  });
  expect(lastWorkerIn([], now)).toBe(null);
  expect(
    lastWorkerIn(
      [
        had("later", "2026-11-24 09:30", "booked"),
        had("missed", "2026-11-20 09:30", "absent"),
        had("met", "2026-11-19 09:30", "booked"),
        had("before", "2026-11-10 09:30", "seen"),
      ],
      now,
    ),
  ).toBe("met");
});
