import { normalise } from "./normalise.ts";
import { spellOut } from "./spell-out.ts";

/** What stands in the place of something personal. */
const masks = /\[[a-z]+\]/g;

/** What two ways of writing the same words share: spelled out, without figures, each word once, in no order. */
export function likenessOf(text: string): string {
  const words = spellOut(normalise(text.replace(masks, " "))).filter((word) => !/^\d+$/.test(word));
  // what has no word (an emoji) is like itself alone
  return [...new Set(words)].sort().join(" ") || text.trim();
}
