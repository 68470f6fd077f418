import type { Draft } from "./draft.ts";
import { settleLanguage } from "./first-words.ts";
import type { House } from "./house.ts";
import { keepNeeds } from "./needs.ts";
import { suspend } from "./suspend.ts";
import { walk } from "./walk.ts";

/** Goes to the danger flow when the text worries; false, with nothing done, when nothing in it does. */
export async function answerDanger<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  text: string,
) {
  const heard = house.danger(text, draft.view());
  if (!heard) return false;
  settleLanguage(house, draft, text);
  draft.happened("danger", `${heard.place.flow}.${heard.place.step}`);
  const { flow, also = [] } = house.understand(text, draft.memory.language);
  keepNeeds(house, draft, flow === null ? also : [flow, ...also]);
  suspend(house, draft, heard.place.flow);
  for (const [fact, value] of Object.entries(heard.learnt)) draft.learn(fact, value);
  draft.goTo(heard.place);
  await walk(house, draft);
  return true;
}
