import type { Said } from "../base/message.ts";
import type { Draft } from "./draft.ts";
import { enter } from "./enter.ts";
import type { House } from "./house.ts";
import { walk } from "./walk.ts";

/** A word on the side, then the question that waits, again. */
export async function aside<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  word: string | Said,
): Promise<void> {
  sayAside(house, draft, word);
  return askAgain(house, draft);
}

/** The question that waits, once more; the welcome or the menu when none does. */
export async function askAgain<Change>(house: House<Change>, draft: Draft<Change>): Promise<void> {
  if (draft.asking.waiting && draft.memory.place === null) return;
  if (draft.memory.language === null && draft.memory.place === null) {
    enter(house, draft, house.doors.welcome);
  } else if (draft.memory.place === null) enter(house, draft, house.doors.menu);
  return walk(house, draft);
}

/** Other words for what would be said twice in a row. */
const otherwise: readonly { readonly of: RegExp; readonly key: string }[] = [
  { of: /_kept$/, key: "everywhere:keptAgain" },
  { of: /^everywhere:noted$/, key: "everywhere:notedAgain" },
  { of: /^everywhere:youAreWelcome$/, key: "everywhere:youAreWelcomeAgain" },
  { of: /^accueil:helloAgain$/, key: "accueil:stillHere" },
  { of: /^everywhere:outOfScope/, key: "everywhere:outOfScopeAgain" },
  { of: /./, key: "everywhere:asideAgain" },
];

/** Says it, in other words when it was said just before. */
export function sayAside<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  word: string | Said,
): void {
  const said = typeof word === "string" ? { key: word, values: house.always } : word;
  const other = otherwise.find(({ of }) => of.test(said.key));
  const spoken =
    other && draft.memory.lastAside === said.key ? { key: other.key, values: house.always } : said;
  draft.say(spoken);
  draft.noteAside(spoken.key);
}
