import { sayAside } from "./aside.ts";
import type { Draft } from "./draft.ts";
import { enter } from "./enter.ts";
import type { House } from "./house.ts";
import { isQuestion, suspend } from "./suspend.ts";
import { walk } from "./walk.ts";

/** Who opens the conversation: welcomed, asked whether to go on, or shown the menu. */
export async function open<Change>(house: House<Change>, draft: Draft<Change>): Promise<void> {
  const { language, place } = draft.memory;
  if (language === null) enter(house, draft, house.doors.welcome);
  else if (place && isQuestion(house, place)) return resume(house, draft, "welcomeBack");
  else {
    sayAside(house, draft, "accueil:helloAgain");
    enter(house, draft, house.doors.menu);
  }
  return walk(house, draft);
}

/** Leaves the question that waits for one of ours: whether to go on, to come back, to switch. */
export async function resume<Change>(house: House<Change>, draft: Draft<Change>, step: string) {
  suspend(house, draft, house.doors.resume);
  draft.goTo({ flow: house.doors.resume, step });
  await walk(house, draft);
}
