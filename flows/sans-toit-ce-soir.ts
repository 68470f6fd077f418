import { defineFlow } from "../src/flowkit.ts";

/**
 * No roof tonight: the 115, the team at once, and what to do when the 115 has no place or does not
 * answer. Only what is sourced is said; a place that is not known is said not to be.
 */
export default defineFlow("sans-toit-ce-soir", {
  start: "age",
  steps: {
    age: {
      decide: "protectedAge",
      next: { minor: "minor", upTo21: "call115", older: "call115", unknown: "call115" },
    },
    minor: { goTo: "mineur-en-danger" },
    call115: { say: "call115", next: "callForShelter" },
    callForShelter: { do: "callForShelter", next: { called: "isOpen" } },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "placeLeft" },
    closed: { say: "closed", next: "placeLeft" },
    placeLeft: { decide: "placeLeft", next: { some: "orGoOn", none: "afterCall" } },
    afterCall: {
      choose: "afterCall",
      among: { full: "noPlace", silent: "noAnswer" },
      always: true,
    },
    orGoOn: {
      choose: "afterCall",
      among: { full: "noPlace", silent: "noAnswer", goOn: "back" },
      always: true,
    },

    noPlace: {
      decide: "protectedAge",
      next: { minor: "minor", upTo21: "fullLine", older: "fullLine", unknown: "fullLine" },
    },
    noAnswer: {
      decide: "protectedAge",
      next: { minor: "minor", upTo21: "silentLine", older: "silentLine", unknown: "silentLine" },
    },
    fullLine: { say: "fullLine", next: "callForNoPlace" },
    silentLine: { say: "silentLine", next: "callForNoPlace" },
    callForNoPlace: { do: "callForNoPlace", next: { called: "dayPlace" } },
    dayPlace: { decide: "dayPlace", next: { some: "dayPlaces", none: "noDayPlace" } },
    dayPlaces: { say: "dayPlaces", next: "isTeamThere" },
    noDayPlace: { say: "noDayPlace", next: "isTeamThere" },
    isTeamThere: { decide: "openNow", next: { open: "teamThere", closed: "teamAway" } },
    teamThere: { say: "teamThere", next: "placeStillLeft" },
    teamAway: { say: "teamAway", next: "placeStillLeft" },
    placeStillLeft: { decide: "placeLeft", next: { some: "orGoOn", none: "afterCall" } },
    back: { goTo: "@back" },
  },
});
