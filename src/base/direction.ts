/** Which way a language or a text runs. */
export type Direction = "ltr" | "rtl";

const rightToLeft: ReadonlySet<string> = new Set(["ar", "fa", "he", "ku", "ps", "ug", "ur"]);
const rightToLeftLetters = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;
const letters = /\p{L}/gu;

/** The way a language is written. */
export function directionOf(language: string): Direction {
  const [name = ""] = language.split(/[-@]/);
  return rightToLeft.has(name) ? "rtl" : "ltr";
}

/** The language of ours that is written from the right. */
const fromTheRight = "ar";

/** What tells a browser how a text is written, whatever page it stands on: one from the right is Arabic. */
export function writtenAs(text: string): {
  readonly dir: Direction | "auto";
  readonly lang?: string;
} {
  const dir = directionOfText(text);
  return dir === "rtl" ? { dir, lang: fromTheRight } : { dir };
}

/**
 * The way a text reads, by most of its letters: an Arabic sentence that begins with a French name runs
 * from the right all the same, which `dir="auto"` would not see. "auto" where there is no letter.
 */
export function directionOfText(text: string): Direction | "auto" {
  const all = text.match(letters)?.length ?? 0;
  if (all === 0) return "auto";
  const runsFromTheRight = text.match(rightToLeftLetters)?.length ?? 0;
  // French names and addresses are longer than the Arabic words around them
  return runsFromTheRight * 3 >= all ? "rtl" : "ltr";
}
