/**
 * A short fingerprint of a text (FNV-1a, 32 bits, in base 36): equal texts have equal ones, and the text
 * cannot be read from it. Not for secrets: two texts may share one.
 */
export function fingerprint(text: string): string {
  return hashOf(text).toString(36);
}

/**
 * The fingerprints of the words of a text, once each: no accents, no case, no figures, no signs. A text
 * without a word is one word.
 */
export function wordPrints(text: string): readonly number[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return [...new Set((plain.match(/\p{L}+/gu) ?? [plain.trim()]).map(hashOf))];
}

/** How much two texts share, from 0 to 1: the words of both among the words of either. */
export function sharedWords(one: readonly number[], other: readonly number[]): number {
  const either = new Set([...one, ...other]);
  if (either.size === 0) return 1;
  const theirs = new Set(other);
  return one.filter((word) => theirs.has(word)).length / either.size;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return hash >>> 0;
}
