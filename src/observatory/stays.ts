import { addDays, type LocalDate } from "../base/time.ts";
import type { Period } from "./period.ts";

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
}

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
  /** What was found at the exit, by the code of the outcome. */
  readonly exitTo: string | null;
}

/** The places of a dwelling, and those taken on a night. */
export interface Occupied {
  readonly lodging: Lodging;
  readonly taken: number;
}

/** Whether a dwelling is ours on a day. */
function isOurs({ from, until }: Pick<Lodging, "from" | "until">, on: LocalDate): boolean {
  return from <= on && (until === null || on <= until);
}

/** Whether somebody sleeps there in the night that begins that day: the day of the exit is not one. */
function sleepsThere({ enteredOn, leftOn }: Pick<Stay, "enteredOn" | "leftOn">, on: LocalDate) {
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

/** The figures of a kind over a period (chapters B and C of the association's report). */
export interface StayFigures {
  readonly kind: StayKind;
  /** Places on the last day of the period. */
  readonly places: number;
  readonly requests: number;
  /** Who slept there at least one night, and those of them who came in the period. */
  readonly welcomed: number;
  readonly entered: number;
  readonly left: number;
  readonly nightsAvailable: number;
  readonly nightsOccupied: number;
  /** Nights occupied over nights available; null when there was none. */
  readonly occupation: number | null;
  /** Mean length, in days, of the stays that ended in the period; null when none did. */
  readonly meanDays: number | null;
  /** Exits by what was found, the most frequent first; null for what is not known. */
  readonly exits: readonly { readonly code: string | null; readonly count: number }[];
}

/** Counts a kind over a period, both days included. */
export function stayFigures(
  kind: StayKind,
  lodgings: readonly Lodging[],
  stays: readonly Stay[],
  { from, to }: Period,
): StayFigures {
  const homes = lodgings.filter((one) => one.kind === kind);
  const own = stays.filter((one) => one.kind === kind);
  const isIn = (day: LocalDate | null) => day !== null && from <= day && day <= to;
  const left = own.filter(({ leftOn }) => isIn(leftOn));
  const nightsAvailable = homes.reduce(
    (sum, home) => sum + home.places * nights(home.from, after(home.until), from, to),
    0,
  );
  const nightsOf = (stay: Stay) =>
    stay.enteredOn === null ? 0 : nights(stay.enteredOn, stay.leftOn, from, to);
  const nightsOccupied = own.reduce((sum, stay) => sum + stay.places * nightsOf(stay), 0);
  return {
    kind,
    places: homes.filter((home) => isOurs(home, to)).reduce((sum, { places }) => sum + places, 0),
    requests: own.filter(({ askedOn }) => isIn(askedOn)).length,
    welcomed: own.filter((stay) => nightsOf(stay) > 0).length,
    entered: own.filter(({ enteredOn }) => isIn(enteredOn)).length,
    left: left.length,
    ...{ nightsAvailable, nightsOccupied },
    occupation: nightsAvailable === 0 ? null : nightsOccupied / nightsAvailable,
    meanDays: meanOf(left.flatMap(({ enteredOn, leftOn }) => lengthOf(enteredOn, leftOn))),
    exits: countedExits(left),
  };
}

/** Nights from a day to the day of leaving, within a period whose last night counts; no end: until then. */
function nights(start: LocalDate, end: LocalDate | null, from: LocalDate, to: LocalDate): number {
  const last = addDays(to, 1);
  const first = start > from ? start : from;
  const stop = end !== null && end < last ? end : last;
  return Math.max(0, daysBetween(first, stop));
}

function after(day: LocalDate | null): LocalDate | null {
  return day === null ? null : addDays(day, 1);
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function lengthOf(from: LocalDate | null, to: LocalDate | null): readonly number[] {
  return from === null || to === null ? [] : [daysBetween(from, to)];
}

function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function countedExits(left: readonly Stay[]): StayFigures["exits"] {
  const counts = Map.groupBy(left, ({ exitTo }) => exitTo);
  return [...counts]
    .map(([code, each]) => ({ code, count: each.length }))
    .sort(
      (one, other) => other.count - one.count || (String(one.code) < String(other.code) ? -1 : 1),
    );
}
