/** What a line is for: to learn from, to choose settings with, or to be judged by. */
export type Split = "train" | "tune" | "held-back";

export const splits: readonly Split[] = ["train", "tune", "held-back"];

/** Of a hundred families, those under 60 train, those under 75 tune, and the last 25 judge. */
const trainBelow = 0.6;
const tuneBelow = 0.75;
/** 2³² times the golden section: neighbours in number land far apart, and every stretch is spread evenly. */
const goldenStep = 2654435769;

/**
 * The split of a wording family ("fr-visale-03"), decided by its id alone, for ever: adding families
 * moves none. The theme says where the count starts and the number how far it goes, so that each theme
 * of each group has about 60, 15 and 25 of a hundred families, even when it has seven. Throws when the id ends in no number.
 */
export function splitOf(family: string): Split {
  const [, theme, number] = /^(.+)-(\d+)$/.exec(family) ?? [];
  if (theme === undefined || number === undefined) throw new Error(`no family: "${family}"`);
  const place = ((fnv(theme) + Math.imul(Number(number), goldenStep)) >>> 0) / 2 ** 32;
  if (place < trainBelow) return "train";
  return place < tuneBelow ? "tune" : "held-back";
}

/** FNV-1a over UTF-16 units, 32 bits. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return hash;
}
