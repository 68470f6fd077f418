import { defineFlow } from "../src/flowkit.ts";

/** The lease, before it is signed: in which order to ask for help, what it says, what may not be asked. */
export default defineFlow("bail", {
  start: "beforeSigning",
  steps: {
    beforeSigning: { say: ["now", "order", "why", "limits"], next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { guarantor: "visale", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    visale: { goTo: "visale" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
