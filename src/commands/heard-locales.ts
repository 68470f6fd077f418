import { locales, tones } from "../../locales/index.ts";
import { textsOf } from "../base/sentences.ts";
import type { Locales } from "../engine/wording.ts";
import type { Structure } from "../structure.ts";

type Files = Readonly<Record<string, unknown>>;

/** Every language, French first, and each tone as it is heard: what it says otherwise, then its language. */
export const heardLocales: Locales = {
  ...locales,
  ...Object.fromEntries(
    Object.entries(tones).map(([name, otherwise]) => [name, completed(otherwise, locales.fr)]),
  ),
};

/** What people hear of an association that has its own sentences, by the name "fr-vous@<slug>". */
export function heardAt({ slug, tone, texts = {} }: Structure): Locales {
  return Object.fromEntries(
    Object.entries(texts).map(([language, sentences]) => {
      const name = `${language}-${tone}`;
      const common = heardLocales[name] ?? heardLocales[language] ?? {};
      return [`${name}@${slug}`, completed(byFile(sentences), common)];
    }),
  );
}

function completed(otherwise: Files, language: Files): Files {
  return Object.fromEntries(
    Object.keys({ ...language, ...otherwise }).map((file) => [
      file,
      Object.fromEntries([...textsOf(language[file]), ...textsOf(otherwise[file])]),
    ]),
  );
}

/** "cllaj:what" → the file "cllaj", where its key is "what". */
function byFile(sentences: Readonly<Record<string, string>>): Files {
  const files: Record<string, Record<string, string>> = {};
  for (const [key, sentence] of Object.entries(sentences)) {
    const [file = "", ...rest] = key.split(":");
    files[file] = { ...files[file], [rest.join(":")]: sentence };
  }
  return files;
}
