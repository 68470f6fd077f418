import type { LocalDate } from "../base/time.ts";
import type { Situation } from "./situation.ts";

/** The two kinds of homes for a while: ALT, and Tremplins Duo for young people of child protection. */
export const stayKinds = ["alt", "tremplins"] as const;
export type StayKind = (typeof stayKinds)[number];

/** Where a request stands: asked, on the list of a commission, decided, moved in, moved out. */
export const stayStates = [
  ...(["asked", "commission", "accepted", "refused", "withdrawn"] as const),
  ...(["in", "left"] as const),
] as const;
export type StayState = (typeof stayStates)[number];

/** A dwelling, and the places it has while it is ours. */
export interface Lodging {
  readonly id: string;
  readonly kind: StayKind;
  readonly name: string;
  readonly town: string;
  readonly places: number;
  readonly from: LocalDate;
  /** The last day it is ours; null while no end is known. */
  readonly until: LocalDate | null;
  /** How many rooms, where it is noted. */
  readonly size?: DwellingSize | null | undefined;
  /** Who owns it; not counted, printed on the desk alone. */
  readonly landlord?: string | undefined;
}

export const dwellingSizes = ["chambre", "t1", "t2", "t3", "t4", "t5_plus"] as const;
export type DwellingSize = (typeof dwellingSizes)[number];

/** What is counted of a request and of the stay that came of it. */
export interface Stay {
  readonly kind: StayKind;
  readonly state: StayState;
  /** Places it takes in its dwelling. */
  readonly places: number;
  readonly lodging: string | null;
  readonly askedOn: LocalDate;
  readonly enteredOn: LocalDate | null;
  readonly leftOn: LocalDate | null;
  /** What was found at the exit, by the code of the outcome; and why it ended. */
  readonly exitTo: string | null;
  readonly exitReason?: string | null;
  /** The day on which a longer stay was asked for the last time. */
  readonly extendedOn?: LocalDate | null;
  /** Rent that was not paid: since when, until when, and how many months of it at the most. */
  readonly arrearsFrom?: LocalDate | null;
  readonly arrearsUntil?: LocalDate | null;
  readonly arrearsMonths?: number | null;
  /** Who they are, in codes, as at the request; null where nobody noted it. */
  readonly situation?: Situation | null;
}

/** The places of a dwelling, and those taken on a night. */
export interface Occupied {
  readonly lodging: Lodging;
  readonly taken: number;
}

/** Whether a dwelling is ours on a day. */
export function isOurs({ from, until }: Pick<Lodging, "from" | "until">, on: LocalDate): boolean {
  return from <= on && (until === null || on <= until);
}

/** Whether somebody sleeps there in the night that begins that day: the day of the exit is not one. */
export function sleepsThere(
  { enteredOn, leftOn }: Pick<Stay, "enteredOn" | "leftOn">,
  on: LocalDate,
) {
  return enteredOn !== null && enteredOn <= on && (leftOn === null || on < leftOn);
}

/** The dwellings that are ours on a day, each with the places taken that night. */
export function occupiedOn(
  lodgings: readonly Lodging[],
  stays: readonly Stay[],
  on: LocalDate,
): readonly Occupied[] {
  return lodgings
    .filter((lodging) => isOurs(lodging, on))
    .map((lodging) => ({
      lodging,
      taken: stays
        .filter((stay) => stay.lodging === lodging.id && sleepsThere(stay, on))
        .reduce((sum, { places }) => sum + places, 0),
    }));
}
