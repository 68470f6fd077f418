import { type Language, locales } from "../../locales/index.ts";
import type { PersonFile } from "../store/desk-reads.ts";
import type { LastWords } from "../store/last-words.ts";
import { understand } from "../understanding/intent.ts";

/** A language of the house, or null for any other word. */
export function houseLanguage(name: string | null): Language | null {
  return name !== null && Object.hasOwn(locales, name) ? (name as Language) : null;
}

/** The language of what somebody last wrote; null when it shows none of ours, or several. */
export function languageWritten(words: LastWords): Language | null {
  const text = words.kind === "text" ? words.text : words.kind === "media" ? words.caption : null;
  return text === null ? null : houseLanguage(understand(text).language);
}

/** The language that the person reads: the one they chose, else the one they write, else French. */
export function languageRead({
  conversation,
  lastWords,
}: Pick<PersonFile, "conversation" | "lastWords">): Language {
  return houseLanguage(conversation.memory.language) ?? languageWritten(lastWords) ?? "fr";
}
