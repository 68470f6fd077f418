import type { Draft } from "./draft.ts";
import { settleLanguage } from "./first-words.ts";
import type { House } from "./house.ts";
import { suspend } from "./suspend.ts";
import { walk } from "./walk.ts";

/** Goes to the danger flow when the text worries; false, with nothing done, when nothing in it does. */
export async function answerDanger<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  text: string,
) {
  const step = house.danger(text);
  if (!step) return false;
  settleLanguage(house, draft, text);
  draft.happened("danger", step);
  suspend(house, draft, house.doors.danger);
  draft.goTo({ flow: house.doors.danger, step });
  await walk(house, draft);
  return true;
}
