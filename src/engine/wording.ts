import { textsOf } from "../base/sentences.ts";
import type { AnyStep } from "./flow.ts";
import { extras } from "./step-at.ts";

/** Texts of every language: language → file → key → sentence, groups within a file joined by dots. */
export type Locales = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The sentence of a key such as `visale:howOld` in a language; undefined when there is none. */
export function sentence(locales: Locales, language: string, key: string): string | undefined {
  const [file = "", ...rest] = key.split(":");
  const texts = locales[language]?.[file];
  return textsOf(texts).get(rest.join(":"));
}

/** The keys of the flow's own texts that a step says or shows. */
export function keysOf(step: AnyStep): readonly string[] {
  return [...saidBy(step), ...labelsOf(step)];
}

/** The keys of what a step says, in order. */
export function saidBy(step: AnyStep): readonly string[] {
  if ("say" in step) return typeof step.say === "string" ? [step.say] : step.say;
  if ("choose" in step) return [step.choose];
  if ("ask" in step || "offer" in step) return [step.text];
  return [];
}

/** The keys of the labels a step writes itself. */
export function labelsOf(step: AnyStep): readonly string[] {
  if ("choose" in step) return Object.keys(step.among);
  if ("offer" in step) return extras(step).map((key) => `${step.text}_${key}`);
  return [];
}
