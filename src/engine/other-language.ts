import type { Draft } from "./draft.ts";
import type { House, OtherLanguage } from "./house.ts";
import { keepNeeds } from "./needs.ts";
import { isQuestion, suspend } from "./suspend.ts";
import { walk } from "./walk.ts";

/** Speaks at once the language that was asked for by its name, then goes on with what waits. */
export async function speakAsked<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  step: string,
): Promise<void> {
  draft.remember({
    misunderstood: 0,
    wish: draft.memory.language === null ? draft.memory.wish : null,
  });
  if (draft.memory.language === null) draft.goTo({ flow: house.doors.welcome, step });
  else {
    suspend(house, draft, house.doors.language);
    draft.goTo({ flow: house.doors.language, step });
  }
  return walk(house, draft);
}

/** The other language that a text is in, when it was not offered yet; null most of the time. */
export function languageToOffer<Change>(
  house: House<Change>,
  { memory, asking }: Draft<Change>,
  text: string,
): OtherLanguage | null {
  if (memory.language === null || (asking.waiting && memory.place === null)) return null;
  const other = house.otherLanguage?.(text, memory.language) ?? null;
  return other && !memory.languagesOffered?.includes(other.language) ? other : null;
}

/**
 * Asks once, in that language, whether to go on in it: it changes only when the person agrees. What they
 * wished for is followed after the answer; where a question waits, it is kept for later.
 */
export async function offerLanguage<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  { language, step }: OtherLanguage,
  wish: string | null,
): Promise<void> {
  const { languagesOffered = [], place } = draft.memory;
  const waits = place !== null && isQuestion(house, place);
  if (waits && wish !== null && wish !== place.flow) keepNeeds(house, draft, [wish]);
  suspend(house, draft, house.doors.language);
  draft.remember({
    languagesOffered: [...languagesOffered, language],
    misunderstood: 0,
    wish: waits ? null : wish,
  });
  draft.happened("languageOffered", language);
  draft.goTo({ flow: house.doors.language, step });
  return walk(house, draft);
}
