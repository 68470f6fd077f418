import { withinDistance } from "./typing-distance.ts";

/** Finds which known words a written word may be: itself, one it begins with, or one it misspells. */
export interface Vocabulary {
  /** Adds a word ("loyer") or a beginning ("expuls*"), and gives its number. */
  add(term: string): number;
  /** Numbers of the terms that this word may stand for; none when it is unknown. */
  meanings(word: string): readonly number[];
}

interface Spelt {
  readonly word: string;
  readonly letters: number;
  readonly term: number;
  readonly mistakes: number;
}

/**
 * An empty vocabulary.
 * `mistakes` says how many typing mistakes a known word forgives; `correct` are words never corrected.
 * The first letter must be right: it nearly always is, and it divides the work by ten.
 */
export function vocabulary(
  mistakes: (word: string) => number,
  correct: ReadonlySet<string>,
): Vocabulary {
  const terms = new Map<string, number>();
  const words = new Map<string, number>();
  const beginnings = new Map<string, number>();
  const speltBy = new Map<string, Spelt[]>();

  const add = (term: string): number => {
    const known = terms.get(term);
    if (known !== undefined) return known;
    const number = terms.size;
    terms.set(term, number);
    if (term.endsWith("*")) {
      beginnings.set(term.slice(0, -1), number);
      return number;
    }
    words.set(term, number);
    const spelt = { word: term, letters: lettersOf(term), term: number, mistakes: mistakes(term) };
    if (spelt.mistakes > 0) {
      speltBy.set(term.charAt(0), [...(speltBy.get(term.charAt(0)) ?? []), spelt]);
    }
    return number;
  };

  const meanings = (word: string): readonly number[] => {
    const found: number[] = [];
    const exact = words.get(word);
    if (exact !== undefined) found.push(exact);
    for (let length = 3; length <= word.length && length <= 14; length++) {
      const begun = beginnings.get(word.slice(0, length));
      if (begun !== undefined) found.push(begun);
    }
    if (found.length > 0 || word.length < 4 || word.length > 24 || correct.has(word)) return found;
    return misspelt(word, speltBy.get(word.charAt(0)) ?? []);
  };
  return { add, meanings };
}

function misspelt(word: string, candidates: readonly Spelt[]): number[] {
  const letters = lettersOf(word);
  const found: number[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.word.length - word.length) > candidate.mistakes) continue;
    // a mistake changes at most two letters of the set: most words are refused without measuring
    if (bitsIn(letters ^ candidate.letters) > candidate.mistakes * 2) continue;
    if (withinDistance(word, candidate.word, candidate.mistakes)) found.push(candidate.term);
  }
  return found;
}

/** The set of letters of a word, one bit each. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let place = 0; place < word.length; place++) letters |= 1 << (word.charCodeAt(place) & 31);
  return letters;
}

function bitsIn(letters: number): number {
  let count = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) count++;
  return count;
}
