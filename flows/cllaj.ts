import { defineFlow } from "../src/flowkit.ts";

/** What the CLLAJ is, for whom, where, and how to reach a person. */
export default defineFlow("cllaj", {
  start: "what",
  steps: {
    what: { say: ["what", "forWhom"], next: "whatNext" },
    whatNext: {
      choose: "whatNext",
      among: { places: "places", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    places: { goTo: "lieux" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
