import type { Draft } from "./draft.ts";
import type { House } from "./house.ts";
import { dropNeed } from "./needs.ts";
import { subjectFact } from "./option-id.ts";

/**
 * Begins a flow: its own figures, its own way back. The menu is no side trip: nothing is left to come
 * back to. What held for the flow just left is forgotten with it, save what a button was about, which
 * goes along (a reminder leads to the flow that moves its appointment).
 */
export function enter<Change>(house: House<Change>, draft: Draft<Change>, name: string): void {
  const flow = house.flows.get(name);
  if (!flow) throw new Error(`no such flow: ${name}`);
  const isMenu = name === house.doors.menu;
  if (isMenu) draft.remember({ suspended: null, wish: null });
  if (draft.memory.place?.flow !== name) {
    draft.remember({ values: {} });
    if (draft.memory.suspended === null) forgetFlow(house, draft, isMenu ? null : subjectFact);
  }
  dropNeed(draft, name);
  draft.goTo({ flow: name, step: flow.start });
  draft.happened("entered");
}

/** Forgets what held for one flow only, what was not known, and the way back; one fact may be kept. */
export function forgetFlow<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  kept: string | null,
): void {
  const gone = Object.entries(draft.memory.known)
    .filter(([fact, learnt]) => learnt.value === null || house.endsWithFlow(fact))
    .map(([fact]) => fact)
    .filter((fact) => fact !== kept);
  draft.forget(gone);
  draft.remember({ trail: [] });
}
