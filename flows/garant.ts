import { defineFlow } from "../src/flowkit.ts";

/** Who pays the rent if I cannot: Visale, somebody close, the landlord of a council home, and the FSL with a worker. */
export default defineFlow("garant", {
  start: "which",
  steps: {
    which: {
      choose: "which",
      among: { visale: "visale", person: "person", council: "council", fsl: "fund", menu: "menu" },
      always: true,
    },
    visale: { goTo: "visale" },
    person: { say: "personAdvice", next: "whatNow" },
    council: { say: "councilAdvice", next: "whatNow" },
    fund: { say: "fundAdvice", next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { visale: "visale", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
