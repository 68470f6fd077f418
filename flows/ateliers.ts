import { defineFlow } from "../src/flowkit.ts";

/** Workshops about housing: those to come are listed; where none is known, the team tells. */
export default defineFlow("ateliers", {
  start: "look",
  steps: {
    look: { do: "findWorkshops", next: { some: "list", none: "dates" } },
    list: { goTo: "atelier" },
    dates: { say: "dates", next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { talk: "talk", book: "book", menu: "menu" },
      always: true,
    },
    talk: { goTo: "conseiller" },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
  },
});
