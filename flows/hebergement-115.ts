import { defineFlow } from "../src/flowkit.ts";

/**
 * A roof tonight (115), soon or later (SIAO), and what to do when there is no place. Who has none
 * tonight is told the number before anything else.
 */
export default defineFlow("hebergement-115", {
  start: "intro",
  steps: {
    intro: { say: ["now", "why"], next: "forWhen" },
    forWhen: {
      choose: "forWhen",
      among: { tonight: "tonight", soon: "soon", later: "siao", menu: "menu" },
      always: true,
    },

    tonight: { goTo: "sans-toit-ce-soir" },
    soon: { goTo: "bientot-dehors" },

    siao: { say: "siao", next: "dayPlaces" },
    dayPlaces: { decide: "helpPlaces", next: { some: "withPlaces", none: "noDayPlace" } },
    withPlaces: { say: "dayPlaces", next: "doorsHere" },
    doorsHere: {
      choose: "whatNow",
      among: {
        places: "places",
        noAnswer: "noAnswer",
        book: "book",
        talk: "talk",
        menu: "menu",
      },
      always: true,
    },
    noDayPlace: { say: "noDayPlace", next: "doors" },
    doors: {
      choose: "whatNow",
      among: { noAnswer: "noAnswer", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    places: { goTo: "autres-lieux" },
    noAnswer: { goTo: "dalo" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
  moved: {
    ageGroup: "tonight",
    minorInDanger: "tonight",
    callForShelter: "tonight",
    isOpen: "tonight",
    open: "tonight",
    closed: "tonight",
    end: "tonight",
  },
});
