import type { Draft } from "./draft.ts";
import type { House } from "./house.ts";
import { enter, walk } from "./walk.ts";

/**
 * First words of somebody we do not know. True when their language and their wish are clear enough to
 * go on at once; false when the welcome, which asks for the language, was the answer.
 */
export async function greet<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  text: string,
): Promise<boolean> {
  const place = draft.memory.place;
  if (place?.flow === house.doors.welcome) return true; // the language question is being answered
  const wish = house.understand(text, null);
  if (!wish.language || !wish.flow) {
    // followed once the language is chosen
    draft.remember({ wish: wish.flow });
    enter(house, draft, house.doors.welcome);
    await walk(house, draft);
    return false;
  }
  introduce(house, draft, wish.language);
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
  draft.remember({ language: house.understand(text, null).language ?? "fr" });
}
