import { defineFlow } from "../src/flowkit.ts";

/** Changing the language, at any moment. */
export default defineFlow("langue", {
  start: "language",
  steps: {
    language: {
      choose: "chooseLanguage",
      among: { french: "french", english: "english", spanish: "spanish" },
      always: true,
    },
    french: { do: "speakFrench", next: { done: "changed" } },
    english: { do: "speakEnglish", next: { done: "changed" } },
    spanish: { do: "speakSpanish", next: { done: "changed" } },
    changed: { say: "changed", next: "back" },
    back: { goTo: "@back" },
  },
});
