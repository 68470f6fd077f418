import { hour } from "../base/time.ts";
import type { Slot } from "./slots.ts";

/** The nearest site first, then the earliest; sites that are not in the list come last. */
export function rankSlots(
  slots: readonly Slot[],
  { sitesByNearness }: { readonly sitesByNearness: readonly string[] },
): readonly Slot[] {
  const rank = ({ site }: Slot): number => {
    const place = sitesByNearness.indexOf(site);
    return place === -1 ? sitesByNearness.length : place;
  };
  return slots.toSorted(
    (one, other) =>
      rank(one) - rank(other) || one.start - other.start || (one.id < other.id ? -1 : 1),
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
 * who cannot come on Tuesday morning is not shown three quarters of Tuesday morning. One site further
 * weighs as much as one week later. Every slot is on one page, and on one only.
 */
export function offerSlots(ranked: readonly Slot[], count: number, page: number): Offer {
  const spread = spreadOut(ranked);
  const shown = spread.slice(page * count, (page + 1) * count);
  return {
    slots: shown.toSorted((one, other) => one.start - other.start),
    more: spread.length > (page + 1) * count,
  };
}

interface HalfDay {
  readonly site: string;
  readonly start: number;
  readonly slots: Slot[];
}

/** First the first time of each day of each site, then the second of each, and so on. */
function spreadOut(ranked: readonly Slot[]): readonly Slot[] {
  const days = byDay(ranked);
  const sites = [...new Set(ranked.map(({ site }) => site))];
  const earliest = Math.min(...days.map(({ start }) => start));
  const weight = ({ site, start }: HalfDay): number =>
    sites.indexOf(site) + Math.floor((start - earliest) / (7 * 24 * hour));
  const ordered = days.toSorted(
    (one, other) => weight(one) - weight(other) || one.start - other.start,
  );
  const rounds = Math.max(0, ...ordered.map(({ slots }) => slots.length));
  return Array.from({ length: rounds }, (_, round) =>
    ordered.flatMap(({ slots }) => slots.slice(round, round + 1)),
  ).flat();
}

/** Times of one site less than twelve hours after the first of them: one day, whatever the zone. */
function byDay(ranked: readonly Slot[]): readonly HalfDay[] {
  const days: HalfDay[] = [];
  for (const slot of ranked) {
    const day = days.at(-1);
    if (day && day.site === slot.site && slot.start - day.start < 12 * hour) day.slots.push(slot);
    else days.push({ site: slot.site, start: slot.start, slots: [slot] });
  }
  return days;
}
