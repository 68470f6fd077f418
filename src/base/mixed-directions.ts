/** What is put in keeps its own direction: it is set apart from the line around it. */
const apart = "\u2068";
const together = "\u2069";
/** Says that a line runs from the right, though its first letter does not. */
const fromTheRight = "\u200f";

const marks = /[\u200e\u200f\u2066-\u2069]/g;
const latin = /\p{Script=Latin}/u;
const firstLetter = /\p{L}/u;
const arabic = /\p{Script=Arabic}/u;

/**
 * A value as it stands in a line that runs from the right: "12 rue de la Paix" would lose its number to
 * the other side. One word needs nothing, and an address of a page must stay as it is.
 */
export function setApart(value: string): string {
  if (value.includes("://") || !value.includes(" ") || !latin.test(value)) return value;
  return value
    .split("\n")
    .map((line) => (latin.test(line) ? `${apart}${line}${together}` : line))
    .join("\n");
}

/** What somebody wrote in Arabic, as it stands inside a line of ours that runs from the left. */
export function arabicSetApart(text: string): string {
  return arabic.test(text) ? `${apart}${text}${together}` : text;
}

/**
 * Keeps the groups of one number in their order in a line that runs from the right: "0 805" between plain
 * spaces is read as two numbers, the last one first.
 */
export function withNumbersWhole(text: string): string {
  return text.replaceAll(/(?<=\d) (?=\d)/g, "\u00a0");
}

/** Each line marked to run from the right where Arabic is in it but its first letter is another's. */
export function withLinesFromTheRight(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      const first = firstLetter.exec(withoutSetApart(line))?.[0] ?? "";
      return arabic.test(line) && !arabic.test(first) ? `${fromTheRight}${line}` : line;
    })
    .join("\n");
}

/** The same without any mark of direction: what is compared and what is pressed has none. */
export function withoutMarks(text: string): string {
  return text.replaceAll(marks, "");
}

// phones look for the first letter outside of what is set apart
function withoutSetApart(line: string): string {
  return line.replaceAll(/\u2068[^\u2069]*\u2069/g, "");
}
