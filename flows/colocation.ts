import { defineFlow } from "../src/flowkit.ts";

/** Flat-sharing: one lease or several, who pays when somebody leaves, and whose help it is. */
export default defineFlow("colocation", {
  start: "now",
  steps: {
    now: { say: ["now", "solidarity"], next: "first" },
    first: {
      choose: "whatNow",
      among: { more: "more", talk: "talk", menu: "menu" },
      always: true,
    },
    more: { say: ["aids", "agree"], next: "last" },
    last: {
      choose: "whatNow",
      among: { check: "check", scams: "scams", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    scams: { goTo: "arnaques" },
    check: { goTo: "bilan-logement" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
