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
