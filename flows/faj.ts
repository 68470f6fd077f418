import { defineFlow } from "../src/flowkit.ts";

/** The FAJ, a small help of last resort of the Département for young people: amounts are published nowhere. */
export default defineFlow("faj", {
  start: "intro",
  steps: {
    intro: { say: ["now", "why", "rules"], next: "whatNow" },
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
