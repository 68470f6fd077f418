import { defineFlow } from "../src/flowkit.ts";

/**
 * A conflict with the landlord, or a question about the tenancy: nobody is put out without a judge, an
 * agreement costs nothing to seek, and every other subject of a tenancy has its door.
 */
export default defineFlow("conflit-bailleur", {
  start: "which",
  steps: {
    which: {
      choose: "which",
      among: {
        threat: "threat",
        works: "write",
        money: "write",
        deposit: "deposit",
        lease: "lease",
        notice: "notice",
        inventory: "inventory",
        insurance: "insurance",
        other: "write",
        menu: "menu",
      },
      always: true,
    },
    threat: { say: ["threatNow", "threatWhy"], next: "whatNow" },
    write: { say: ["writeNow", "where"], next: "whatNow" },
    deposit: { goTo: "caution" },
    lease: { goTo: "bail" },
    notice: { goTo: "preavis" },
    inventory: { goTo: "etat-des-lieux" },
    insurance: { goTo: "assurance" },
    whatNow: {
      choose: "whatNow",
      among: { book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
