import { defineFlow } from "../src/flowkit.ts";

/** The first words: a language, two lines on what is kept, then the menu. Nothing else is asked. */
export default defineFlow("accueil", {
  start: "language",
  steps: {
    language: {
      choose: "chooseLanguage",
      among: { french: "french", english: "english" },
      always: true,
    },
    french: { do: "speakFrench", next: { done: "welcome" } },
    english: { do: "speakEnglish", next: { done: "welcome" } },
    welcome: { say: ["welcome", "privacy"], next: "isDemonstration" },
    isDemonstration: { decide: "demonstration", next: { on: "demonstration", off: "menu" } },
    demonstration: { say: "demonstration", next: "menu" },
    menu: { goTo: "menu" },
  },
});
