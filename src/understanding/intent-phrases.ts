import type { Intent } from "./intent-ids.ts";
import { englishSchemes } from "./intent-words-en.ts";
import { englishEveryday } from "./intent-words-en-everyday.ts";
import { frenchSchemes } from "./intent-words-fr.ts";
import { frenchEveryday } from "./intent-words-fr-everyday.ts";
import { frenchTalk } from "./intent-words-fr-talk.ts";
import { type Found, phraseBook } from "./phrase-book.ts";

/** What a phrase says for: an intent, and whether it is enough alone. */
export interface IntentSense {
  readonly intent: Intent;
  readonly isSure: boolean;
  /** The language of its table. */
  readonly language: "fr" | "en";
}

const tables = [
  { language: "fr" as const, words: [...frenchSchemes, ...frenchEveryday, ...frenchTalk] },
  { language: "en" as const, words: [...englishSchemes, ...englishEveryday] },
];

const book = phraseBook<IntentSense>(
  tables.flatMap(({ language, words }) =>
    words.flatMap(({ intent, sure, maybe = [] }) => [
      ...sure.map((phrase) => ({ phrase, sense: { intent, language, isSure: true } })),
      ...maybe.map((phrase) => ({ phrase, sense: { intent, language, isSure: false } })),
    ]),
  ),
  (word) => (word.length <= 4 ? 0 : word.length <= 8 ? 1 : 2),
  new Set("metro louper livre nuire pauvre parler parles porter partie payer".split(" ")),
);

/** The phrases of the tables that the words hold. */
export function intentPhrases(words: readonly string[]): readonly Found<IntentSense>[] {
  return book.find(words);
}
