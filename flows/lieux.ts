import { defineFlow } from "../src/flowkit.ts";

/** The places of appointment, one by one: address and map. Where there is only one, it is shown at once. */
export default defineFlow("lieux", {
  start: "howMany",
  steps: {
    howMany: { decide: "severalPlaces", next: { yes: "places", no: "describe" } },
    places: {
      offer: "placeToSee",
      text: "whichPlace",
      next: { chosen: "describe", none: "noPlace" },
    },
    describe: {
      do: "describePlace",
      next: { described: "place", noAddress: "noAddress", unknown: "noPlace" },
    },
    place: { say: "place", next: "others" },
    noAddress: { say: "noAddress", next: "others" },
    others: { decide: "severalPlaces", next: { yes: "whatNext", no: "noOther" } },
    noPlace: { say: "noPlace", next: "menu" },
    whatNext: {
      choose: "whatNext",
      among: { another: "places", book: "book", menu: "menu" },
      always: true,
    },
    noOther: {
      choose: "whatNext",
      among: { book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    talk: { goTo: "conseiller" },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
  },
});
