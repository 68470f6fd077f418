import { answerDanger } from "./answer-danger.ts";
import type { Draft } from "./draft.ts";
import { enter } from "./enter.ts";
import type { House } from "./house.ts";
import { paceAfter } from "./pace.ts";
import { walk } from "./walk.ts";

/**
 * Another machine that answers each of our messages would never stop. True when the text is taken for
 * one's: the team is told once, one sentence says how to go on, and nothing more is said until a human
 * writes. Danger in it still reaches the team. What waits stays as it was.
 */
export async function answerMachine<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  text: string,
  sentAt: number,
): Promise<boolean> {
  const pace = paceAfter(draft.memory.pace, text, sentAt);
  draft.remember({ pace });
  if (!pace.silent) return false;
  draft.happened("machine");
  const before = draft.memory;
  if (await answerDanger(house, draft, text)) draft.hush();
  if (!pace.told) {
    enter(house, draft, house.doors.machine);
    await walk(house, draft);
  }
  draft.memory = { ...before, pace: { ...pace, told: true } };
  return true;
}
