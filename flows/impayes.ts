import { defineFlow } from "../src/flowkit.ts";

/** Rent unpaid, before any paper has come: the number, the landlord, and the team is told. Never "wait". */
export default defineFlow("impayes", {
  start: "advice",
  steps: {
    advice: { say: ["advice", "now"], next: "call" },
    call: { do: "callForArrears", next: { called: "isOpen" } },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "which" },
    closed: { say: "closed", next: "which" },
    which: {
      choose: "which",
      among: { check: "check", paper: "paper", book: "book", menu: "menu" },
      always: true,
    },
    check: { goTo: "fsl-maintien" },
    paper: { goTo: "expulsion" },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
  },
});
