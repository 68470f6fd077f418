import type { Pickable } from "../engine/house.ts";
import { plainAnswer, wordsOf } from "../person/plain-answer.ts";
import { readYesNo } from "../person/read-yes-no.ts";

/** Longer than this, a yes begins a sentence that wants something of its own. */
const longest = 4;
/** Buttons that say yes by another word. */
const confirms = /^(?:confirm|تاكيد|اكد|نؤكد)/;

/** The button that a short yes or no means ("ouais grave", "lla", "نعم", 👍), when one alone says so; else null. */
export function yesOrNoAmong(text: string, labels: readonly Pickable[]): string | null {
  if (wordsOf(plainAnswer(text)).length > longest) return null;
  const meant = meaningOf(text);
  if (meant === null) return null;
  const fitting = labels.filter(({ label }) => meaningOf(label) === meant);
  const [only] = fitting;
  return fitting.length === 1 && only ? only.id : null;
}

function meaningOf(text: string): boolean | null {
  const plain = plainAnswer(text);
  if (confirms.test(plain)) return true;
  const reading = readYesNo(text, plain);
  return reading.kind === "read" ? reading.value === true : null;
}
