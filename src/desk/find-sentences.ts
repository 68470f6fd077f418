import { filesOfTheTeam, type Language, locales } from "../../locales/index.ts";
import { plainSigns } from "../base/plain-signs.ts";
import { textsOf } from "../base/sentences.ts";
import type { Structure } from "../structure/schema.ts";

/** A sentence that people read: its key, and how it is said here. */
export interface Sentence {
  readonly key: string;
  readonly common: string;
  /** What the association says in its place; null where it says the common one. */
  readonly own: string | null;
}

/** So many of a search are shown. */
export const sentencesShown = 30;

/** The sentences of a language that hold some words, those said otherwise here first; all of those alone without words. */
export function findSentences(
  { texts = {} }: Structure,
  language: Language,
  words: string,
): readonly Sentence[] {
  const own = texts[language] ?? {};
  const sought = plain(words);
  const all = sentencesOf(language).map(({ key, common }) => ({
    ...{ key, common },
    own: own[key] ?? null,
  }));
  const found = all.filter((one) =>
    sought === ""
      ? one.own !== null
      : [one.key, one.common, one.own ?? ""].some((text) => plain(text).includes(sought)),
  );
  return found.toSorted((one, other) => Number(other.own !== null) - Number(one.own !== null));
}

/** One sentence by its key; null when people read none of that key. */
export function sentenceOf(structure: Structure, language: Language, key: string): Sentence | null {
  const found = sentencesOf(language).find((one) => one.key === key);
  return found ? { ...found, own: structure.texts?.[language]?.[key] ?? null } : null;
}

function sentencesOf(language: Language) {
  return Object.entries(locales[language]).flatMap(([file, texts]) =>
    filesOfTheTeam.includes(file)
      ? []
      : [...textsOf(texts)].map(([key, common]) => ({ key: `${file}:${key}`, common })),
  );
}

function plain(text: string): string {
  return plainSigns(text).trim();
}
