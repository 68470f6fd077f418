import type { Draft } from "./draft.ts";
import { enter } from "./enter.ts";
import type { Given, House } from "./house.ts";
import { suspend } from "./suspend.ts";
import { walk } from "./walk.ts";

/** What was given is taken at once by its flow, whatever was asked: what was asked waits. */
export async function takeGiven<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  { flow, learnt }: Given,
): Promise<void> {
  suspend(house, draft, flow);
  enter(house, draft, flow);
  for (const [name, value] of Object.entries(learnt)) draft.learn(name, value);
  draft.remember({ misunderstood: 0 });
  return walk(house, draft);
}
