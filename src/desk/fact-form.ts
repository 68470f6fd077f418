import { dateIn } from "../base/time.ts";
import type { FactDefinition } from "../person/facts.ts";
import { readAnswer } from "../person/read-answer.ts";
import { choicesOf, definitionOf } from "../repertoire/fact-words.ts";
import type { View } from "./words.ts";

/** What a person alone may say: their agreements. */
const theirsAlone: ReadonlySet<string> = new Set(["paperPhotos", "followUpWanted", "firstName"]);
const correctable: ReadonlySet<FactDefinition["reads"]["kind"]> = new Set([
  ...(["age", "money", "yesNo", "months", "choice"] as const),
]);

/** Whether a worker may correct an answer: not an agreement, nor what is chosen from places or days. */
export function isCorrectable(fact: string): boolean {
  const definition = definitionOf(fact);
  return (
    definition !== undefined && !theirsAlone.has(fact) && correctable.has(definition.reads.kind)
  );
}

/** The value that was typed or chosen for a fact; "" forgets it (null), undefined is no such value. */
export function valueIn(view: View, fact: string, typed: string): unknown {
  const definition = definitionOf(fact);
  if (!definition || !isCorrectable(fact)) return undefined;
  if (typed === "") return null;
  const choices = choicesOf(fact);
  if (choices.length > 0) {
    if (!choices.some(({ key }) => key === typed)) return undefined;
    return definition.reads.kind === "yesNo" ? typed === "yes" : typed;
  }
  const today = dateIn(view.structure.zone, view.now);
  const reading = readAnswer(definition.reads, typed, "fr", { today });
  return reading.kind === "read" ? reading.value : undefined;
}
