import { defineFlow } from "../src/flowkit.ts";

/** The deposit: not paid back, paid back in part, about to be asked for, or still to be paid. */
export default defineFlow("caution", {
  start: "which",
  steps: {
    which: {
      choose: "which",
      among: {
        notPaidBack: "notPaidBack",
        partKept: "partKept",
        leaving: "leaving",
        toPay: "toPay",
        menu: "menu",
      },
      always: true,
    },
    notPaidBack: { say: ["notPaidBackNow", "notPaidBackWhy", "where"], next: "whatNow" },
    partKept: { say: ["partKeptNow", "partKeptWhy", "where"], next: "whatNow" },
    leaving: { say: ["leavingNow", "leavingWhy", "where"], next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },

    toPay: { say: ["toPayNow", "toPayWhy"], next: "help" },
    help: {
      choose: "whatNow",
      among: { fund: "fund", loan: "loan", book: "book", menu: "menu" },
      always: true,
    },
    fund: { goTo: "fsl" },
    loan: { goTo: "loca-pass" },
  },
  moved: { aids: "help" },
});
