import { defineFlow } from "../src/flowkit.ts";

/** Changing the language, at any moment. */
export default defineFlow("langue", {
  start: "language",
  steps: {
    language: {
      choose: "chooseLanguage",
      among: { french: "french", english: "english", spanish: "spanish", arabic: "arabic" },
      always: true,
    },
    // somebody writes in another language than the conversation's
    offerFrench: { choose: "offerFrench", among: { acceptFrench: "french", no: "goOn" } },
    offerEnglish: { choose: "offerEnglish", among: { acceptEnglish: "english", no: "goOn" } },
    offerSpanish: { choose: "offerSpanish", among: { acceptSpanish: "spanish", no: "goOn" } },
    offerArabic: { choose: "offerArabic", among: { acceptArabic: "arabic", no: "goOn" } },
    french: { do: "speakFrench", next: { done: "changed" } },
    english: { do: "speakEnglish", next: { done: "changed" } },
    spanish: { do: "speakSpanish", next: { done: "changed" } },
    arabic: { do: "speakArabic", next: { done: "changed" } },
    changed: { say: "changed", next: "goOn" },
    goOn: { goTo: "@wish" },
  },
  moved: { back: "goOn" },
});
