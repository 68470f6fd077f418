import { defineFlow } from "../src/flowkit.ts";

/** A postal address for somebody without a stable home: where to ask, and what keeps it alive. */
export default defineFlow("domiciliation", {
  start: "intro",
  steps: {
    intro: { say: ["now", "why", "how", "keep"], next: "otherPlaces" },
    otherPlaces: { decide: "helpPlaces", next: { some: "withPlaces", none: "whatNow" } },
    withPlaces: {
      choose: "whatNow",
      among: { places: "places", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    whatNow: {
      choose: "whatNow",
      among: { book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    places: { goTo: "autres-lieux" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
