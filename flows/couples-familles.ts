import { defineFlow } from "../src/flowkit.ts";

/** Two people, or a child: what changes in each aid; the ALT for families only where the structure takes part in it. */
export default defineFlow("couples-familles", {
  start: "now",
  steps: {
    now: { say: ["now", "together"], next: "first" },
    first: {
      choose: "whatNow",
      among: { check: "check", more: "shelterHere", menu: "menu" },
      always: true,
    },
    shelterHere: { decide: "altHere", next: { yes: "shelter", no: "noShelter" } },
    shelter: { say: ["shelter", "violence"], next: "withShelter" },
    withShelter: {
      choose: "whatNow",
      among: { alt: "alt", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    noShelter: { say: ["noShelter", "violence"], next: "last" },
    last: {
      choose: "whatNow",
      among: { book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    alt: { goTo: "alt" },
    check: { goTo: "bilan-logement" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
