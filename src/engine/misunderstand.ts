import type { Said } from "../base/message.ts";
import { aside } from "./aside.ts";
import type { Draft } from "./draft.ts";
import { enter } from "./enter.ts";
import { exampleAt } from "./hear.ts";
import type { House } from "./house.ts";
import { note } from "./note.ts";
import { isQuestion, suspend } from "./suspend.ts";
import { walk } from "./walk.ts";

/** The step of the flow of who is lost that calls a person. */
const person = "call";

/**
 * What was not understood is asked again with an example that fits the question; a second time, ways to
 * go on are shown; a third time the team is called. `hint` says how to write the answer that waits.
 */
export async function misunderstand<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  hint: string | null,
): Promise<void> {
  const count = draft.memory.misunderstood + 1;
  draft.happened("misunderstood");
  draft.remember({ misunderstood: count });
  if (count === 1) return aside(house, draft, withExample(house, draft, hint));
  draft.remember({ language: draft.memory.language ?? "fr" });
  if (count === 2) {
    suspend(house, draft, house.doors.lost);
    enter(house, draft, house.doors.lost);
    return walk(house, draft);
  }
  draft.remember({ misunderstood: 0 });
  if (draft.asking.waiting) {
    draft.goTo(null);
    return note(house, draft);
  }
  draft.goTo({ flow: house.doors.lost, step: person });
  return walk(house, draft);
}

/** How the question that waits may be answered: as its kind is written, or with one of its choices. */
function withExample<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  hint: string | null,
): Said {
  const { place } = draft.memory;
  const values = house.always;
  if (place?.flow === house.doors.welcome) return { key: "accueil:notUnderstood", values };
  if (hint !== null && hint !== choiceHint) return { key: hint, values };
  const example = place && isQuestion(house, place) ? exampleAt(house, draft) : null;
  return example
    ? { key: choiceHint, values: { ...values, example } }
    : { key: "everywhere:notUnderstoodWish", values };
}

const choiceHint = "everywhere:notUnderstood";
