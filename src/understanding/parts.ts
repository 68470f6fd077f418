import { messageWords } from "./message-words.ts";

/** Some words of a message, from `start` up to but without `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Signs after which another thing may be said. */
const signs = /[.,;:!?\n()…،؛؟]+/u;
/** Little words before another thing is said. */
const joining = new Set(
  "et puis sinon aussi mais bref and also but then pero tambien ademas w walakin و ولكن كمان".split(
    " ",
  ),
);
const leastWords = 2;
const longestWindow = 14;
const windowStep = 7;

/** The words of a message, and the stretches that may each say something of their own. */
export function partsOf(text: string): {
  readonly words: readonly string[];
  readonly parts: readonly Stretch[];
} {
  const words: string[] = [];
  const parts: Stretch[] = [];
  let start = 0;
  const close = () => {
    if (words.length - start >= leastWords) parts.push(...windows(start, words.length));
    start = words.length;
  };
  for (const part of text.split(signs)) {
    for (const word of messageWords(part)) {
      if (joining.has(word)) close();
      words.push(word);
    }
    close();
  }
  return { words, parts: parts.length > 1 ? parts : [] };
}

/** A part told in one breath, in overlapping windows, so that what is in its middle is heard too. */
function windows(start: number, end: number): Stretch[] {
  if (end - start <= longestWindow) return [{ start, end }];
  const cut: Stretch[] = [];
  for (let from = start; from < end - windowStep; from += windowStep) {
    cut.push({ start: from, end: Math.min(end, from + longestWindow) });
  }
  return cut;
}
