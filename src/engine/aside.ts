import type { Draft } from "./draft.ts";
import type { House } from "./house.ts";
import { enter, walk } from "./walk.ts";

/** A word on the side, then the question that waits, again. */
export async function aside<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  key: string,
): Promise<void> {
  draft.say({ key, values: house.always });
  return askAgain(house, draft);
}

/** The question that waits, again; the welcome or the menu when there is none. */
export async function askAgain<Change>(house: House<Change>, draft: Draft<Change>): Promise<void> {
  if (draft.asking.waiting && draft.memory.place === null) return;
  if (draft.memory.language === null && draft.memory.place === null) {
    enter(house, draft, house.doors.welcome);
  } else if (draft.memory.place === null) enter(house, draft, house.doors.menu);
  return walk(house, draft);
}
