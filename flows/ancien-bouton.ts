import { defineFlow } from "../src/flowkit.ts";

/**
 * A button of long ago was pressed: nothing is done, and what became of its appointment is said. Whoever
 * was answering a question is asked it again.
 */
export default defineFlow("ancien-bouton", {
  start: "became",
  steps: {
    became: { do: "whatBecame", next: { told: "told", unknown: "old" } },
    told: { say: "told", next: "wasAsked" },
    old: { say: "old", next: "back" },
    wasAsked: { decide: "placeLeft", next: { some: "back", none: "whatNow" } },
    back: { goTo: "@back" },
    whatNow: {
      choose: "whatNow",
      among: { mine: "mine", book: "book", menu: "menu" },
      always: true,
    },
    mine: { goTo: "mon-rendez-vous" },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
  },
});
