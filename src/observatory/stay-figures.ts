import { addDays, type LocalDate } from "../base/time.ts";
import { countedBy, daysBetween, daysWithin, isIn, meanOf } from "./days.ts";
import type { Period } from "./period.ts";
import type { Situation } from "./situation.ts";
import { isOurs, type Lodging, type Stay, type StayKind, sleepsThere } from "./stays.ts";

/** The figures of a kind over a period (chapters B and C of the association's report). */
export interface StayFigures {
  readonly kind: StayKind;
  /** Places on the last day of the period. */
  readonly places: number;
  /** Dwellings that were ours for a day of the period at least, by their size; those that came and went. */
  readonly homes: readonly { readonly code: string | null; readonly count: number }[];
  readonly homesIn: number;
  readonly homesOut: number;
  readonly requests: number;
  /** Who slept there at least one night, and those of them who came in the period. */
  readonly welcomed: number;
  readonly entered: number;
  readonly left: number;
  /** Who still sleeps there in the last night. */
  readonly stillThere: number;
  readonly nightsAvailable: number;
  readonly nightsOccupied: number;
  /** Nights occupied over nights available; null when there was none. */
  readonly occupation: number | null;
  /** Mean length, in days, of the stays that ended in the period; null when none did. */
  readonly meanDays: number | null;
  readonly extensions: number;
  /** Who owed rent in the period, who still does on its last day, and how many months of it in the mean. */
  readonly arrears: number;
  readonly arrearsLeft: number;
  readonly arrearsMonths: number | null;
  readonly leftWithoutNotice: number;
  /** Exits by what was found and by why, the most frequent first; null for what is not known. */
  readonly exits: readonly { readonly code: string | null; readonly count: number }[];
  readonly exitReasons: readonly { readonly code: string | null; readonly count: number }[];
  /** Those who asked and those who were welcomed, in codes; null for whom nothing is noted. */
  readonly asked: readonly (Situation | null)[];
  readonly here: readonly (Situation | null)[];
  /** Behind each figure that counts people: whose stays they are. */
  readonly behind: Readonly<Record<string, readonly Stay[]>>;
}

/** Counts a kind over a period, both days included. */
export function stayFigures(
  kind: StayKind,
  lodgings: readonly Lodging[],
  stays: readonly Stay[],
  period: Period,
): StayFigures {
  const { from, to } = period;
  const homes = lodgings.filter((one) => one.kind === kind);
  const own = stays.filter((one) => one.kind === kind);
  const left = own.filter(({ leftOn }) => isIn(leftOn, period));
  const nightsAvailable = homes.reduce(
    (sum, home) => sum + home.places * daysWithin(home.from, after(home.until), period),
    0,
  );
  const nightsOf = ({ enteredOn, leftOn }: Stay) =>
    enteredOn === null ? 0 : daysWithin(enteredOn, leftOn, period);
  const nightsOccupied = own.reduce((sum, stay) => sum + stay.places * nightsOf(stay), 0);
  const asked = own.filter(({ askedOn }) => isIn(askedOn, period));
  const here = own.filter((stay) => nightsOf(stay) > 0);
  const owing = own.filter(
    ({ arrearsFrom: since, arrearsUntil: until }) =>
      since && since <= to && (!until || until >= from),
  );
  const behind = {
    ...{ requests: asked, welcomed: here, left, meanDays: left, arrears: owing },
    ...{ nightsOccupied: here, occupation: here, resourcesMean: here },
    entered: own.filter(({ enteredOn }) => isIn(enteredOn, period)),
    stillThere: own.filter((stay) => sleepsThere(stay, to)),
    extensions: own.filter(({ extendedOn }) => isIn(extendedOn ?? null, period)),
    arrearsLeft: owing.filter(({ arrearsUntil }) => !arrearsUntil || arrearsUntil > to),
    arrearsMonths: owing,
    leftWithoutNotice: left.filter(({ exitReason }) => exitReason === "depart_sans_prevenir"),
  };
  return {
    kind,
    behind,
    places: homes.filter((home) => isOurs(home, to)).reduce((sum, { places }) => sum + places, 0),
    homes: countedBy(
      homes.filter(({ from: since, until }) => since <= to && (until === null || until >= from)),
      ({ size }) => [size ?? null],
    ),
    homesIn: homes.filter((home) => isIn(home.from, period)).length,
    homesOut: homes.filter((home) => isIn(home.until, period)).length,
    requests: asked.length,
    welcomed: here.length,
    entered: behind.entered.length,
    left: left.length,
    stillThere: behind.stillThere.length,
    ...{ nightsAvailable, nightsOccupied },
    occupation: nightsAvailable === 0 ? null : nightsOccupied / nightsAvailable,
    meanDays: meanOf(left.flatMap(({ enteredOn, leftOn }) => lengthOf(enteredOn, leftOn))),
    extensions: behind.extensions.length,
    arrears: owing.length,
    arrearsLeft: behind.arrearsLeft.length,
    arrearsMonths: meanOf(owing.flatMap(({ arrearsMonths }) => arrearsMonths ?? [])),
    leftWithoutNotice: behind.leftWithoutNotice.length,
    exits: countedBy(left, ({ exitTo }) => [exitTo]),
    exitReasons: countedBy(left, ({ exitReason }) => [exitReason ?? null]),
    asked: asked.map(({ situation }) => situation ?? null),
    here: here.map(({ situation }) => situation ?? null),
  };
}

function after(day: LocalDate | null): LocalDate | null {
  return day === null ? null : addDays(day, 1);
}

function lengthOf(from: LocalDate | null, to: LocalDate | null): readonly number[] {
  return from === null || to === null ? [] : [daysBetween(from, to)];
}
