import { defineFlow } from "../src/flowkit.ts";

/**
 * ASLL: somebody who helps to enter a dwelling or to keep it. A commission grants it and nobody books it:
 * what it is, who may ask, then a person of the team.
 */
export default defineFlow("asll", {
  start: "what",
  steps: {
    what: { say: ["what", "forWhom"], next: "which" },
    which: {
      choose: "which",
      among: { enter: "whoMayAsk", keep: "maintien", eviction: "eviction", menu: "menu" },
      always: true,
    },
    whoMayAsk: { decide: "asllAccess", next: { alone: "alone", withWorker: "withWorker" } },
    alone: { say: ["alone", "decision"], next: "bookable" },
    withWorker: { say: ["withWorker", "decision"], next: "bookable" },
    maintien: { decide: "asllMaintien", next: { withWorker: "toKeep" } },
    toKeep: { say: ["toKeep", "decision"], next: "bookable" },

    bookable: { decide: "takesAppointments", next: { yes: "whatNow", no: "talkNow" } },
    whatNow: {
      choose: "whatNow",
      among: { book: "book", talk: "call", menu: "menu" },
      always: true,
    },
    talkNow: { choose: "whatNow", among: { talk: "call", menu: "menu" }, always: true },
    call: { do: "callForAsll", next: { called: "isOpen" } },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "end" },
    closed: { say: "closed", next: "end" },
    end: { end: "handedOver" },

    book: { goTo: "rendez-vous" },
    eviction: { goTo: "expulsion" },
    menu: { goTo: "menu" },
  },
});
