import type { PersonId } from "../base/ids.ts";
import { after, dateIn, hour, type Instant, type Zone } from "../base/time.ts";
import { type NamedSlot, slotId } from "./slot-id.ts";
import type { Slot } from "./slots.ts";
import {
  asksAfterDays,
  asksAfterOffers,
  offerLasts,
  offersADay,
  suits,
  timeToCome,
  type WaitingEntry,
  waitingOrder,
} from "./waiting-list.ts";

/** A time that was offered to somebody, and what became of it. */
export interface PastOffer extends NamedSlot {
  readonly at: Instant;
  readonly became: "open" | "taken" | "refused" | "unanswered";
}

/** Somebody who waits, with all that decides whether a time may be offered to them. */
export interface Waiting {
  readonly entry: WaitingEntry;
  readonly person: PersonId;
  /** The appointment they have before them, if any. */
  readonly appointment: { readonly start: Instant } | null;
  readonly offers: readonly PastOffer[];
  /** Why nothing may be written to them now; null when it may. */
  readonly barred: Barred | null;
}

/** A worker speaks with them; they asked for no reminders; they blocked us; they are in danger. */
export type Barred = "held" | "stopped" | "unreachable" | "danger";

/** Why somebody was passed by. */
export type Passed =
  | Barred
  | ("offerOpen" | "asked" | "noAnswerToday" | "enoughToday" | "nothingFits");

/** Who is over with waiting, and why: they have an appointment, or the one to be earlier than is gone. */
export type Over = "served" | "noAppointment";

export interface OfferPlan {
  /** In the order of the list: each person once, each time once. */
  readonly offers: readonly { readonly waiting: Waiting; readonly slot: Slot }[];
  readonly passed: readonly { readonly id: string; readonly because: Passed }[];
  readonly over: readonly { readonly id: string; readonly because: Over }[];
  /** Who is to be asked now whether they still wait; nothing is offered to them until they answer. */
  readonly ask: readonly Waiting[];
}

/**
 * Who is offered which time now. The list is walked in its fair order; each takes the earliest free time
 * that suits them, that they were never offered and did not know when they joined. Nobody has two offers
 * open. Who left one unanswered is left in peace until the next day, and its time goes on to the next; who
 * left several, or has waited for weeks, is asked first whether they still wait.
 */
export function planOffers(
  list: readonly Waiting[],
  free: ReadonlyMap<string, readonly Slot[]>,
  { now, zone }: Moment,
): OfferPlan {
  const offers: { waiting: Waiting; slot: Slot }[] = [];
  const passed: { id: string; because: Passed }[] = [];
  const over: { id: string; because: Over }[] = [];
  const ask: Waiting[] = [];
  const served = new Set<string>();
  const soonest = after(now, offerLasts + timeToCome);
  for (const waiting of list.toSorted((one, other) => waitingOrder(one.entry, other.entry))) {
    const { entry, person } = waiting;
    const end = overBecause(waiting);
    if (end !== null) {
      over.push({ id: entry.id, because: end });
      continue;
    }
    if (isToAsk(waiting, now)) ask.push(waiting);
    const because = served.has(person) ? "offerOpen" : passedBecause(waiting, { now, zone });
    const slot =
      because === null
        ? (free.get(entry.motif) ?? []).find(
            (one) => one.start >= soonest && isFor(waiting, one, zone) && isLeft(one, offers),
          )
        : undefined;
    if (!slot) passed.push({ id: entry.id, because: because ?? "nothingFits" });
    else {
      offers.push({ waiting, slot });
      served.add(person);
    }
  }
  return { offers, passed, over, ask };
}

interface Moment {
  readonly now: Instant;
  readonly zone: Zone;
}

function ofToday(offers: readonly PastOffer[], { now, zone }: Moment): readonly PastOffer[] {
  return offers.filter(({ at }) => dateIn(zone, at) === dateIn(zone, now));
}

function overBecause({ entry, appointment }: Waiting): Over | null {
  if (entry.kind === "first") return appointment === null ? null : "served";
  return appointment === null ? "noAppointment" : null;
}

/** It is time, or the last offers found nobody; not while one of them is open. */
function isToAsk({ entry, barred, offers }: Waiting, now: Instant): boolean {
  const sinceAnswered = after(entry.askAt, -asksAfterDays * 24 * hour);
  const last = offers
    .filter(({ at }) => at >= sinceAnswered)
    .toSorted((one, other) => other.at - one.at)
    .slice(0, asksAfterOffers);
  const isAway =
    last.length === asksAfterOffers && last.every(({ became }) => became === "unanswered");
  const isOpen = offers.some(({ became }) => became === "open");
  return barred === null && entry.askedAt === null && !isOpen && (isAway || entry.askAt <= now);
}

function passedBecause(waiting: Waiting, moment: Moment): Passed | null {
  const { entry, barred, offers } = waiting;
  if (barred !== null) return barred;
  if (entry.askedAt !== null || isToAsk(waiting, moment.now)) return "asked";
  if (offers.some(({ became }) => became === "open")) return "offerOpen";
  const today = ofToday(offers, moment);
  if (today.some(({ became }) => became === "unanswered")) return "noAnswerToday";
  return today.length >= offersADay ? "enoughToday" : null;
}

function isFor({ entry, appointment, offers }: Waiting, slot: Slot, zone: Zone): boolean {
  if (!suits(entry.wish, slot, zone) || entry.known.includes(slot.id)) return false;
  if (offers.some((offer) => slotId(offer) === slot.id)) return false;
  return appointment === null || slot.end <= appointment.start;
}

/** A time that another offer of this round takes, or whose worker or room it takes, is free no more. */
function isLeft(slot: Slot, offers: readonly { readonly slot: Slot }[]): boolean {
  return !offers.some(
    ({ slot: taken }) =>
      taken.start < slot.end &&
      slot.start < taken.end &&
      (taken.worker === slot.worker || taken.site === slot.site),
  );
}
