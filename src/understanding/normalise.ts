/** Longest text, in characters, that intents and options are looked for in: an answer is never longer. */
const longestMatched = 2000;

/** Letters that Unicode does not take apart by itself, and spellings of one Arabic letter. */
const sameLetter: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  ة: "ه",
  ى: "ي",
  ـ: "",
};
const otherLetters = /[œæßøłđıةىـ]/g;
const marks = /\p{M}+/gu;
/** Zero-width and bidirectional marks, soft hyphens, controls: never seen by who writes them. */
const invisible = /\p{Cf}+/gu;
const easternDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;
const notLetterNorDigit = /[^\p{L}\p{N}]+/gu;
const stretchedLetter = /(\p{L})\1{2,}/gu;
const plain = /^[a-z0-9]*(?: [a-z0-9]+)*$/;
const stretchedPlain = /([a-z])\1\1/;

/**
 * The whole text in plain words: lower case, without accents, punctuation or hidden marks, digits in
 * ASCII, at most two equal letters in a row, one space between words. Applied twice, it changes nothing.
 */
export function fold(text: string): string {
  if (plain.test(text) && !stretchedPlain.test(text)) return text;
  return (
    text
      .normalize("NFKD")
      .toLowerCase()
      // lower-casing some capitals uncovers an accent, decomposing some signs uncovers a capital
      .normalize("NFKD")
      .replace(marks, "")
      .replace(invisible, "")
      .replaceAll("🔟", "10")
      .replace(otherLetters, (letter) => sameLetter[letter] ?? letter)
      .replace(easternDigits, (digit) => String(digit.charCodeAt(0) & 15))
      .replace(notLetterNorDigit, " ")
      .replace(stretchedLetter, "$1$1")
      .trim()
  );
}

/** The same, cut at 2 000 characters: what intents, options and short answers are looked for in. */
export function normalise(text: string): string {
  const folded = fold(text.length > longestMatched * 2 ? text.slice(0, longestMatched * 2) : text);
  if (folded.length <= longestMatched) return folded;
  return folded
    .slice(0, longestMatched)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd();
}

/** Doubled letters made single, so that "appeler", "apeler" and "appelller" are one word. */
export function squeeze(normalised: string): string {
  return normalised.replace(/(\p{L})\1+/gu, "$1");
}
