import type { i18n } from "i18next";

/** The words that follow a number in a language: "month_few" → "{{count}} أشهر", as i18next writes plurals. */
export type Counts = Readonly<Record<string, string>>;

/** Beside the values of a text: the language it is said in, which i18next does not tell of several. */
export const spokenIn = "@language";
type Spoken = Readonly<Partial<Record<typeof spokenIn, string>>>;

/**
 * Lets a text of these languages say "{{months, month}}": the number with its noun, in the form that the
 * language has for it. Arabic has six; a language that writes the noun itself needs none.
 */
export function countWith(words: i18n, counts: Readonly<Record<string, Counts>>): void {
  for (const unit of new Set(Object.values(counts).flatMap(unitsIn))) {
    words.services.formatter?.add(unit, (value: unknown, _, options: Spoken) => {
      const language = options[spokenIn] ?? "";
      return counted(String(value), unit, language, counts[language] ?? {});
    });
  }
}

/** The units that a file of counts knows: "month" for "month_few". */
export function unitsIn(counts: Counts): readonly string[] {
  return [...new Set(Object.keys(counts).map((key) => key.slice(0, key.indexOf("_"))))];
}

// i18next cannot be asked for a text while it fills in another one
function counted(value: string, unit: string, language: string, counts: Counts): string {
  const count = Number(value.replaceAll(/\s/g, ""));
  if (Number.isNaN(count)) return value;
  const form = counts[`${unit}_${new Intl.PluralRules(language).select(count)}`];
  return form?.replace("{{count}}", value) ?? value;
}
