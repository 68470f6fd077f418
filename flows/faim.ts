import { defineFlow } from "../src/flowkit.ts";

/** Somebody is hungry: the places that give meals where we know some, else the team and an urgent aid. */
export default defineFlow("faim", {
  start: "meals",
  steps: {
    meals: { decide: "mealPlaces", next: { some: "places", none: "noPlace" } },
    places: { say: "places", next: "list" },
    list: { goTo: "autres-lieux" },
    noPlace: { say: "noPlace", next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { talk: "talk", urgentAid: "urgentAid", menu: "menu" },
      always: true,
    },
    talk: { goTo: "conseiller" },
    urgentAid: { goTo: "faj" },
    menu: { goTo: "menu" },
  },
});
