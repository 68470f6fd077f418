import { defineFlow } from "../src/flowkit.ts";

/** Dalo, the right to a home, and Daho, the right to a shelter: first the numéro unique, then the form. */
export default defineFlow("dalo", {
  start: "intro",
  steps: {
    intro: { say: ["now", "why", "who"], next: "which" },
    which: {
      choose: "which",
      among: { housing: "housing", shelter: "shelter", check: "check", menu: "menu" },
      always: true,
    },
    housing: { say: ["ask", "after"], next: "whatNow" },
    shelter: { say: ["askShelter", "afterShelter"], next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    check: { goTo: "bilan-logement" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
