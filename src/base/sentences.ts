/** Every sentence of a file of texts, by its key; groups within the file are joined by dots. */
export function textsOf(file: unknown, prefix = ""): ReadonlyMap<string, string> {
  if (typeof file !== "object" || file === null) return new Map();
  return new Map(
    Object.entries(file).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "string"
        ? [[`${prefix}${key}`, value] as const]
        : [...textsOf(value, `${prefix}${key}.`)],
    ),
  );
}

/** The placeholders of a sentence, each once, in the order of the alphabet. */
export function placeholdersOf(text: string): readonly string[] {
  return [
    ...new Set(
      [...text.matchAll(/\{\{\s*(\w+)\s*(?:,\s*\w+\s*)?\}\}/g)].map(([, name = ""]) => name),
    ),
  ].sort();
}

/** Longer than this, a message is not read on a small phone. */
export const longestSentence = 320;

/** The numbers a sentence tells, as they are written: "115", "0 805 16 00 75". */
export function numbersIn(text: string): readonly string[] {
  return text.match(/\d(?:[ \u00a0.]?\d)*/g) ?? [];
}

/** A number by its digits alone, to compare two ways of writing it. */
export function digitsOf(number: string): string {
  return number.replace(/\D/g, "");
}
