import type { Option, Said } from "../base/message.ts";
import type { Place } from "./conversation.ts";
import type { Draft } from "./draft.ts";
import type { House } from "./house.ts";
import { optionId } from "./option-id.ts";

/** A text of the flow at a place, with every value it may show. */
export function label<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  place: Place,
  key: string,
): Said {
  const own = house.shownIn?.(place.flow, draft.asking.now);
  return {
    key: `${place.flow}:${key}`,
    values: { ...house.always, ...own, ...draft.memory.values },
  };
}

/** A button: its id, its words, and shorter ones where a channel is narrow. */
export function option(
  place: Place,
  key: string,
  words: Said,
  about?: unknown,
  short?: Said,
): Option {
  const id = optionId(place, key, typeof about === "string" ? about : null);
  return { id, label: words, ...(short ? { short } : {}) };
}
