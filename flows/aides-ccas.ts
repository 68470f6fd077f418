import { defineFlow } from "../src/flowkit.ts";

/** What the CCAS of the town can do: money, late rent, moving in, a postal address, other places. */
export default defineFlow("aides-ccas", {
  start: "intro",
  steps: {
    intro: { say: "now", next: "otherPlaces" },
    otherPlaces: { decide: "helpPlaces", next: { some: "withPlaces", none: "which" } },
    withPlaces: {
      choose: "which",
      among: {
        money: "money",
        arrears: "arrears",
        moveIn: "moveIn",
        address: "address",
        places: "places",
        menu: "menu",
      },
      always: true,
    },
    which: {
      choose: "which",
      among: {
        money: "money",
        arrears: "arrears",
        moveIn: "moveIn",
        address: "address",
        menu: "menu",
      },
      always: true,
    },
    money: { say: "moneyRules", next: "localAid" },
    localAid: { decide: "localAid", next: { some: "whatNowWithAid", none: "whatNow" } },
    whatNowWithAid: {
      choose: "whatNow",
      among: { townAid: "townAid", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    whatNow: {
      choose: "whatNow",
      among: { book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    arrears: { say: "arrearsRules", next: "whatNowLate" },
    whatNowLate: {
      choose: "whatNow",
      among: { eviction: "eviction", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    townAid: { goTo: "aide-locale" },
    moveIn: { goTo: "fsl" },
    address: { goTo: "domiciliation" },
    places: { goTo: "autres-lieux" },
    eviction: { goTo: "expulsion" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
