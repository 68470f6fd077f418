import { hour } from "../base/time.ts";
import type { Slot } from "./slots.ts";

/** What makes one time better than another, for somebody. */
export interface Preference {
  /** Sites from the nearest on; those that are not in the list come last. */
  readonly sitesByNearness: readonly string[];
  /** Whom they saw the last time; null or absent: nobody yet. */
  readonly lastWorker?: string | null;
  /** Whether a time touches another appointment of its worker, and so leaves no hole in the day. */
  readonly fillsHole?: (slot: Slot) => boolean;
}

/** The worker of the last time first, then the nearest site, the earliest, the one that fills a hole. */
export function rankSlots(
  slots: readonly Slot[],
  { sitesByNearness, lastWorker = null, fillsHole = () => false }: Preference,
): readonly Slot[] {
  const nearness = new Map(sitesByNearness.map((site, place) => [site, place]));
  const far = ({ site }: Slot): number => nearness.get(site) ?? sitesByNearness.length;
  const unknown = ({ worker }: Slot): number => (worker === lastWorker ? 0 : 1);
  const holed = (slot: Slot): number => (fillsHole(slot) ? 0 : 1);
  return slots.toSorted(
    (one, other) =>
      unknown(one) - unknown(other) ||
      far(one) - far(other) ||
      one.start - other.start ||
      holed(one) - holed(other) ||
      (one.id < other.id ? -1 : 1),
  );
}

export interface Offer {
  /** In the order of time. */
  readonly slots: readonly Slot[];
  /** Whether "other times" leads anywhere. */
  readonly more: boolean;
}

/**
 * One page of ranked slots, the first page being 0. Each page spreads over days and sites: a person
 * who cannot come on Tuesday morning is not shown three quarters of Tuesday morning. One site further,
 * and another worker than the last time, weigh as much as one week later. Every slot is on one page, and
 * on one only.
 */
export function offerSlots(
  ranked: readonly Slot[],
  count: number,
  page: number,
  lastWorker: string | null = null,
): Offer {
  const spread = spreadOut(ranked, (slot) => lastWorker === null || slot.worker === lastWorker);
  const shown = spread.slice(page * count, (page + 1) * count);
  return {
    slots: shown.toSorted((one, other) => one.start - other.start),
    more: spread.length > (page + 1) * count,
  };
}

interface HalfDay {
  /** With the worker of the last time, where there was one. */
  readonly isKnown: boolean;
  readonly site: string;
  readonly start: number;
  readonly slots: Slot[];
}

/** First the first time of each day of each site, then the second of each, and so on. */
function spreadOut(ranked: readonly Slot[], isKnown: (slot: Slot) => boolean): readonly Slot[] {
  const days = byDay(ranked, isKnown);
  const sites = [...new Set(ranked.map(({ site }) => site))];
  const earliest = Math.min(...days.map(({ start }) => start));
  const weight = ({ isKnown, site, start }: HalfDay): number =>
    (isKnown ? 0 : 1) + sites.indexOf(site) + Math.floor((start - earliest) / (7 * 24 * hour));
  const ordered = days.toSorted(
    (one, other) => weight(one) - weight(other) || one.start - other.start,
  );
  const rounds = Math.max(0, ...ordered.map(({ slots }) => slots.length));
  return Array.from({ length: rounds }, (_, round) =>
    ordered.flatMap(({ slots }) => slots.slice(round, round + 1)),
  ).flat();
}

/** Times of one site less than twelve hours after the first of them: one day, whatever the zone. */
function byDay(ranked: readonly Slot[], isKnown: (slot: Slot) => boolean): readonly HalfDay[] {
  const days: HalfDay[] = [];
  for (const slot of ranked) {
    const { site, start } = slot;
    const known = isKnown(slot);
    const day = days.at(-1);
    const isSameDay = day !== undefined && start >= day.start && start - day.start < 12 * hour;
    if (isSameDay && day.site === site && day.isKnown === known) day.slots.push(slot);
    else days.push({ isKnown: known, site, start, slots: [slot] });
  }
  return days;
}
