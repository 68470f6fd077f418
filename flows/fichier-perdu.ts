import { defineFlow } from "../src/flowkit.ts";

/** A file that was said to be kept could not be: the person is told, and what waited is asked again. */
export default defineFlow("fichier-perdu", {
  start: "refused",
  steps: {
    refused: { say: "refused", next: "back" },
    gone: { say: "gone", next: "back" },
    back: { goTo: "@back" },
  },
});
