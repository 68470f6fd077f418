import { expect, test } from "vitest";
import { languageAsked, otherLanguage } from "../../src/repertoire/languages-heard.ts";

test.each([
  ["english please", "english"],
  ["English?", "english"],
  ["do you speak english", "english"],
  ["anglais svp", "english"],
  ["on peut parler anglais ?", "english"],
  ["parle français stp", "french"],
  ["en français", "french"],
  ["en francés por favor", "french"],
  ["العربية", "arabic"],
  ["بالعربي من فضلك", "arabic"],
  ["arabe", "arabic"],
  ["3arbia", "arabic"],
  ["هل تتكلم العربية؟", "arabic"],
  ["الإنجليزية", "english"],
  ["es", "spanish"],
  ["EN", "english"],
])("« %s » asks for %s by its name", (text, step) => {
  expect(languageAsked(text)).toBe(step);
});

test.each([
  "je suis anglais",
  "mon bail est en anglais",
  "un cours d'anglais",
  "visale",
  "",
  "ok",
  "je veux en",
  "صاحب البيت عربي",
])("« %s » asks for no language", (text) => {
  expect(languageAsked(text)).toBeNull();
});

test.each([
  ["I don't understand what I have to do here", "fr", "offerEnglish"],
  ["je ne comprends pas ce que je dois faire", "en", "offerFrench"],
])("« %s », in a conversation in %s, is answered with %s", (text, language, step) => {
  expect(otherLanguage(text, language)?.step).toBe(step);
});

test.each([
  ["ok thanks", "fr"],
  ["hello", "fr"],
  ["je cherche un appart", "fr"],
  ["visale fsl apl", "en"],
])("« %s », in a conversation in %s, is no reason to offer another language", (text, language) => {
  expect(otherLanguage(text, language)).toBeNull();
});
