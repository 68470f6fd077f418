import arabicCounts from "./ar/counts.json" with { type: "json" };
import { ar } from "./ar/index.ts";
import { en } from "./en/index.ts";
import spanishCounts from "./es/counts.json" with { type: "json" };
import { es } from "./es/index.ts";
import { fr } from "./fr/index.ts";
import { frVous } from "./fr-vous/index.ts";

/** The texts of each language, French first: it is the source and answers for what another lacks. */
export const locales = { fr, en, es, ar };
export type Language = keyof typeof locales;

/** Languages whose nouns change with the number before them: "{{months, month}}" in their texts. */
export const counts = { es: spanishCounts, ar: arabicCounts };

/** How a language is asked for, and whether everything is said in it. */
export interface LanguageState {
  /** Its step in the flows that ask which language. */
  readonly step: string;
  /** While its texts are being written it is offered to nobody, and French answers for what it lacks. */
  readonly isComplete: boolean;
}

export const languageStates: Readonly<Record<Language, LanguageState>> = {
  fr: { step: "french", isComplete: true },
  en: { step: "english", isComplete: true },
  es: { step: "spanish", isComplete: true },
  ar: { step: "arabic", isComplete: true },
};

/** The languages that people may choose, French first. */
export const offeredLanguages: readonly Language[] = languagesOf(locales).filter(
  (language) => languageStates[language].isComplete,
);

/** Whether people may choose this language. */
export function isOffered(language: string): language is Language {
  return offeredLanguages.some((offered) => offered === language);
}

/**
 * Another tone of a language, named "<language>-<tone>": only what it says otherwise. It is not a
 * language: who hears it chose French.
 */
export const tones = { "fr-vous": frVous };

/** Files that speak to the team or to who runs the house, in one voice for all: no association rewrites them. */
export const filesOfTheTeam: readonly string[] = [
  "accompagnements",
  "agendas",
  "appels",
  "attente",
  "boite",
  "dossiers",
  "equipe",
  "hebergement",
  "reglages",
  "fiche-rdv",
  "desk",
  "horaires",
  "observatoire",
  "personnes",
  "reunions",
  "regles",
  "terminal",
];

/** The languages of each file of the team: it reads French. Every other file is in every language. */
export const languagesOfTheTeam: Readonly<Record<string, readonly string[]>> = {
  accompagnements: ["fr", "en"],
  agendas: ["fr", "en"],
  appels: ["fr", "en"],
  attente: ["fr", "en"],
  boite: ["fr", "en"],
  dossiers: ["fr", "en"],
  equipe: ["fr", "en"],
  hebergement: ["fr", "en"],
  reglages: ["fr", "en"],
  "fiche-rdv": ["fr", "en"],
  desk: ["fr", "en"],
  horaires: ["fr", "en"],
  observatoire: ["fr", "en"],
  personnes: ["fr", "en"],
  reunions: ["fr", "en"],
  partenaires: ["fr", "en"],
  regles: ["fr"],
  terminal: ["fr", "en"],
};

function languagesOf(texts: typeof locales): readonly Language[] {
  return Object.keys(texts) as Language[];
}
