import { defineFlow } from "../src/flowkit.ts";

/** Which help to look at. */
export default defineFlow("aides", {
  start: "which",
  steps: {
    which: {
      choose: "whichNeed",
      among: { guarantor: "visale", moveIn: "fsl", shelter: "alt", notSure: "book", menu: "menu" },
      always: true,
    },
    visale: { goTo: "visale" },
    fsl: { goTo: "fsl" },
    alt: { goTo: "alt" },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
  },
});
