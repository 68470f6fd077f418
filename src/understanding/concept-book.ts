import { concepts } from "./concepts/index.ts";
import { phraseWords } from "./message-words.ts";
import { type Found, phraseBook } from "./phrase-book.ts";

/** Words that a mistake would make into others: never corrected. */
const correct = new Set(
  `metro louper livre nuire pauvre parler parles porter partie payer parfait menage manager courir
  nourrir violet violette parents parente battre coupes couches louche dormez vivres nuits fumer voitures toiture
  mariee marie marque partie parties enfants`.split(/\s+/),
);

const book = phraseBook<string>(
  concepts.flatMap((line) => {
    const colon = line.indexOf(":");
    const sense = line.slice(0, colon);
    const phrases = line.slice(colon + 1).split(",");
    return [...new Set(phrases.map(phraseWords))].flatMap((phrase) =>
      phrase === "" ? [] : [{ phrase, sense }],
    );
  }),
  (word) => (word.length <= 6 ? 0 : word.length <= 9 ? 1 : 2),
  correct,
);

/** What the words speak of ("landlord", "debt", "tonight"), in the order they are said. */
export function conceptsIn(words: readonly string[]): readonly Found<string>[] {
  return book.find(words).sort((one, other) => one.start - other.start || one.end - other.end);
}
