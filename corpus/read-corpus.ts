import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { DangerKind } from "../src/understanding/danger-ids.ts";
import { type Intent, intents } from "../src/understanding/intent-ids.ts";
import { type Split, splitOf } from "./split-of.ts";

/** Whose wording a line is: French, English, Spanish, Arabic script, darija in Latin letters. */
export type Group = "fr" | "en" | "es" | "ar" | "darija";

export const groups: readonly Group[] = ["fr", "en", "es", "ar", "darija"];

/** What should be done about a line: nothing, one gentle question, or act. */
export type Safety =
  | { readonly level: "none"; readonly kind: null }
  | { readonly level: "check" | "alarm"; readonly kind: DangerKind };

/** One message as somebody would type it, and what it means. */
export interface CorpusLine {
  readonly family: string;
  readonly group: Group;
  readonly split: Split;
  readonly intent: Intent;
  /** The other needs of the same message. */
  readonly also: readonly Intent[];
  readonly safety: Safety;
  /** It sounds like danger to a list of words, and is none, or not now, or not theirs. */
  readonly lookalike: boolean;
  readonly text: string;
}

export const dangerKinds: readonly DangerKind[] = [
  "emergency_shelter",
  "violence",
  "suicide",
  "minor_in_danger",
];
/** The first line of each file. */
export const header = "family\tintent\talso\tsafety\ttext";
const folder = new URL("./understanding/", import.meta.url);
/** Where corrected messages become lines. */
export const learnedFolder = new URL("./learned/", import.meta.url);

/** The names of the corpus files, in order. */
export function corpusFiles(): readonly string[] {
  return filesIn(folder);
}

/** All lines, file after file. Throws with file and line number when one cannot be read. */
export function readCorpus(): readonly CorpusLine[] {
  return linesIn(folder);
}

/** The lines that corrected messages left in `from`: to be reviewed; none when there is no such folder. */
export function readLearned(from: URL = learnedFolder): readonly CorpusLine[] {
  return existsSync(from) ? linesIn(from) : [];
}

function filesIn(from: URL): readonly string[] {
  return readdirSync(from)
    .filter((name) => name.endsWith(".tsv"))
    .sort();
}

function linesIn(from: URL): readonly CorpusLine[] {
  return filesIn(from).flatMap((name) => {
    const [first, ...rows] = readFileSync(new URL(name, from), "utf8").trimEnd().split("\n");
    if (first !== header) throw new Error(`${name}: the header is not the corpus's`);
    return rows.map((row, place) => {
      const line = lineOf(row);
      if (typeof line === "string") throw new Error(`${name}:${place + 2}: ${line}`);
      return line;
    });
  });
}

/** A row as a line, or what is wrong with it. */
export function lineOf(row: string): CorpusLine | string {
  const [family, wanted, others, danger, text, ...more] = row.split("\t");
  if (!family || !wanted || others === undefined || !danger || !text || more.length > 0)
    return "five columns are expected";
  const group = groups.find((name) => family.startsWith(`${name}-`));
  if (!group || !/^[a-z]+(?:-[a-z]+)*-\d{2,}$/.test(family)) return `no family: ${family}`;
  const intent = intentOf(wanted);
  if (!intent) return `no intent: ${wanted}`;
  const also: Intent[] = [];
  for (const name of others === "" ? [] : others.split(",")) {
    const other = intentOf(name);
    if (!other || other === intent) return `no other intent: ${name}`;
    also.push(other);
  }
  const safety = safetyOf(danger);
  if (!safety) return `no safety: ${danger}`;
  const lookalike = family.includes("-lookalike");
  return { family, group, split: splitOf(family), intent, also, safety, lookalike, text };
}

function intentOf(name: string): Intent | undefined {
  return intents.find((intent) => intent === name);
}

function safetyOf(text: string): Safety | null {
  if (text === "none") return { level: "none", kind: null };
  const [level, name] = text.split(":");
  const kind = dangerKinds.find((each) => each === name);
  if (!kind || (level !== "check" && level !== "alarm")) return null;
  return { level, kind };
}
