import type { AnyStep } from "./flow.ts";
import { extras } from "./walk.ts";

/** Texts of every language: language → file → key → sentence, groups within a file joined by dots. */
export type Locales = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The sentence of a key such as `visale:howOld` in a language; undefined when there is none. */
export function sentence(locales: Locales, language: string, key: string): string | undefined {
  const [file = "", ...rest] = key.split(":");
  const texts = locales[language]?.[file];
  return textsOf(texts).get(rest.join(":"));
}

/** Every sentence of a file, by its key. */
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

/** The placeholders of a sentence, each once, in the order of the alphabet. */
export function placeholdersOf(text: string): readonly string[] {
  return [
    ...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = ""]) => name)),
  ].sort();
}
