import { plainWord } from "./plain-answer.ts";

/** How numbers are said in one language. */
export interface NumberTable {
  /** What each word adds: 3, 17, 40, 200. */
  readonly values: ReadonlyMap<string, number>;
  readonly hundreds: ReadonlySet<string>;
  readonly thousands: ReadonlySet<string>;
  /** Between two words of one number ("et", "y", "w"). */
  readonly linking: ReadonlySet<string>;
  /** Words that mean something else in another language: alone, they count in their own language only. */
  readonly doubtful: ReadonlySet<string>;
  /** "un", "one": an article as soon as another number is there. */
  readonly articles: ReadonlySet<string>;
}

/** A table from lines such as "4 quatre": a number, and its words. 100 and 1000 multiply what is before. */
export function tableOf(
  lines: string,
  {
    linking = "",
    doubtful = "",
    articles = "",
  }: Record<"linking" | "doubtful" | "articles", string>,
): NumberTable {
  const entries = lines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [number = "", ...words] = line.trim().split(/\s+/);
      return words.map((word) => [plainWord(word), Number(number)] as const);
    });
  const wordsOf = (value: number) =>
    new Set(entries.filter(([, meant]) => meant === value).map(([word]) => word));
  const split = (words: string) => new Set(words.split(" ").map(plainWord));
  return {
    values: new Map(entries),
    hundreds: wordsOf(100),
    thousands: wordsOf(1000),
    linking: split(linking),
    doubtful: split(doubtful),
    articles: split(articles),
  };
}
