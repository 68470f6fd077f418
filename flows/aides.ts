import { defineFlow } from "../src/flowkit.ts";

/** Which help to look at; a roof for some months only where the structure takes part in the ALT. */
export default defineFlow("aides", {
  start: "withShelter",
  steps: {
    withShelter: { decide: "altHere", next: { yes: "which", no: "whichHere" } },
    which: {
      choose: "whichNeed",
      among: {
        allAids: "bilan",
        guarantor: "visale",
        moveIn: "fsl",
        shelter: "alt",
        support: "asll",
        unpaidRent: "impayes",
        notSure: "book",
        menu: "menu",
      },
      always: true,
    },
    whichHere: {
      choose: "whichNeed",
      among: {
        allAids: "bilan",
        guarantor: "visale",
        moveIn: "fsl",
        support: "asll",
        unpaidRent: "impayes",
        notSure: "book",
        menu: "menu",
      },
      always: true,
    },
    bilan: { goTo: "bilan-logement" },
    visale: { goTo: "visale" },
    fsl: { goTo: "fsl" },
    alt: { goTo: "alt" },
    asll: { goTo: "asll" },
    impayes: { goTo: "impayes" },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
  },
  moved: { expulsion: "impayes" },
});
