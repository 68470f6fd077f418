import { defineFlow } from "../src/flowkit.ts";

/** One's own words lead to a subject; who has none goes through the themes. */
export default defineFlow("chercher-un-sujet", {
  start: "words",
  steps: {
    words: { ask: "lookedFor", text: "whatAbout", next: "open" },
    open: { do: "openSubject", next: { opened: "go", none: "themes" } },
    go: { goTo: "@wish" },
    themes: { goTo: "sujets" },
  },
});
