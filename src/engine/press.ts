import type { Place } from "./conversation.ts";
import type { Draft } from "./draft.ts";
import { takeKey } from "./hear.ts";
import type { House } from "./house.ts";
import { confirmedFact, markIn, type Pressed, readOptionId, subjectFact } from "./option-id.ts";
import { humanPace } from "./pace.ts";
import { nameNow, stepAt } from "./step-at.ts";
import { suspend } from "./suspend.ts";
import { walk } from "./walk.ts";

/**
 * A button is pressed: the one under the question that waits, one of an earlier answer of this flow
 * (which is then changed), or one that may be pressed at any time. False when it is too old to follow.
 */
export async function press<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  id: string,
): Promise<boolean> {
  const pressed = readOptionId(id);
  const name = pressed ? nameNow(house, pressed) : undefined;
  const step = pressed ? stepAt(house, pressed) : undefined;
  if (!pressed || !step || !name) return false;
  const target: Place = { flow: pressed.flow, step: name };
  const before = draft.memory;
  const here = before.place;
  const isHere = here?.flow === target.flow && nameNow(house, here) === name;
  if (!isHere) {
    const turned = draft.memory.trail.findIndex(
      (past) => past.flow === target.flow && past.step === target.step,
    );
    if ("choose" in step && step.always) suspend(house, draft, target.flow);
    else if (turned >= 0 && here?.flow === target.flow) rewind(draft, turned);
    else return false;
  } else if ("choose" in step && !step.always && !isOfThisQuestion(draft, pressed)) return false;
  draft.remember({ misunderstood: 0, insults: 0, pace: humanPace(draft.asking.now) });
  const isAbout = pressed.subject && (!("choose" in step) || step.always);
  if (isAbout) draft.learn(subjectFact, pressed.subject);
  if (!takeKey(house, draft, target, step, pressed.key)) {
    draft.memory = before;
    return false;
  }
  if (draft.memory.language === null && target.flow !== house.doors.welcome) {
    draft.remember({ language: "fr" }); // pressed under words in French: nobody chose another
  }
  await walk(house, draft);
  return true;
}

/** Whether a button confirms what is asked now: that of an older question confirmed something else. */
function isOfThisQuestion<Change>(draft: Draft<Change>, { flow, subject }: Pressed): boolean {
  return subject === null || subject === markIn(flow, draft.memory.known[confirmedFact]?.value);
}

/** Back to an answer given before: it and those after it are asked again, the new one is taken. */
function rewind<Change>(draft: Draft<Change>, turned: number): void {
  const undone = draft.memory.trail.slice(turned);
  draft.forget(undone.map((past) => past.fact));
  draft.remember({ trail: draft.memory.trail.slice(0, turned) });
}
