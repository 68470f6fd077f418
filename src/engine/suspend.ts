import type { Place } from "./conversation.ts";
import type { Draft } from "./draft.ts";
import type { House } from "./house.ts";
import { stepAt } from "./step-at.ts";

/**
 * Keeps the present place to come back to, with the figures its texts show, when a question waits
 * there; a list of doors, or one of the engine's own flows, is nothing to come back to.
 */
export function suspend<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  leavingFor: string,
): void {
  const { place, values } = draft.memory;
  if (place && place.flow !== leavingFor && isQuestion(house, place)) {
    draft.remember({ suspended: { ...place, values } });
  }
}

/** Whether an answer is really waited for: not a menu whose choices can be pressed at any time. */
export function isQuestion<Change>(house: House<Change>, place: Place): boolean {
  const step = stepAt(house, place);
  const isMenu = step !== undefined && "choose" in step && step.always === true;
  return !isDoor(house, place) && !isMenu;
}

/** Whether a place is in one of the flows that the engine knows by name. */
export function isDoor<Change>(house: House<Change>, { flow }: Place): boolean {
  const doors: readonly string[] = Object.values(house.doors);
  return doors.includes(flow);
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
