import { defineFlow } from "../src/flowkit.ts";

/** The inventory of the dwelling, on arrival and on leaving: what the deposit depends on. */
export default defineFlow("etat-des-lieux", {
  start: "which",
  steps: {
    which: {
      choose: "which",
      among: {
        entry: "entry",
        forgotten: "forgotten",
        exit: "exit",
        refused: "refused",
        menu: "menu",
      },
      always: true,
    },
    entry: { say: ["entryNow", "why"], next: "whatNow" },
    forgotten: { say: ["forgottenNow", "why"], next: "whatNow" },
    exit: { say: ["exitNow", "why"], next: "whatNow" },
    refused: { say: ["refusedNow", "why"], next: "whatNow" },
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
