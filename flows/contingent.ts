import { defineFlow } from "../src/flowkit.ts";

/** The social housing that the State keeps for those who come first: a worker sends the file, nobody asks alone. */
export default defineFlow("contingent", {
  start: "intro",
  steps: {
    intro: { say: ["now", "why", "how"], next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { check: "check", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    check: { goTo: "bilan-logement" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
