import { defineFlow } from "../src/flowkit.ts";

/** Looking for a flat: what to begin with, the file to prepare, where to look and in which order to ask. */
export default defineFlow("chercher-logement", {
  start: "now",
  steps: {
    now: { say: ["now", "file"], next: "first" },
    first: {
      choose: "whatNow",
      among: { more: "more", budget: "budget", hlm: "hlm", menu: "menu" },
      always: true,
    },
    more: { say: ["where", "order"], next: "last" },
    last: {
      choose: "whatNow",
      among: {
        check: "check",
        scams: "scams",
        flatShare: "flatShare",
        foyer: "foyer",
        family: "family",
        book: "book",
        talk: "talk",
        menu: "menu",
      },
      always: true,
    },
    budget: { goTo: "budget" },
    hlm: { goTo: "logement-social" },
    scams: { goTo: "arnaques" },
    flatShare: { goTo: "colocation" },
    foyer: { goTo: "foyer-jeunes" },
    family: { goTo: "couples-familles" },
    check: { goTo: "bilan-logement" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
