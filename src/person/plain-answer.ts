const half = /½/g;
const marks = /\p{M}+/gu;
const invisible = /\p{Cf}+/gu;
const spaces = /\s+/gu;
const apostrophes = /[’ʼ`´]/g;
const easternDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;
/** No answer to a question about oneself is longer; what is longer is a story, not a value. */
const longestAnswer = 300;

/**
 * An answer made plain but with its punctuation, which counts in sums and dates: lower case, no
 * accents, ASCII digits, single spaces, cut at 300 characters.
 */
export function plainAnswer(text: string): string {
  return text
    .slice(0, longestAnswer)
    .replace(half, " et demi")
    .normalize("NFKD")
    .replace(marks, "")
    .replace(invisible, "")
    .replace(apostrophes, "'")
    .replace(easternDigits, (digit) => String(digit.charCodeAt(0) & 15))
    .toLowerCase()
    .replace(spaces, " ")
    .trim();
}

/** The words of a plain answer, without any punctuation. */
export function wordsOf(plain: string): string[] {
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** One word, as the tables of words are written: plain, and the endings of Arabic that are mixed up made one. */
export function plainWord(word: string): string {
  return plainAnswer(word).replace(/ة/g, "ه").replace(/ى/g, "ي").replace(/ـ/g, "");
}

/** Units that are written right after a figure. */
const glued =
  /^(?:\d{1,3}(?:e|er|ere|eme|st|nd|rd|th|k\d?|h\d{0,2}|m|j|x|yo|cc)|\d+(?:ans?|annees?|mois|euros?|eur|e|years?|yrs?|months?|weeks?|anos?|meses|mes|semaines?|jours?|h\d{0,2}|balles?|boules?))$/;

/** "Jai19ans": what thumbs glue before an age. */
const gluedBefore = /^(?:j'?ai|g|im|i'm)(?=\d)/;

/**
 * The same answer without the figures that are letters: the 3, 7 and 9 of "3ndi", "wa7ed", "9rit". Figures
 * with a unit stay ("19ans", "450e", "14h30", "jai19ans").
 */
export function withoutLetterFigures(plain: string): string {
  return plain.replace(/[\p{L}\d']*\p{L}[\p{L}\d']*/gu, (word) => {
    const bare = word.replace(gluedBefore, "");
    return /^\d+$/.test(bare) || glued.test(bare) || !/\d/.test(word)
      ? word
      : word.replace(/\d/g, "_");
  });
}
