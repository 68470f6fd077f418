import { fold } from "./normalise.ts";
import { spellOut } from "./spell-out.ts";

/** The Arabic article, with the little words written in one with it. */
const article = /^[وفبكعه]?ال(?=..)|^لل(?=..)/;
/** Words that only look as if they began with the article. */
const ownBeginning = new Set("الان اليوم الله الي التي الذي اللي الا البارح".split(" "));
const arabic = /^\p{Script=Arabic}/u;

/** The words of a message as the lexicon and the model read them: spelt out, without the Arabic article. */
export function messageWords(text: string): readonly string[] {
  return spellOut(fold(text)).map(withoutArticle);
}

/** A phrase of the lexicon in the same spelling; `*`, `|` and `..` keep their meaning. */
export function phraseWords(phrase: string): string {
  return phrase
    .trim()
    .split(/\s+/)
    .flatMap((part) => {
      if (part === ".." || part === "...") return [part];
      const either = part.split("|");
      if (either.length > 1) return [either.map(oneWord).join("|")];
      const words = spellOut(fold(part.replace("*", ""))).map(withoutArticle);
      const last = words.pop();
      return last === undefined ? [] : [...words, part.endsWith("*") ? `${last}*` : last];
    })
    .join(" ");
}

/** A phrase of a table in plain words, its Arabic words without their article as messages are read. */
export function withoutArticles(phrase: string): string {
  return phrase
    .split(" ")
    .map((part) => part.split("|").map(withoutArticle).join("|"))
    .join(" ");
}

function oneWord(word: string): string {
  return withoutArticle(fold(word)) + (word.endsWith("*") ? "*" : "");
}

function withoutArticle(word: string): string {
  return arabic.test(word) && !ownBeginning.has(word) ? word.replace(article, "") : word;
}
