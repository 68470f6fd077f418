import { defineFlow } from "../src/flowkit.ts";

/** The first words: a language, two lines on what is kept, then what was wished for, else the menu. */
export default defineFlow("accueil", {
  start: "language",
  steps: {
    language: {
      choose: "chooseLanguage",
      among: { french: "french", english: "english", spanish: "spanish", arabic: "arabic" },
      always: true,
    },
    french: { do: "speakFrench", next: { done: "welcome" } },
    english: { do: "speakEnglish", next: { done: "welcome" } },
    spanish: { do: "speakSpanish", next: { done: "welcome" } },
    arabic: { do: "speakArabic", next: { done: "welcome" } },
    welcome: { say: ["welcome", "privacy"], next: "isDemonstration" },
    isDemonstration: { decide: "demonstration", next: { on: "demonstration", off: "wish" } },
    demonstration: { say: "demonstration", next: "wish" },
    wish: { goTo: "@wish" },
  },
  moved: { menu: "wish" },
});
