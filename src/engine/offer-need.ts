import type { Said } from "../base/message.ts";
import type { Draft } from "./draft.ts";
import { enter } from "./enter.ts";
import type { House } from "./house.ts";

/**
 * Asks whether to look at the next thing the person spoke of; it stays kept until it is begun or refused.
 * False when nothing is left. Nothing is left to come back to either: the rest was done.
 */
export function offerNeed<Change>(house: House<Change>, draft: Draft<Change>): boolean {
  const need = draft.memory.needs?.find((flow) => house.flows.has(flow));
  if (need === undefined || !(house.offersMore?.(draft.view()) ?? true)) return false;
  draft.remember({ suspended: null });
  enter(house, draft, house.doors.also);
  draft.remember({ wish: need, values: { wish: topicOf(house, need) } });
  return true;
}

/** A flow as the end of "Tu veux …". */
export function topicOf<Change>(house: House<Change>, flow: string): Said {
  return house.topic?.(flow) ?? { key: `menu:topic_${flow}` };
}
