import { normalise } from "./normalise.ts";
import { optionNumber } from "./option-numbers.ts";
import { toleranceFor, withinDistance } from "./typing-distance.ts";

/** An option as it was shown; a pictogram before the label is ignored. */
export interface Choosable {
  readonly id: string;
  readonly label: string;
  readonly synonyms?: readonly string[];
}

/** Which option a typed answer means. Two that fit equally well are reported, never guessed between. */
export type Choice =
  | { readonly kind: "chosen"; readonly id: string }
  | { readonly kind: "ambiguous"; readonly ids: readonly string[] }
  | { readonly kind: "none" };

interface Readable {
  readonly id: string;
  /** The label and synonyms as they may be typed: each a list of words. */
  readonly forms: readonly (readonly string[])[];
}

const denials = new Set(["pas", "not", "ni", "sauf", "except"]);

/**
 * Reads an answer to a list of options: number, exact label, start of label, label said inside a
 * sentence, some of its words, and the same with typing mistakes, in that order.
 */
export function chooseOption(text: string, options: readonly Choosable[]): Choice {
  const asShown = options.filter(({ label }) => label.trim() === text.trim());
  if (asShown.length > 0) return among(asShown);
  const said = split(normalise(text));
  if (said.length === 0) return { kind: "none" };
  const readable = options.map(readableOption);

  const exact = readable.filter(({ forms }) =>
    forms.some((form) => form.join("") === said.join("")),
  );
  if (exact.length > 0) return among(exact);
  const number = optionNumber(normalise(text), options.length);
  if (number !== null) return numbered(number, readable);

  for (const reading of [startsWith, saidWithin, someWords, misspelt]) {
    const fitting = reading(said, readable);
    if (fitting.length > 0) return among(fitting);
  }
  return { kind: "none" };
}

function among(fitting: readonly { readonly id: string }[]): Choice {
  const ids = [...new Set(fitting.map(({ id }) => id))];
  const [only] = ids;
  return ids.length === 1 && only !== undefined
    ? { kind: "chosen", id: only }
    : { kind: "ambiguous", ids };
}

// "2" may be the second option, or the one that reads "2 enfants": then we ask
function numbered(number: number, options: readonly Readable[]): Choice {
  const shown = options[number - 1];
  if (!shown) return { kind: "none" };
  const named = options.filter(({ forms }) => forms.some(([first]) => first === String(number)));
  return among([shown, ...named]);
}

function readableOption({ id, label, synonyms = [] }: Choosable): Readable {
  const forms = [label, ...synonyms].flatMap(spellings).filter((form) => form.length > 0);
  return { id, forms };
}

/** "Étudiant·e" may be typed étudiant, étudiante, or both at once. */
function spellings(label: string): string[][] {
  const ending = /[·•.(⋅-](?:e|ne|le|se|ve|te|euse|trice|ière|re)s?\)?(?![\p{L}\p{N}])/giu;
  const without = label.replace(ending, "");
  const forms = [label];
  if (without !== label)
    forms.push(
      without,
      label.replace(ending, (end) => end.replace(/[^\p{L}]/gu, "")),
    );
  return forms.map((form) => split(normalise(form)));
}

// "14h30" and "14 h 30" are the same words
function split(normalised: string): string[] {
  const apart = normalised.replace(/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, "$1$2 ");
  return apart.split(" ").filter((word) => word !== "");
}

function startsWith(said: readonly string[], options: readonly Readable[]): Readable[] {
  const typed = said.join(" ");
  return options.filter(({ forms }) =>
    forms.some(
      (form) => (typed.length >= 3 || form[0] === typed) && form.join(" ").startsWith(typed),
    ),
  );
}

/** Options whose whole label is in the sentence; a label found inside a longer one does not count. */
function saidWithin(said: readonly string[], options: readonly Readable[]): Readable[] {
  const found = options.flatMap((option) =>
    option.forms.flatMap((form) => {
      const start = startOf(form, said, (written, meant) => written === meant);
      return start < 0 ? [] : [{ option, start, end: start + form.length }];
    }),
  );
  const widest = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
  return widest.map(({ option }) => option);
}

/** Where the words of a label follow one another in a sentence, undenied; -1 when they do not. */
function startOf(
  form: readonly string[],
  said: readonly string[],
  same: (written: string, meant: string) => boolean,
): number {
  for (let start = 0; start + form.length <= said.length; start++) {
    const fits = form.every((word, place) => same(said[start + place] ?? "", word));
    if (fits && !denials.has(said[start - 1] ?? "")) return start;
  }
  return -1;
}

/** Options that contain all the words typed ("hénin" for "Mairie de Hénin-Beaumont"). */
function someWords(said: readonly string[], options: readonly Readable[]): Readable[] {
  if (said.join("").length < 3) return [];
  return options.filter(({ forms }) =>
    forms.some((form) => said.every((word) => form.includes(word))),
  );
}

/** Written without its vowels, another letter is soon another word: "an appointment" is one from "my". */
const inArabic = /\p{Script=Arabic}/u;

function misspelt(said: readonly string[], options: readonly Readable[]): Readable[] {
  const typed = said.join(" ");
  const close = options.filter(({ forms }) =>
    forms.some((form) => {
      const label = form.join(" ");
      return withinDistance(typed, label, toleranceFor(label)) || startsAlmost(typed, label);
    }),
  );
  if (close.length > 0) return close;
  return options.filter(({ forms }) =>
    forms.some(
      (form) =>
        form.join("").length >= (inArabic.test(form.join("")) ? 8 : 5) &&
        startOf(form, said, (written, meant) =>
          withinDistance(written, meant, toleranceFor(meant)),
        ) >= 0,
    ),
  );
}

/** The start of a label with one mistake in it: six letters at least, or anything would fit. */
function startsAlmost(typed: string, label: string): boolean {
  if (typed.length < 6 || typed.length >= label.length) return false;
  return [-1, 0, 1].some((more) => withinDistance(typed, label.slice(0, typed.length + more), 1));
}
