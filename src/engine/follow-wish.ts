import type { Draft } from "./draft.ts";
import { introduce } from "./first-words.ts";
import type { House, Wish } from "./house.ts";
import { resume } from "./resume.ts";
import { isQuestion } from "./suspend.ts";
import { enter, walk } from "./walk.ts";

/** Another wish than the one in hand: followed at once from the menu, offered from inside a flow. */
export async function followWish<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  wish: Wish,
  flow: string,
) {
  const { place } = draft.memory;
  if (draft.memory.language === null) introduce(house, draft, wish.language ?? "fr");
  draft.remember({ misunderstood: 0 });
  draft.happened("wished", flow);
  if (!place || !isQuestion(house, place)) {
    draft.remember({ wish: null });
    enter(house, draft, flow);
    if (wish.offered) draft.offer(wish.offered);
    return walk(house, draft);
  }
  draft.remember({
    wish: flow,
    values: {
      ...draft.memory.values,
      wish: house.topic?.(flow) ?? { key: `menu:topic_${flow}` },
    },
  });
  return resume(house, draft, "switch");
}
