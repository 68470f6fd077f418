import { defineFlow } from "../src/flowkit.ts";

/** A dwelling that is unhealthy or dangerous: danger first, then proof, the landlord, and the line to call. */
export default defineFlow("logement-indigne", {
  start: "whatToDo",
  steps: {
    whatToDo: { say: ["danger", "now", "call", "why"], next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { check: "aids", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    aids: { goTo: "bilan-logement" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
