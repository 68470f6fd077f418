import type { Draft } from "./draft.ts";
import { enter } from "./enter.ts";
import type { EverywhereWord, House } from "./house.ts";
import { comeBack, suspend } from "./suspend.ts";
import { walk } from "./walk.ts";

/** Follows a word understood at every moment. No flow can switch these off. */
export async function followWord<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  word: EverywhereWord,
): Promise<void> {
  draft.happened("everywhere", word);
  draft.remember({ misunderstood: 0 });
  if (word === "back") goBack(house, draft);
  else if (word === "menu") enter(house, draft, house.doors.menu);
  else {
    if (word === "language") draft.remember({ wish: null });
    suspend(house, draft, house.doors[word]);
    enter(house, draft, house.doors[word]);
  }
  await walk(house, draft);
}

/** Back one question: the last answer is forgotten and asked again. */
function goBack<Change>(house: House<Change>, draft: Draft<Change>): void {
  const last = draft.memory.trail.at(-1);
  const { place, suspended } = draft.memory;
  if (last && (place === null || place.flow === last.flow || suspended === null)) {
    draft.forget([last.fact]);
    draft.remember({ trail: draft.memory.trail.slice(0, -1) });
    draft.goTo({ flow: last.flow, step: last.step });
    return;
  }
  if (!comeBack(draft)) enter(house, draft, house.doors.menu);
}
