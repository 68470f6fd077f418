import type { Draft } from "./draft.ts";
import type { House } from "./house.ts";
import { stepAt } from "./step-at.ts";

/** Learns what a text tells by the way, so that it is not asked later. Gives what is new in it. */
export function learnTold<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  text: string,
): Readonly<Record<string, unknown>> {
  const { place, known } = draft.memory;
  const step = place ? stepAt(house, place) : undefined;
  const told = house.toldIn?.(text, step && "ask" in step ? step.ask : null) ?? {};
  const news = Object.entries(told).filter(
    ([fact, value]) => JSON.stringify(known[fact]?.value) !== JSON.stringify(value),
  );
  for (const [fact, value] of news) draft.learn(fact, value);
  return Object.fromEntries(news);
}

/** Says back what was learnt by the way, so that it can be corrected. */
export function sayTold<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  told: Readonly<Record<string, unknown>>,
): void {
  if (Object.keys(told).length > 0 && house.noted) draft.say(house.noted(told));
}
