import { aside } from "./aside.ts";
import type { Draft } from "./draft.ts";
import type { House } from "./house.ts";
import { suspend } from "./suspend.ts";
import { enter, walk } from "./walk.ts";

/** Says it otherwise the first time, offers a person the second. */
export async function misunderstand<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  hint: string | null,
) {
  const count = draft.memory.misunderstood + 1;
  draft.happened("misunderstood");
  if (count >= 2) {
    draft.remember({ misunderstood: 0, language: draft.memory.language ?? "fr" });
    suspend(house, draft, house.doors.lost);
    enter(house, draft, house.doors.lost);
    return walk(house, draft);
  }
  draft.remember({ misunderstood: count });
  return aside(house, draft, hint ?? "everywhere:notUnderstood");
}
