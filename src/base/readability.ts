/** What can be measured of how easily a text is read, without judging what it says. */
export interface Readability {
  /** Words of a sentence, on average. */
  readonly wordsPerSentence: number;
  readonly questions: number;
  /** Words in capitals of two letters or more, each once. */
  readonly acronyms: readonly string[];
}

/** The number of words a sentence may have on average: the rule of thumb of plain French (FALC). */
export const mostWordsPerSentence = 15;

/**
 * How easily a text is read. A placeholder counts as one word; a line of its own is a sentence, as a
 * list is read line by line; addresses of pages are no words.
 */
export function readabilityOf(text: string): Readability {
  const plain = text
    .replace(/\{\{\s*(\w+)\s*(?:,\s*\w+\s*)?\}\}/g, "valeur")
    .replace(/https?:\/\/\S+/g, "");
  const lengths = sentencesIn(plain).map((sentence) => wordsIn(sentence).length);
  const words = lengths.reduce((sum, length) => sum + length, 0);
  return {
    wordsPerSentence: lengths.length === 0 ? 0 : words / lengths.length,
    questions: (plain.match(/\?+/g) ?? []).length,
    acronyms: acronymsIn(plain),
  };
}

/** The sentences of a text: a colon announces what follows as a new one, as it is read aloud. */
function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[.!?…;:])\s+|\n+/).filter((sentence) => wordsIn(sentence).length > 0);
}

function wordsIn(sentence: string): readonly string[] {
  return sentence.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** "FSL", "APL", "SOS"; not a capital alone, nor a word of a title. */
function acronymsIn(text: string): readonly string[] {
  return [...new Set(text.match(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu) ?? [])];
}
