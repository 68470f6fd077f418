import type { Place } from "./conversation.ts";
import type { Draft } from "./draft.ts";
import type { AnyStep } from "./flow.ts";
import type { House } from "./house.ts";

/** The name that the step of a place has now, through `moved`; undefined when it went away. */
export function nameNow<Change>(house: House<Change>, place: Place): string | undefined {
  const flow = house.flows.get(place.flow);
  if (!flow) return undefined;
  if (Object.hasOwn(flow.steps, place.step)) return place.step;
  return Object.hasOwn(flow.moved, place.step) ? flow.moved[place.step] : undefined;
}

/** The step at a place: by its name, else through `moved`; undefined when it went away. */
export function stepAt<Change>(house: House<Change>, place: Place): AnyStep | undefined {
  const name = nameNow(house, place);
  return name === undefined ? undefined : house.flows.get(place.flow)?.steps[name];
}

/** Whether a step is one where an answer is awaited. */
export function awaits(step: AnyStep | undefined): boolean {
  return step !== undefined && ("ask" in step || "choose" in step || "offer" in step);
}

/** The fixed choices of an offer: every outcome that is not a thing offered, nor the lack of any. */
export function extras(step: Extract<AnyStep, { offer: string }>): readonly string[] {
  return Object.keys(step.next).filter((outcome) => outcome !== "chosen" && outcome !== "none");
}

export function isKnown<Change>(house: House<Change>, draft: Draft<Change>, fact: string): boolean {
  const learnt = draft.memory.known[fact];
  return learnt !== undefined && house.holds(fact, learnt, draft.asking.now);
}
