import { defineFlow } from "../src/flowkit.ts";

/** Mobili-Jeune: part of the rent, for work-study. */
export default defineFlow("mobili-jeune", {
  start: "what",
  steps: {
    what: { say: ["what", "conditions", "when"], next: "whatNow" },
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
