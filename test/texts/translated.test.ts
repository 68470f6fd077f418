import { expect, test } from "vitest";
import { counts, filesOfTheTeam, locales, offeredLanguages } from "../../locales/index.ts";
import { textsOf } from "../../src/base/sentences.ts";
import { openTexts } from "../../src/texts.ts";

type Files = Readonly<Record<string, unknown>>;

/** What a person reads: file and key → text. */
function readBy(files: Files): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(files)
      .filter(([file]) => !filesOfTheTeam.includes(file))
      .flatMap(([file, own]) =>
        [...textsOf(own)].map(([key, text]) => [`${file}:${key}`, text] as const),
      ),
  );
}

/** Names that the office says, and words that are the same in two languages: these may stay as they are. */
const sameEverywhere: ReadonlySet<string> = new Set([
  ...["Français", "English", "Español", "العربية"],
  ...["Visale", "Tremplins Duo", "Mobili-Jeune", "Contingent préfectoral", "Avance Loca-Pass"],
  ...["CEJ (Mission locale)", "RSA", "Crous", "RIB", "En ALT", "1", "2"],
  ...["État des lieux", "Commandement de payer", "Assignation, tribunal", "Avis d'impôt"],
]);
const sameInEnglish: ReadonlySet<string> = new Set([
  ...["Menu", "Situation", "Conversation", "Page", "Question {{position}}\n{{question}}"],
  ...["Résidence sociale", "Numéro unique"],
]);

const french = readBy(locales.fr);
const others = offeredLanguages.filter((language) => language !== "fr");

test.each(others)("in %s, no text is left in French", (language) => {
  const left = [...readBy(locales[language])].filter(
    ([key, text]) =>
      text === french.get(key) &&
      /\p{L}/u.test(text.replace(/\{\{[^}]*\}\}/g, "")) &&
      !/:chooseLanguage$|^accueil:notUnderstood$|^langue:(?:offer|accept)|^synonyms:(?:french|english|spanish|arabic)$/.test(
        key,
      ) &&
      !sameEverywhere.has(text) &&
      !(language === "en" && sameInEnglish.has(text)),
  );
  expect(left).toEqual([]);
});

/** The languages that say a number with its noun, and the nouns that their texts name. */
const nouns = Object.entries(counts).map(([language, forms]) => {
  const texts: unknown = Object.entries(locales).find(([name]) => name === language)?.[1];
  const named = [...textsOf(texts).values()].flatMap((text) =>
    [...text.matchAll(/\{\{\s*\w+\s*,\s*(\w+)\s*\}\}/g)].map(([, noun = ""]) => noun),
  );
  return { language, forms: Object.keys(forms), named: [...new Set(named)].sort() };
});

test.each(nouns)("in $language, every noun beside a number has its forms, and is said", (about) => {
  const { language, forms, named } = about;
  expect([...new Set(forms.map((form) => form.replace(/_\w+$/, "")))].sort()).toEqual(named);
  // the plural of whole millions ("un millón de meses") is no count of ours
  const rules = new Intl.PluralRules(language);
  const asked = [...new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)))];
  const wanted = named.flatMap((noun) => asked.map((form) => `${noun}_${form}`));
  expect(wanted.filter((form) => !forms.includes(form))).toEqual([]);
});

const texts = openTexts({ strict: true });

test.each([
  ["es", 1, "1 mes"],
  ["es", 6, "6 meses"],
  ["en", 6, "6 months"],
  ["fr", 6, "6 mois"],
])("in %s, %i months are « %s »", (language, value, said) => {
  expect(texts.say({ key: "facts:value_months", values: { value } }, language)).toBe(said);
});
