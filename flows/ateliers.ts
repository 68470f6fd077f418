import { defineFlow } from "../src/flowkit.ts";

/** Workshops about housing: no date is known here, the team tells. */
export default defineFlow("ateliers", {
  start: "dates",
  steps: {
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
