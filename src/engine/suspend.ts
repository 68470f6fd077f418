import type { Draft } from "./draft.ts";
import type { House } from "./house.ts";

/**
 * Keeps the present place to come back to, with the figures its texts show, unless it is one of the
 * engine's own doors.
 */
export function suspend<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  leavingFor: string,
): void {
  const { place, values } = draft.memory;
  const doors: readonly string[] = Object.values(house.doors);
  if (place && place.flow !== leavingFor && !doors.includes(place.flow)) {
    draft.remember({ suspended: { ...place, values } });
  }
}

/** Back to the place that was left, as it was; false when none was. */
export function comeBack<Change>(draft: Draft<Change>): boolean {
  const back = draft.memory.suspended;
  if (!back) return false;
  const trail = draft.memory.trail.filter((past) => past.flow === back.flow);
  draft.remember({ suspended: null, wish: null, values: back.values, trail });
  draft.goTo(back);
  return true;
}
