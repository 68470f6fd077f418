import { defineFlow } from "../src/flowkit.ts";

/** Other places that help (a meal, a shower, a postal address): what they are, for whom, how one gets in. */
export default defineFlow("autres-lieux", {
  start: "places",
  steps: {
    places: {
      offer: "helpPlace",
      text: "whichPlace",
      next: { chosen: "describe", none: "noPlace" },
    },
    describe: { do: "describeHelpPlace", next: { described: "place", unknown: "noPlace" } },
    place: { say: "place", next: "others" },
    others: { decide: "severalHelpPlaces", next: { yes: "whatNext", no: "whatElse" } },
    whatNext: {
      choose: "whatNext",
      among: { another: "places", talk: "talk", menu: "menu" },
      always: true,
    },
    noPlace: { say: "noPlace", next: "whatElse" },
    whatElse: { choose: "whatNext", among: { talk: "talk", menu: "menu" }, always: true },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
