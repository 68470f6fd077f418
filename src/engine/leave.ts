import type { Place } from "./conversation.ts";
import type { Draft } from "./draft.ts";
import { enter, forgetFlow } from "./enter.ts";
import type { House } from "./house.ts";
import { dropNeed, keepNeeds } from "./needs.ts";
import { offerNeed } from "./offer-need.ts";
import { subjectFact } from "./option-id.ts";
import { comeBack, isDoor } from "./suspend.ts";

/**
 * Leaves for another flow, or one of the ways out: `@wish` is the one the person asked for, `@back` the
 * place left before, `@later` that place too, with the wish kept, `@next` what else was asked for.
 */
export function leave<Change>(house: House<Change>, draft: Draft<Change>, to: string): boolean {
  const { place, wish } = draft.memory;
  if (to === "@later" && wish !== null) keepNeeds(house, draft, [wish]);
  if (to === "@back" || to === "@later") {
    if (!comeBack(draft)) enter(house, draft, house.doors.menu);
    return false;
  }
  if (to === "@next" && wish !== null) dropNeed(draft, wish);
  const isOver = to === house.doors.menu && place !== null && !isDoor(house, place);
  if ((to === "@next" || isOver) && offerNeed(house, draft)) return false;
  // who chose a language on the way goes on where they were
  if (to === "@wish" && wish === null && comeBack(draft)) return false;
  const name = to === "@wish" ? wish : to;
  draft.remember({ wish: null });
  enter(house, draft, name === null || name === "@next" ? house.doors.menu : name);
  return false;
}

/** The end of a flow: back to what was left, on to what else was asked for, or nothing more. */
export function finish<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  place: Place,
  ending: string,
) {
  draft.happened("ended", ending);
  draft.remember({ values: {} });
  const back = draft.memory.suspended;
  if (back && back.flow !== place.flow && ending !== "handedOver") {
    // the flow that was left still needs what it was told
    draft.forget([subjectFact]);
    draft.goTo({ flow: house.doors.resume, step: "comeBack" });
    return false;
  }
  // who was handed over is asked nothing more: the team reads what else they need
  if (ending !== "handedOver" && offerNeed(house, draft)) return false;
  draft.remember({ suspended: null });
  forgetFlow(house, draft, null);
  draft.goTo(null);
  return true;
}
