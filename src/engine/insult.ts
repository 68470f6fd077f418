import type { Draft } from "./draft.ts";
import type { House } from "./house.ts";
import { isQuestion } from "./suspend.ts";
import { walk } from "./walk.ts";

/**
 * An insult, and nothing else in it. The first is met with calm and the question that waits, the second
 * with a door left open; after that nothing is said until something else is written.
 */
export async function answerInsult<Change>(
  house: House<Change>,
  draft: Draft<Change>,
): Promise<void> {
  const count = (draft.memory.insults ?? 0) + 1;
  draft.happened("insulted");
  draft.remember({ insults: count });
  if (count > 2) return;
  draft.say({ key: count === 1 ? "everywhere:insult" : "everywhere:insultAgain" });
  const { place } = draft.memory;
  if (count === 1 && place && isQuestion(house, place)) return walk(house, draft);
}
