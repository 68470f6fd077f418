import { maskPersonal } from "../src/base/mask-personal.ts";
import { likenessOf } from "../src/understanding/likeness.ts";
import { type CorpusLine, type Group, lineOf } from "./read-corpus.ts";
import { splitOf } from "./split-of.ts";

/** A message that was not understood, with the meaning a worker gave it. */
export interface Corrected {
  readonly id: string;
  /** Masked: what tells of a person is a kind in brackets. */
  readonly text: string;
  readonly language: string | null;
  readonly intent: string;
  /** As in the corpus: "none", "check:<kind>", "alarm:<kind>". */
  readonly safety: string;
}

/** What became of one: a line to review, words that are known already, or a refusal. */
export type Learning =
  | {
      readonly id: string;
      readonly outcome: "written";
      readonly line: CorpusLine;
      readonly row: string;
    }
  /** These very words stand in the corpus. */
  | { readonly id: string; readonly outcome: "known" }
  /** `personal`: it may still tell who wrote; `meaning`: no such intent or danger; `empty`: no words are left. */
  | {
      readonly id: string;
      readonly outcome: "refused";
      readonly why: "personal" | "meaning" | "empty";
    };

const brackets = /\[[a-z]+\]/g;
/** Families are spellings of one wording, not collections. */
const mostInFamily = 5;

/**
 * Corrected messages as lines of the corpus. Ways of writing the same words share a family; families get the
 * next numbers of `<group>-learned` that train: never one that tunes or judges.
 */
export function learn(
  corrected: readonly Corrected[],
  corpus: readonly CorpusLine[],
  learned: readonly CorpusLine[],
): readonly Learning[] {
  const known = new Set([...corpus, ...learned].map(({ text }) => likenessOf(text)));
  const words = wordsOf([...corpus, ...learned]);
  const lines = [...learned];
  const families = new Map<string, string>();
  return corrected.map(({ id, text, language, intent, safety }): Learning => {
    if (isPersonal(text, words)) return { id, outcome: "refused", why: "personal" };
    if (!/\p{L}/u.test(text.replaceAll(brackets, "")))
      return { id, outcome: "refused", why: "empty" };
    const likeness = likenessOf(text);
    const group = groupOf(text, language);
    const meaning = `${group}|${intent}|${safety}|${likeness}`;
    const open = families.get(meaning);
    if (open === undefined && known.has(likeness)) return { id, outcome: "known" };
    if (lines.some((line) => line.text === text)) return { id, outcome: "known" };
    const isFull = lines.filter(({ family }) => family === open).length >= mostInFamily;
    if (open !== undefined && isFull) return { id, outcome: "known" };
    const family = open ?? nextFamily(group, lines);
    const row = [family, intent, "", safety, text.replaceAll(/\s+/g, " ").trim()].join("\t");
    const line = lineOf(row);
    if (typeof line === "string") return { id, outcome: "refused", why: "meaning" };
    families.set(meaning, family);
    lines.push(line);
    return { id, outcome: "written", line, row };
  });
}

/** The next family of a group that learns, whose number was never used. */
function nextFamily(group: Group, lines: readonly CorpusLine[]): string {
  const prefix = `${group}-learned-`;
  const numbers = lines
    .filter(({ family }) => family.startsWith(prefix))
    .map(({ family }) => Number(family.slice(prefix.length)));
  for (let number = Math.max(0, ...numbers) + 1; ; number++) {
    const family = `${prefix}${String(number).padStart(2, "0")}`;
    if (splitOf(family) === "train") return family;
  }
}

function groupOf(text: string, language: string | null): Group {
  if (/\p{Script=Arabic}/u.test(text)) return "ar";
  if (language === "ar") return "darija";
  return language === "en" || language === "es" ? language : "fr";
}

/**
 * Whether a text may still tell of somebody: the masks of today find more than those of the day it was
 * written, or a capital stands where no sentence begins before a word that no line of the corpus has.
 */
function isPersonal(text: string, words: ReadonlySet<string>): boolean {
  if (maskPersonal(text) !== text.normalize("NFC")) return true;
  const inside = text
    .replaceAll(brackets, " ")
    .matchAll(/(?<=[\p{L}\p{N},;][^\p{L}.!?\n]*)(?<!\p{L})(\p{Lu}\p{Ll}+)/gu);
  return [...inside].some(([, word = ""]) => !words.has(word.toLowerCase()));
}

/** Every word of the lines that may be looked at: those that judge may not. */
function wordsOf(lines: readonly CorpusLine[]): ReadonlySet<string> {
  const seen = lines.filter(({ split }) => split !== "held-back");
  return new Set(seen.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
}
