import { understand } from "../understanding/intent.ts";
import type { Intent } from "../understanding/intent-ids.ts";

/** What stands between two things that are asked for in one message, in the languages we speak. */
const between =
  /[,;.!?\n+&]+|(?<=^|\s)(?:et|puis|aussi|mais|ou|sinon|ensuite|egalement|and|also|but|or|then|y|tambien|pero|o|ademas|و|وكمان|او|أو|w|wu|ou|zid)(?=\s|$)/giu;
/** So much is said without a pause by who dictates; a short sentence without one asks for one thing. */
const longRamble = 12;
/** A part of a sentence is sure of what it says from here. */
const leastSure = 0.6;
/** More parts than this are a story: the first ones are read. */
const mostParts = 6;

/**
 * Everything a text asks for, beside what it asks for most: what each of its parts says by itself, then
 * what the whole hints at. Empty for a text of one piece.
 */
export function needsIn(
  text: string,
  also: readonly Intent[],
  language?: string,
): readonly Intent[] {
  const parts = text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => /\p{L}{3}/u.test(part));
  const isRamble = text.split(/\s+/).length >= longRamble;
  if (parts.length < 2) return isRamble ? also : [];
  const said = parts
    .slice(0, mostParts)
    .map((part) => understand(part, language))
    .filter(({ confidence }) => confidence >= leastSure)
    .map(({ intent }) => intent);
  return [...new Set([...said, ...also])];
}
