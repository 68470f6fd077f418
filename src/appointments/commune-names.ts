import { withinDistance } from "../base/typing-distance.ts";

/** Small words that people add, drop or misspell inside the name of a commune. */
const smallWords = new Set("les lez le la en sous sur a au de du".split(" "));

/** A text as it is compared: no accents, no capitals, no hyphens, "st" in full, single spaces. */
export function plainName(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .map((word) => (word === "st" ? "saint" : word === "ste" ? "sainte" : word))
    .join(" ");
}

/** How close a text is to a name, from the surest to the most doubtful. */
export type Closeness = "same" | "mistyped" | "start" | "doubtful" | null;

/**
 * Compares a plain text with a plain name.
 * `doubtful` is a typing mistake in a short name ("angers" is one swap away from "angres") or a very
 * short start ("loos" of "loos en gohelle"): both may be another town, so the commune is to be asked.
 */
export function closeness(text: string, name: string): Closeness {
  const typed = tight(text);
  const real = tight(name);
  if (typed === real || typed === joined(name)) return "same";
  const mistake = mistyped(joined(text), joined(name));
  if (mistake === "mistyped") return mistake;
  const words = text.length >= 3 && `${name} `.startsWith(`${text} `);
  if (words || (typed.length >= 4 && real.startsWith(typed)))
    return typed.length > 4 ? "start" : "doubtful";
  return mistake;
}

/** Whether the whole name stands in the text for itself: in "annay sous lens", lens does not. */
export function mentions(text: string, name: string): boolean {
  const place = ` ${text} `.indexOf(` ${name} `);
  return place >= 0 && !/(^| )(sous|les|lez)$/.test(text.slice(0, place).trimEnd());
}

function mistyped(typed: string, real: string): Closeness {
  const long = real.length >= 10;
  const mistakes = withinDistance(typed, real, long ? 2 : 1);
  if (mistakes === null) return null;
  // soignies is not oignies: the first letter is rarely the wrong one, save a silent h in a long name
  const sameStart = typed.charAt(0) === real.charAt(0);
  if (!sameStart && !(long && mistakes === 1)) return null;
  if (real.length > 6) return "mistyped";
  return real.length >= 4 ? "doubtful" : null;
}

const joined = (text: string): string => text.replaceAll(" ", "");

const tight = (text: string): string =>
  text
    .split(" ")
    .filter((word) => !smallWords.has(word))
    .join("");
