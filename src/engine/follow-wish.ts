import type { Draft } from "./draft.ts";
import { enter } from "./enter.ts";
import { introduce } from "./first-words.ts";
import type { House, Wish } from "./house.ts";
import { keepNeeds } from "./needs.ts";
import { topicOf } from "./offer-need.ts";
import { resume } from "./resume.ts";
import { isQuestion } from "./suspend.ts";
import { sayTold } from "./told.ts";
import { walk } from "./walk.ts";

/**
 * Another wish than the one in hand: followed at once from the menu, offered from inside a flow. What
 * else the same words ask for is kept, and said to be. `told` is what they told by the way.
 */
export async function followWish<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  { wish, flow, told }: Followed,
): Promise<void> {
  const { place } = draft.memory;
  if (draft.memory.language === null) introduce(house, draft, wish.language ?? "fr");
  draft.remember({ misunderstood: 0, insults: 0 });
  draft.happened("wished", flow);
  const isMore = keepNeeds(
    house,
    draft,
    (wish.also ?? []).filter((also) => also !== place?.flow),
  );
  if (place && isQuestion(house, place)) {
    draft.remember({ wish: flow, values: { ...draft.memory.values, wish: topicOf(house, flow) } });
    return resume(house, draft, "switch");
  }
  sayTold(house, draft, told);
  if (isMore) draft.say({ key: "everywhere:oneFirst", values: { first: topicOf(house, flow) } });
  draft.remember({ wish: null });
  enter(house, draft, flow);
  if (wish.offered) draft.offer(wish.offered);
  return walk(house, draft);
}

/** A wish that a flow serves. */
export interface Followed {
  readonly wish: Wish;
  readonly flow: string;
  readonly told: Readonly<Record<string, unknown>>;
}
