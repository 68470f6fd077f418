import type { Measure } from "./measures.ts";
import type { Situation } from "./situation.ts";

/** A measure, and who it is for in codes; null where nobody noted it. */
export interface Followed extends Measure {
  readonly situation: Situation | null;
}

/** A number, how many households it rests on, and which. */
export interface Resting {
  readonly value: number | null;
  readonly restsOn: number;
  readonly of: readonly Followed[];
}

export function resting(value: number | null, of: readonly Followed[]): Resting {
  return { value, restsOn: of.length, of };
}

/** The share of those of whom it is known; it rests on those of whom it is so. */
export function shareOf(
  some: readonly Followed[],
  isSo: (one: Followed) => boolean | null,
): Resting {
  const known = some.filter((one) => isSo(one) !== null);
  const are = known.filter(isSo);
  return resting(known.length === 0 ? null : are.length / known.length, are);
}
