import { normalise } from "./normalise.ts";
import { spellOut } from "./spell-out.ts";
import { stem } from "./stem.ts";
import { emptyWords } from "./subject-empty-words.ts";
import { vocabulary } from "./vocabulary.ts";

/** A subject, and the phrases young people may say it with. */
export interface SearchedSubject {
  readonly name: string;
  readonly phrases: readonly string[];
}

/** A subject found; a score of 1 and more is a phrase found whole. */
export interface FoundSubject {
  readonly name: string;
  readonly score: number;
}

/** What a free text is about: one subject surely, a few that are close, or none. */
export type SubjectFinding =
  | { readonly kind: "clear"; readonly name: string }
  | { readonly kind: "close"; readonly names: readonly string[] }
  | { readonly kind: "none" };

interface Phrase {
  readonly subject: number;
  readonly terms: ReadonlySet<number>;
  readonly weight: number;
}

/** A word nobody wrote in a phrase weighs this much of a mean one: people tell more than they ask. */
const strangeWord = 0.35;
/** Ranks subjects by their best phrase: how much of the phrase is said, then how much of the text it is. */
const shareOfText = 0.35;
/** What another phrase of the same subject adds. */
const confirmation = 0.12;
const leastClear = 0.85;
const leastClose = 0.5;
/** What the share of the text that the subject's words cover, all phrases together, adds. */
const coverage = 0.4;
/** A second subject this near to the first is offered beside it. */
const near = 0.86;
const mostOffered = 3;

/** Finds the subjects of a free text by their phrases, through typing mistakes and phone spellings. */
export function subjectSearch(
  subjects: readonly SearchedSubject[],
): (text: string) => readonly FoundSubject[] {
  const known = vocabulary((word) => (word.length <= 4 ? 0 : word.length <= 8 ? 1 : 2), new Set());
  const exact = new Set<string>();
  const phrases = subjects.flatMap(({ phrases: own }, subject) =>
    own.map((phrase) => {
      const stems = stemsOf(phrase);
      for (const one of stems) exact.add(one);
      return { subject, terms: new Set(stems.map((one) => known.add(one))) };
    }),
  );
  const holders = holdersOf(phrases);
  const weights = weightsOf(holders, subjects.length);
  const mean = [...weights.values()].reduce((sum, one) => sum + one, 0) / Math.max(1, weights.size);
  const weighed: readonly Phrase[] = phrases.map((phrase) => ({
    ...phrase,
    weight: sum([...phrase.terms].map((term) => weights.get(term) ?? 0)),
  }));
  return (text) => {
    const said = new Map<number, number>();
    let whole = 0;
    for (const word of wordsOf(text)) {
      const one = known.meanings(stem(word)).length > 0 ? stem(word) : stem(withoutArticle(word));
      const terms = known.meanings(one);
      const surely = exact.has(one) ? 1 : 0.85;
      for (const term of terms) said.set(term, Math.max(said.get(term) ?? 0, surely));
      whole += Math.max(...terms.map((term) => weights.get(term) ?? 0), mean * strangeWord);
    }
    const covered = subjects.map((_, subject) => {
      let found = 0;
      for (const [term, surely] of said) {
        if (holders.get(term)?.has(subject)) found += surely * (weights.get(term) ?? 0);
      }
      return Math.min(1, found / whole);
    });
    const score = (phrase: Phrase) => scoreOf(phrase, said, weights, whole);
    return ranked(subjects, weighed, score, covered);
  };
}

function stemsOf(text: string): readonly string[] {
  return [...new Set(wordsOf(text).map(stem))];
}

function wordsOf(text: string): readonly string[] {
  return spellOut(normalise(text)).filter((word) => !emptyWords.has(word));
}

/** "lappart", "dapl": an apostrophe that nobody types. */
function withoutArticle(word: string): string {
  return word.replace(/^(?:[cdjlmnst]|qu)(?=[aeiouh]\w{2})/, "");
}

/** Which subjects say each word. */
function holdersOf(
  phrases: readonly { readonly subject: number; readonly terms: ReadonlySet<number> }[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const holders = new Map<number, Set<number>>();
  for (const { subject, terms } of phrases) {
    for (const term of terms) holders.set(term, (holders.get(term) ?? new Set()).add(subject));
  }
  return holders;
}

/** A word of one subject alone says more than a word of many. */
function weightsOf(
  holders: ReadonlyMap<number, ReadonlySet<number>>,
  count: number,
): ReadonlyMap<number, number> {
  return new Map([...holders].map(([term, { size }]) => [term, Math.log(1 + count / size)]));
}

function scoreOf(
  { terms, weight }: Phrase,
  said: ReadonlyMap<number, number>,
  weights: ReadonlyMap<number, number>,
  whole: number,
): number {
  let found = 0;
  for (const term of terms) found += (said.get(term) ?? 0) * (weights.get(term) ?? 0);
  if (found === 0) return 0;
  const ofPhrase = found / weight;
  const ofText = Math.min(1, found / whole);
  return ofPhrase * (1 - shareOfText + shareOfText * ofText) * (found / (found + 0.5));
}

function ranked(
  subjects: readonly SearchedSubject[],
  phrases: readonly Phrase[],
  score: (phrase: Phrase) => number,
  covered: readonly number[],
): readonly FoundSubject[] {
  const best = subjects.map(() => ({ first: 0, others: 0 }));
  for (const phrase of phrases) {
    const of = best[phrase.subject];
    const one = score(phrase);
    if (!of || one === 0) continue;
    of.others = Math.max(of.others, Math.min(of.first, one));
    of.first = Math.max(of.first, one);
  }
  return subjects
    .map(({ name }, place) => {
      const { first = 0, others = 0 } = best[place] ?? {};
      return { name, score: first + confirmation * others + coverage * (covered[place] ?? 0) };
    })
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** What to do with subjects found, best first: go there, offer the closest, or own that nothing was found. */
export function findingIn(found: readonly FoundSubject[]): SubjectFinding {
  const [first, second] = found;
  if (!first || first.score < leastClose) return { kind: "none" };
  const isAlone = !second || second.score < first.score * near;
  if (isAlone && first.score >= leastClear) return { kind: "clear", name: first.name };
  const close = found.filter(
    ({ score }) => score >= Math.max(leastClose, first.score * near * near),
  );
  return { kind: "close", names: close.slice(0, mostOffered).map(({ name }) => name) };
}
