import { defineFlow } from "../src/flowkit.ts";

/** False adverts: what never to do, the signs, and what to do when money or papers have gone. */
export default defineFlow("arnaques", {
  start: "now",
  steps: {
    now: { say: ["now", "signs"], next: "first" },
    first: {
      choose: "whatNow",
      among: { alreadyPaid: "paid", talk: "talk", menu: "menu" },
      always: true,
    },
    paid: { say: ["paid", "complain"], next: "last" },
    last: {
      choose: "whatNow",
      among: { talk: "talk", book: "book", menu: "menu" },
      always: true,
    },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
