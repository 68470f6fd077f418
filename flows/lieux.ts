import { defineFlow } from "../src/flowkit.ts";

/** The nine places, one by one: address and map. */
export default defineFlow("lieux", {
  start: "places",
  steps: {
    places: {
      offer: "placeToSee",
      text: "whichPlace",
      next: { chosen: "describe", none: "noPlace" },
    },
    describe: { do: "describePlace", next: { described: "place", unknown: "noPlace" } },
    place: { say: "place", next: "whatNext" },
    noPlace: { say: "noPlace", next: "menu" },
    whatNext: {
      choose: "whatNext",
      among: { another: "places", book: "book", menu: "menu" },
      always: true,
    },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
  },
});
