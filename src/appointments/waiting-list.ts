import type { ConversationId, PersonId } from "../base/ids.ts";
import { dateIn, hour, type Instant, minute, timeIn, weekday, type Zone } from "../base/time.ts";
import type { Slot } from "./slots.ts";

/** A freed time is offered to one person for so long, then to the next. */
export const offerLasts = 30 * minute;
/** What is left to come once the offer is over: nearer than that, a time is offered to nobody. */
export const timeToCome = 2 * hour;
/** After so many days, who waits is asked whether they still do. */
export const asksAfterDays = 28;
/** And after so many offers in a row that found no answer. */
export const asksAfterOffers = 3;
/** Without an answer within so many days, they leave the list. */
export const leavesAfterDays = 7;
/** More offers than that in a day would be noise. */
export const offersADay = 3;

/** How pressing it is, as a worker set it; 0 until somebody did. Never computed. */
export const bands = [0, 1, 2] as const;
export type Band = (typeof bands)[number];

/** `first`: nothing suited. `earlier`: they have an appointment, and would come sooner. */
export type WaitingKind = "first" | "earlier";

/** What would suit somebody. */
export interface WaitingWish {
  /** Places, by their id; null for any. */
  readonly sites: readonly string[] | null;
  /** Days of the week, 1 for Monday; null for any. */
  readonly days: readonly number[] | null;
  readonly half: "morning" | "afternoon" | "anyTime";
  /** Whether an appointment by telephone would do: the team may call instead. */
  readonly phone: boolean;
}

/** Somebody on the list. */
export interface WaitingEntry {
  readonly id: string;
  readonly structure: string;
  readonly conversation: ConversationId;
  readonly kind: WaitingKind;
  readonly motif: string;
  readonly wish: WaitingWish;
  /** The times that were free when they joined: they know them, and chose to wait. */
  readonly known: readonly string[];
  readonly band: Band;
  readonly since: Instant;
  /** When they will be asked whether they still wait. */
  readonly askAt: Instant;
  /** Since when an answer to that is awaited; null when none is. */
  readonly askedAt: Instant | null;
}

/** The list, as a conversation reads it. */
export interface WaitingList {
  /** Where this person stands on the list of the structure, in whichever of their conversations; null for nowhere. */
  entryOf(person: PersonId, structure: string): Promise<WaitingEntry | null>;
}

/** The fair order: the band that a human set, then who came first. */
export function waitingOrder(
  one: Pick<WaitingEntry, "id" | "band" | "since">,
  other: Pick<WaitingEntry, "id" | "band" | "since">,
): number {
  return other.band - one.band || one.since - other.since || (one.id < other.id ? -1 : 1);
}

const noon = "12:00";

/** Whether a time is one of those that suit; days and half-days are those of the wall clock there. */
export function suits(wish: WaitingWish, { site, start }: Slot, zone: Zone): boolean {
  const { sites, days, half } = wish;
  if (sites !== null && !sites.includes(site)) return false;
  if (days !== null && !days.includes(weekday(dateIn(zone, start)))) return false;
  if (half === "anyTime") return true;
  return half === "morning" ? timeIn(zone, start) < noon : timeIn(zone, start) >= noon;
}
