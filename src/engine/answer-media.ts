import type { Content } from "../base/message.ts";
import { aside } from "./aside.ts";
import type { Draft } from "./draft.ts";
import type { House } from "./house.ts";
import { fileOf, keptFile } from "./kept-file.ts";
import { walk } from "./walk.ts";

/** A photo, a voice message: kept for the team once the person was told so, and told now if not. */
export async function answerMedia<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  content: Extract<Content, { kind: "media" }>,
): Promise<void> {
  const key = `everywhere:media_${content.media}`;
  // a place, a card: words of another kind, and kept as words are
  if (content.place || content.contacts) return aside(house, draft, `${key}_kept`);
  const { place } = draft.memory;
  const here = fileOf(content) && place ? house.fileHere?.(draft.view()) : null;
  if (here && place) {
    draft.placeFile(here);
    draft.goTo({ flow: place.flow, step: here.step });
    return walk(house, draft);
  }
  if (fileOf(content) === null) return aside(house, draft, key);
  if (keptFile(draft.memory, content)) return aside(house, draft, `${key}_kept`);
  // who has no language yet is told by the welcome, which comes with this answer
  if (draft.memory.language === null) return aside(house, draft, "everywhere:media_untold");
  draft.say({ key: "everywhere:media_untold" });
  draft.remember({ told: true });
  return aside(house, draft, "accueil:privacy");
}
