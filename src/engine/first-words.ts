import type { Draft } from "./draft.ts";
import { enter } from "./enter.ts";
import type { House } from "./house.ts";
import { walk } from "./walk.ts";

/** What we speak with somebody whose words are the same in every language, until they say otherwise. */
const ours = "fr";

/**
 * First words of somebody we do not know. True when their wish is clear enough to go on at once, with
 * a word on the other language where theirs cannot be told; false when the welcome, which asks for the
 * language, was the answer.
 */
export async function greet<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  text: string,
): Promise<boolean> {
  const place = draft.memory.place;
  if (place?.flow === house.doors.welcome) return true; // the language question is being answered
  const wish = house.understand(text, null);
  if (!wish.flow || (wish.language === null && wish.offered)) {
    // followed once the language is chosen
    draft.remember({ wish: wish.flow });
    enter(house, draft, house.doors.welcome);
    await walk(house, draft);
    return false;
  }
  introduce(house, draft, wish.language ?? ours);
  if (wish.language === null) draft.say({ key: "accueil:otherLanguage" });
  return true;
}

/** Speaks that language from now on, and says in two lines who speaks and what is kept. */
export function introduce<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  language: string,
): void {
  draft.remember({ language, told: true });
  draft.say({ key: "accueil:welcomeShort", values: house.always });
  draft.happened("greeted", language);
}

/** The language a text is in, for somebody who was never asked and has no time to be. */
export function settleLanguage<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  text: string,
): void {
  if (draft.memory.language !== null) return;
  draft.remember({ language: house.understand(text, null).language ?? ours });
}
