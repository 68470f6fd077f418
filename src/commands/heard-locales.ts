import { isOffered, locales, tones } from "../../locales/index.ts";
import { textsOf } from "../base/sentences.ts";
import type { Locales } from "../engine/wording.ts";
import type { Structure } from "../structure.ts";

type Files = Readonly<Record<string, unknown>>;

/**
 * Every language as it is heard, French first, and each tone: what it says otherwise, then its language.
 * A language still being written is heard in French where it says nothing yet.
 */
export const heardLocales: Locales = {
  ...Object.fromEntries(
    Object.entries<Files>(locales).map(([language, files]) => [
      language,
      isOffered(language) ? files : completed(files, locales.fr),
    ]),
  ),
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
