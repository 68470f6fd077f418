import { type Vocabulary, vocabulary } from "./vocabulary.ts";

/**
 * A phrase is written as it is said, in plain words: `cherche .. logement|studio`.
 * `a|b` either word, `word*` any word that begins so, `word?` may be missing, `..` up to three words
 * between, `...` up to six, `^` the message begins here, `$` the message ends here.
 */
export interface Phrase<Sense> {
  readonly phrase: string;
  readonly sense: Sense;
}

/** A phrase found in a message, and the places of the words that made it. */
export interface Found<Sense> extends Phrase<Sense> {
  readonly start: number;
  readonly end: number;
  readonly places: readonly number[];
}

interface Part {
  readonly terms: ReadonlySet<number>;
  readonly gap: number;
  readonly optional: boolean;
}
interface Compiled<Sense> extends Phrase<Sense> {
  readonly parts: readonly Part[];
  readonly fromStart: boolean;
  readonly toEnd: boolean;
}

/** Finds all phrases in a message already cut in words: each word is looked up once, in linear time. */
export interface PhraseBook<Sense> {
  find(words: readonly string[]): Found<Sense>[];
}

/** Compiles phrases, once. See `vocabulary` for `mistakes` and `correct`. */
export function phraseBook<Sense>(
  phrases: readonly Phrase<Sense>[],
  mistakes: (word: string) => number,
  correct: ReadonlySet<string>,
): PhraseBook<Sense> {
  const known = vocabulary(mistakes, correct);
  const byFirst = new Map<number, Compiled<Sense>[]>();
  for (const phrase of phrases) {
    const compiled = compile(phrase, known);
    for (const term of compiled.parts[0]?.terms ?? []) {
      byFirst.set(term, [...(byFirst.get(term) ?? []), compiled]);
    }
  }
  return {
    find(words) {
      const seen = new Map<string, readonly number[]>();
      const meanings = words.map((word) => {
        const already = seen.get(word) ?? known.meanings(word);
        seen.set(word, already);
        return already;
      });
      const found: Found<Sense>[] = [];
      meanings.forEach((terms, start) => {
        for (const term of terms) {
          for (const phrase of byFirst.get(term) ?? []) {
            const match = matchAt(phrase, meanings, start);
            if (match) found.push(match);
          }
        }
      });
      return found;
    },
  };
}

function compile<Sense>(phrase: Phrase<Sense>, known: Vocabulary): Compiled<Sense> {
  const parts: Part[] = [];
  let gap = 0;
  for (const written of phrase.phrase.split(" ")) {
    if (written === "^" || written === "$") continue;
    if (written === ".." || written === "...") {
      gap = written === ".." ? 3 : 6;
      continue;
    }
    const optional = written.endsWith("?");
    const either = (optional ? written.slice(0, -1) : written).split("|");
    parts.push({ terms: new Set(either.map((term) => known.add(term))), gap, optional });
    gap = 0;
  }
  return {
    ...phrase,
    parts,
    fromStart: phrase.phrase.startsWith("^ "),
    toEnd: phrase.phrase.endsWith(" $"),
  };
}

// the nearest word that fits is taken and never reconsidered: that keeps the search linear
function matchAt<Sense>(
  phrase: Compiled<Sense>,
  meanings: readonly (readonly number[])[],
  start: number,
): Found<Sense> | null {
  if (phrase.fromStart && start > 0) return null;
  const places: number[] = [];
  let next = start;
  for (const part of phrase.parts) {
    const place = nearest(part, meanings, next);
    if (place === null) {
      if (part.optional) continue;
      return null;
    }
    places.push(place);
    next = place + 1;
  }
  if (phrase.toEnd && next !== meanings.length) return null;
  return { phrase: phrase.phrase, sense: phrase.sense, start, end: next - 1, places };
}

function nearest(
  part: Part,
  meanings: readonly (readonly number[])[],
  from: number,
): number | null {
  for (let place = from; place <= from + part.gap && place < meanings.length; place++) {
    if (meanings[place]?.some((term) => part.terms.has(term))) return place;
  }
  return null;
}
