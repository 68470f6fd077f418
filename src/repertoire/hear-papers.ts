import { type PaperCode, paperNamed } from "../eligibility/papers.ts";
import { normalise } from "../understanding/normalise.ts";

/** What somebody says of their papers: those they have. */
export interface SaidOfPapers {
  readonly have: readonly PaperCode[];
}

/** The papers that were ticked by words, when that is what was heard; null for a single one chosen. */
export function saidPapers(heard: unknown): readonly PaperCode[] | null {
  if (typeof heard !== "object" || heard === null || !("have" in heard)) return null;
  if (!Array.isArray(heard.have)) return null;
  return heard.have.flatMap((name) => paperNamed(String(name)) ?? []);
}

/** The words of a language, bars between them. */
type Words = (key: string) => string;

/**
 * What a text says of the papers of a list: those that are there ("j'ai la carte d'identité et le
 * rib", "j'ai tout sauf le bail"), or the one whose card is wanted ("le bail", "j'ai pas le bail");
 * null when it names none, or says nothing sure of several.
 */
export function hearPapers(
  text: string,
  among: readonly PaperCode[],
  words: Words,
): SaidOfPapers | PaperCode | null {
  const but = listOf(words("synonyms:papersBut")).join("|");
  const clauses = normalise(text).split(new RegExp(`\\b(?:${but})\\b`));
  const have = new Set<PaperCode>();
  const spokenOf = new Set<PaperCode>();
  clauses.forEach((clause, place) => {
    const saysHave = says(clause, words("synonyms:papersHave"));
    const named = among.filter((paper) => says(clause, words(`synonyms:paper_${paper}`)));
    for (const paper of named) spokenOf.add(paper);
    // "tout sauf le bail": what follows "sauf" is what is lacking
    const isLacking = says(clause, words("synonyms:papersNot")) || (place > 0 && !saysHave);
    if (isLacking) for (const paper of named) have.delete(paper);
    else if (says(clause, words("synonyms:papersAll"))) for (const paper of among) have.add(paper);
    else if (saysHave || named.length > 1) for (const paper of named) have.add(paper);
  });
  const [only, ...others] = spokenOf;
  if (have.size > 0) return { have: [...have] };
  return only && others.length === 0 ? only : null;
}

function listOf(bars: string): readonly string[] {
  return bars.split("|");
}

/** Whether one of these words is in a normalised text, whole. */
function says(normalised: string, bars: string): boolean {
  return listOf(bars).some((word) => ` ${normalised} `.includes(` ${word} `));
}
