import type { ConversationId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";

/** A workshop is registered for; at a forum or in the street people are met, and counted. */
export const gatheringKinds = ["workshop", "forum", "street"] as const;
export type GatheringKind = (typeof gatheringKinds)[number];

/** What the team wrote of it. */
export interface GatheringWords {
  readonly title: string;
  /** Whom it is for; empty when for everybody. */
  readonly audience: string;
  readonly bring: string;
  readonly partner: string;
  /** What was used there: "Kijoulou", videos. */
  readonly tools: string;
  /** Where it is, when that is no place of the structure. */
  readonly place: string;
}

/** How many came, without a name; null until somebody counted. */
export interface Tally {
  readonly total: number | null;
  readonly withFile: number | null;
  /** Who live in a priority district of the city (quartier prioritaire de la ville). */
  readonly qpv: number | null;
}

export interface Gathering extends Tally {
  readonly id: string;
  readonly structure: string;
  readonly kind: GatheringKind;
  /** Those laid down together have the same one. */
  readonly series: string;
  readonly site: string | null;
  readonly start: Instant;
  readonly end: Instant;
  readonly seats: number;
  /** Registrations taken beyond the seats, for not all come. */
  readonly extra: number;
  readonly state: "planned" | "cancelled";
  readonly words: GatheringWords;
  readonly madeAt: Instant;
  /** Seats that somebody has, and people who wait for one. */
  readonly taken: number;
  readonly waiting: number;
}

/** One that a conversation may register for, as it stands for them. */
export interface OwnGathering {
  readonly gathering: Gathering;
  readonly mine: "seat" | "waits" | null;
}

/** The workshops, as a conversation reads them. What it wants written goes with its turn. */
export interface Gatherings {
  /** Workshops of a structure that have not begun, the next first; cancelled ones left out. */
  coming(
    structure: string,
    conversation: ConversationId,
    now: Instant,
  ): Promise<readonly OwnGathering[]>;
}

/** What a conversation wants written of workshops, in the same commit as its turn. */
export type GatheringChange =
  /** Refused when no seat is left, when it is cancelled or has begun. */
  | { readonly kind: "takeSeat"; readonly gathering: string }
  | { readonly kind: "leaveSeat"; readonly gathering: string }
  | { readonly kind: "waitForSeat"; readonly gathering: string }
  /** Said the day before; refused when the seat was left meanwhile. */
  | { readonly kind: "seatReminded"; readonly gathering: string }
  /** They were told that it is cancelled: nothing of it is left in their name. */
  | { readonly kind: "gatheringToldOff"; readonly gathering: string };

/** So many may register. */
export function capacityOf({ seats, extra }: Pick<Gathering, "seats" | "extra">): number {
  return seats + extra;
}

/** Seats that are left, as they are told: never fewer than none. */
export function seatsLeft(gathering: Gathering): number {
  return Math.max(0, capacityOf(gathering) - gathering.taken);
}
