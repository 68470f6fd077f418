import plain from "../../locales/plain-words.json" with { type: "json" };
import type { PlainWords } from "../engine/check-reading.ts";
import type { Locales } from "../engine/wording.ts";

/** What plain French asks, and what is let through with its reason: `locales/plain-words.json`. */
export const plainWords: PlainWords = plain;

/** Pages of the team, what is typed rather than read, and what the operator reads. */
const unmeasured: readonly string[] = [
  "desk",
  "boite",
  "dossiers",
  "equipe",
  "accompagnements",
  "hebergement",
  "reglages",
  "personnes",
  "observatoire",
  "regles",
  "terminal",
  "synonyms",
  "subjects",
];

/** The French texts that a person reads, in each tone and in the own words of an association. */
export function toBePlain(locales: Locales): Locales {
  return Object.fromEntries(
    Object.entries(locales)
      .filter(([language]) => /^fr\b/.test(language))
      .map(([language, files]) => [
        language,
        Object.fromEntries(Object.entries(files).filter(([file]) => !unmeasured.includes(file))),
      ]),
  );
}
