import { paperCodes, paperNamed, papers } from "../eligibility/papers.ts";

/** The texts that papers need: each has its words, and one of a motif that nobody knows has none. */
export function paperTexts(named: readonly string[]): readonly string[] {
  const words = paperCodes.flatMap((code) => {
    const { shows, isWhereKnown, isElseKnown } = papers[code];
    return [
      ...["papers:short", "papers:what", "synonyms:paper"].map((kind) => `${kind}_${code}`),
      `papers:why_${shows}`,
      ...(isWhereKnown ? [`papers:where_${code}`] : []),
      ...(isElseKnown ? [`papers:else_${code}`] : []),
    ];
  });
  const unknown = named.filter((name) => paperNamed(name) === null);
  return [...new Set(words), ...unknown.map((name) => `papers:short_${name}`)];
}
