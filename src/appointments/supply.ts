import type { HolidayRegion } from "../base/holidays.ts";
import type { Instant, LocalDate, LocalTime, Zone } from "../base/time.ts";
import type { Mode } from "./details.ts";

/** When a worker receives at a site, in hours on the walls of that site. */
export interface Opening {
  readonly id: string;
  readonly worker: string;
  readonly site: string;
  readonly motifs: readonly string[];
  /** How it may take place then; without a list, as the motif says. */
  readonly modes?: readonly Mode[] | undefined;
  /** Each week on that day, 1 for Monday; or on the days of a rule; or on one single day. */
  readonly weekday?: number | undefined;
  /** An iCal rule ("FREQ=MONTHLY;BYDAY=2TU"), counted from `validFrom`. */
  readonly recurrence?: string | undefined;
  readonly date?: LocalDate | undefined;
  readonly from: LocalTime;
  readonly to: LocalTime;
  readonly validFrom?: LocalDate | undefined;
  readonly validUntil?: LocalDate | undefined;
  readonly confirmed: boolean;
}

/** One day on which an opening is not as usual: called off, or at other hours, or elsewhere. */
export interface OpeningException {
  readonly opening: string;
  readonly date: LocalDate;
  readonly instead: {
    readonly from: LocalTime;
    readonly to: LocalTime;
    readonly site: string;
  } | null;
}

/** When a worker is away: each day from one to another, or the days of a rule between them. */
export interface Absence {
  readonly worker: string;
  readonly from: LocalDate;
  /** Included; null where it has no end yet. */
  readonly until: LocalDate | null;
  /** An iCal rule counted from `from`; null: every day. */
  readonly recurrence: string | null;
  /** Null: the whole day. */
  readonly hours: { readonly from: LocalTime; readonly to: LocalTime } | null;
}

export interface Closure {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface Coordinates {
  readonly lat: number;
  readonly lon: number;
}

/** What a site is to the agenda. */
export interface SiteFacts {
  readonly zone: Zone;
  readonly holidays: HolidayRegion;
  /** The rooms one may be received in, by their id; two sites that name one room share it. */
  readonly rooms: readonly string[];
  /** Null: unknown. */
  readonly coordinates: Coordinates | null;
}

/** Where a worker is expected, and until when: it takes time to leave it. */
export interface Engagement {
  readonly worker: string;
  readonly site: string;
  readonly mode: Mode;
  readonly from: Instant;
  readonly to: Instant;
}

/** Minutes a worker needs from one site to another, as the team wrote them; good both ways. */
export interface TravelOverride {
  readonly between: readonly [string, string];
  readonly minutes: number;
}

/** So many appointments a day for a worker, at most; and so many from Monday to Sunday, where it is said. */
export interface DailyLimit {
  readonly worker: string;
  readonly most: number;
  readonly mostAWeek?: number | undefined;
}
