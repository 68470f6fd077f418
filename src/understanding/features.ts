import { squeeze } from "./normalise.ts";

/** What the model looks at in a message: numbered signs, each with the weight of its kind. */
export interface Features {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  /** The length of all weights together, as a vector: long messages count no more than short ones. */
  readonly length: number;
}

/** How much a sign of each kind counts: what a word means more than how it is written. */
const weightOf: Readonly<Record<string, number>> = {
  concept: 8,
  pair: 3,
  rule: 3,
  word: 2,
  words: 1,
  letters: 0.6,
  shape: 1,
};
/** Concepts this far apart, counted in concepts, are still said together. */
const farthestPair = 4;
const shortestLetters = 2;
const longestLetters = 5;
const idBits = 24;

/** What the signs of a message are taken from. */
export interface Read {
  readonly words: readonly string[];
  readonly emoji: readonly string[];
  /** What the words speak of, in the order they are said. */
  readonly concepts: readonly string[];
  /** What tables of phrases found: it weighs in like a concept, and decides nothing alone. */
  readonly rules: readonly string[];
}

/** The signs of a message, or of a part of it. */
export function featuresOf({ words, emoji, concepts, rules }: Read): Features {
  const weights = new Map<number, number>();
  const add = (kind: string, sign: string) => {
    weights.set(idOf(`${kind} ${sign}`), weightOf[kind] ?? 1);
  };
  let before = "^";
  for (const word of words) {
    add("word", word);
    add("words", `${before} ${word}`);
    before = word;
    addLetters(word, weights);
  }
  add("words", `${before} $`);
  addConcepts(concepts, add);
  for (const rule of rules) add("rule", rule);
  for (const sign of emoji) add("word", sign);
  add("shape", "any message");
  add("shape", `length ${Math.min(5, Math.floor(Math.log2(words.length + 1)))}`);
  return { ids: [...weights.keys()], weights: [...weights.values()], length: lengthOf(weights) };
}

function addConcepts(concepts: readonly string[], add: (kind: string, sign: string) => void): void {
  const said: string[] = [];
  for (const concept of concepts) {
    add("concept", concept);
    if (said.at(-1) !== concept) said.push(concept);
  }
  said.forEach((one, place) => {
    for (const other of said.slice(place + 1, place + 1 + farthestPair)) {
      add("pair", one < other ? `${one} ${other}` : `${other} ${one}`);
    }
  });
}

/** Pieces of two to five letters of a word, its ends marked: what survives a spelling mistake. */
function addLetters(word: string, weights: Map<number, number>): void {
  const marked = `_${squeeze(word)}_`;
  const weight = weightOf["letters"] ?? 1;
  for (let start = 0; start < marked.length; start++) {
    let hash = idSeed;
    for (let length = 1; length <= longestLetters && start + length <= marked.length; length++) {
      hash = Math.imul(hash ^ marked.charCodeAt(start + length - 1), prime);
      if (length >= shortestLetters) weights.set(cut(hash), weight);
    }
  }
}

function lengthOf(weights: ReadonlyMap<number, number>): number {
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  return Math.sqrt(squares);
}

const idSeed = 0x811c9dc5;
const prime = 0x01000193;

/** The sign that a whole word is. */
export function wordSign(word: string): number {
  return idOf(`word ${word}`);
}

/** FNV-1a, folded to 24 bits: signs that share a number are too few to matter. */
function idOf(sign: string): number {
  let hash = idSeed ^ 0x5bd1e995;
  for (let place = 0; place < sign.length; place++) {
    hash = Math.imul(hash ^ sign.charCodeAt(place), prime);
  }
  return cut(hash);
}

function cut(hash: number): number {
  return ((hash >>> idBits) ^ hash) & ((1 << idBits) - 1);
}
