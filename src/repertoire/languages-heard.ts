import { isOffered, type Language, languageStates, offeredLanguages } from "../../locales/index.ts";
import type { OtherLanguage } from "../engine/house.ts";
import { understand } from "../understanding/intent.ts";
import { normalise } from "../understanding/normalise.ts";

/** How each language is named, in each of them; the text is normalised. */
const names: Readonly<Record<Language, string>> = {
  fr: "francais|french|frances|الفرنسيه|فرنسيه|فرنسي|فرونسي",
  en: "english|anglais|ingles|الانجليزيه|انجليزيه|انجليزي|الانكليزيه|انكليزي",
  es: "espanol|espagnol|spanish|castellano|الاسبانيه|اسبانيه|اسباني",
  ar: "arabe|arabic|العربيه|العربي|عربيه|عربي|arabiya|3arabiya|3arbiya|3arbia|darija|الدارجه|دارجه",
};
/** What may stand around the name when it is asked for, and nothing else. */
const around =
  "please|pls|svp|stp|s il te plait|s il vous plait|por favor|من فضلك|in|en|the|a|le|l|do|you|can|could|we|i|speak|talk|write|to|me|change|switch|language|langue|parle|parler|parles|parlez|tu|vous|on|peut|peux|je|veux|voudrais|prefere|hablas?|habla|hablar|quiero|puedes|hello|hi|bonjour|salut|hola|only|only speak|bel|b|ب|بال|اللغه|لغه|تتكلم|تكلم|هل|اريد|هضر|نهضر";
const asks = (Object.keys(names) as Language[]).map((language) => ({
  language,
  words: new RegExp(
    `^(?:(?:${around}) )*(?:ب|بال|ل|لل)?(?:${names[language]})(?: (?:${around}))*$`,
    "u",
  ),
}));

/**
 * The step of the language that a whole text asks for by its name ("english please", "habla español?"),
 * among those we speak; null for all other texts.
 */
export function languageAsked(text: string): string | null {
  const plain = normalise(text);
  // its two letters are also small words of other languages: alone, they name it
  const language = isOffered(plain) ? plain : asks.find(({ words }) => words.test(plain))?.language;
  return language && isOffered(language) ? languageStates[language].step : null;
}

const arabicLetters = /\p{Script=Arabic}/u;
/** Fewer words than this may be of any language: "ok", "no", the name of a street. */
const leastWords = 3;

/**
 * The language a text is clearly in, when it is offered and not the conversation's: its code, and the step
 * that offers it. Mixed and unknown ones are nobody's.
 */
export function otherLanguage(text: string, conversation: string): OtherLanguage | null {
  if ((text.match(/\p{L}+/gu) ?? []).length < leastWords) return null;
  const { language } = understand(text, conversation);
  const other = offeredLanguages.find((one) => one === language);
  if (other === undefined || other === conversation) return null;
  // who writes darija in Latin letters reads them: Arabic letters are offered to who writes them
  if (other === "ar" && !arabicLetters.test(text)) return null;
  const { step } = languageStates[other];
  return { language: other, step: `offer${step.charAt(0).toUpperCase()}${step.slice(1)}` };
}
