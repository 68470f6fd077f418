import { defineFlow } from "../src/flowkit.ts";

/** Home insurance: what a tenant must have, what it does not pay, and the FSL for its price. */
export default defineFlow("assurance", {
  start: "whatToTake",
  steps: {
    whatToTake: { say: ["now", "why", "limits"], next: "help" },
    help: {
      choose: "help",
      among: { fsl: "fsl", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    fsl: { goTo: "fsl" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
