import { defineFlow } from "../src/flowkit.ts";

/**
 * A roof tonight (115) or soon (SIAO), and what to do when there is no place. Who has none tonight is
 * told the number before anything else, and the team is called.
 */
export default defineFlow("hebergement-115", {
  start: "intro",
  steps: {
    intro: { say: ["now", "why"], next: "forWhen" },
    forWhen: {
      choose: "forWhen",
      among: { tonight: "ageGroup", later: "siao", menu: "menu" },
      always: true,
    },

    ageGroup: {
      decide: "ageGroup",
      next: { adult: "callForShelter", minor: "minorInDanger", unknown: "callForShelter" },
    },
    minorInDanger: { goTo: "mineur-en-danger" },
    callForShelter: { do: "callForShelter", next: { called: "isOpen" } },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "end" },
    closed: { say: "closed", next: "end" },
    end: { end: "handedOver" },

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
});
