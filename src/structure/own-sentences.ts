import type { Structure } from "./schema.ts";

/** Under which key the texts keep a ready answer of an association's own. */
function ownCannedKey(id: string): string {
  return `canned:own_${id}`;
}

/** All that an association says in its own words, by language and key: its sentences, and its ready answers. */
export function ownSentencesOf({
  texts = {},
  cannedAnswers = [],
}: Pick<Structure, "texts" | "cannedAnswers">): NonNullable<Structure["texts"]> {
  const spoken: Record<string, Record<string, string>> = {};
  for (const [language, sentences] of Object.entries(texts)) spoken[language] = { ...sentences };
  for (const { id, text } of cannedAnswers) {
    for (const [language, sentence] of Object.entries(text)) {
      spoken[language] = { ...spoken[language], [ownCannedKey(id)]: sentence };
    }
  }
  return spoken;
}
