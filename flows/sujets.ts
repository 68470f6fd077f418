import { defineFlow } from "../src/flowkit.ts";

/** All subjects, by theme: two taps, or one's own words. */
export default defineFlow("sujets", {
  start: "theme",
  steps: {
    theme: { ask: "subjectTheme", text: "whichTheme", next: "subject" },
    subject: {
      offer: "listedSubject",
      text: "whichSubject",
      next: { chosen: "open", none: "ownWords", otherWords: "ownWords" },
    },
    open: { do: "openSubject", next: { opened: "go", none: "ownWords" } },
    go: { goTo: "@wish" },
    ownWords: { goTo: "chercher-un-sujet" },
  },
});
