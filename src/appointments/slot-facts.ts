import type { Instant, Zone } from "../base/time.ts";
import type { Mode } from "./details.ts";
import type { Busy } from "./resources.ts";
import type {
  Absence,
  Closure,
  DailyLimit,
  Engagement,
  Opening,
  OpeningException,
  SiteFacts,
  TravelOverride,
} from "./supply.ts";

export interface Motif {
  readonly id: string;
  readonly durationMinutes: number;
  /** Kept free before and after, for the worker and the room. */
  readonly bufferBeforeMinutes?: number | undefined;
  readonly bufferAfterMinutes?: number | undefined;
  readonly minimumNoticeHours: number;
  readonly horizonDays: number;
}

/** What the team has laid down: when workers receive, where, and when they do not. */
export interface Supply {
  readonly openings: readonly Opening[];
  readonly exceptions: readonly OpeningException[];
  readonly absences: readonly Absence[];
  readonly dailyLimits: readonly DailyLimit[];
  readonly travel: readonly TravelOverride[];
}

/** All that decides which times can be taken. */
export interface SlotFacts extends Supply {
  /** The slug of the structure whose agenda it is. */
  readonly structure: string;
  readonly closures: readonly Closure[];
  /** A site that is not in it has the structure's zone, the holidays of the mainland and one room. */
  readonly sites: ReadonlyMap<string, SiteFacts>;
  readonly busy: readonly Busy[];
  readonly engagements: readonly Engagement[];
  readonly motif: Motif;
  readonly mode: Mode;
  readonly zone: Zone;
  readonly now: Instant;
  /** On: openings the association has not confirmed are offered too. */
  readonly demonstration: boolean;
}

/** Why a time of an opening is not offered, so that "why nothing on Tuesday?" has an answer. */
export type Because =
  /** The association has not confirmed the opening, and this is open to the public. */
  | "unconfirmed"
  /** Called off for that day alone. */
  | "cancelled"
  | "closure"
  | "holiday"
  | "absence"
  /** The worker has as many appointments that day as they may. */
  | "dailyLimit"
  /** Or that week. */
  | "weeklyLimit"
  | "horizon"
  /** The hour does not exist that day, or would read wrong. */
  | "clockGap"
  | "busy"
  /** Every room of the site is taken. */
  | "room"
  /** What is kept free around an appointment would not be free. */
  | "buffer"
  /** The worker could not be there in time, or not in time at the next site. */
  | "travel"
  | "notice"
  /** Too short for an appointment of this length. */
  | "tooShort";
