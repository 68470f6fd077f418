import { defineFlow } from "../src/flowkit.ts";

/**
 * Booking: a commune, a site, a time, one tap to confirm; a first name only afterwards, if the person
 * wants. Where no hours are confirmed, what a worker needs to propose a time is asked instead.
 */
export default defineFlow("rendez-vous", {
  start: "check",
  steps: {
    check: { do: "checkAppointment", next: { none: "commune", already: "already" } },
    already: { say: "already", next: "seeIt" },
    seeIt: { choose: "seeIt", among: { mine: "mine", menu: "menu" }, always: true },
    mine: { goTo: "mon-rendez-vous" },

    commune: { ask: "commune", text: "whichCommune", next: "territory" },
    territory: {
      decide: "territory",
      next: { served: "site", neighbour: "neighbour", outside: "outside", unknown: "site" },
    },
    neighbour: { say: "neighbour", next: "anyway" },
    outside: { say: "outside", next: "anyway" },
    anyway: {
      choose: "anyway",
      among: { bookAnyway: "site", talk: "talk", menu: "menu" },
    },

    site: { offer: "site", text: "whichSite", next: { chosen: "slot", none: "noTimes" } },
    slot: {
      offer: "slot",
      text: "whichSlot",
      next: { chosen: "describe", none: "noTimes", more: "more", otherSite: "site" },
    },
    more: { do: "nextSlots", next: { more: "slot" } },
    describe: { do: "describeSlot", next: { described: "confirm", unknown: "taken" } },
    confirm: { choose: "confirm", among: { yes: "book", otherTime: "slot", menu: "menu" } },
    book: {
      do: "book",
      next: { booked: "booked", taken: "taken", tooLate: "taken", already: "already" },
    },
    taken: { say: "taken", next: "slot" },
    booked: { say: ["booked", "papers", "reminders"], next: "isDemonstration" },
    isDemonstration: { decide: "demonstration", next: { on: "demonstration", off: "firstName" } },
    demonstration: { say: "demonstration", next: "firstName" },
    firstName: { ask: "firstName", text: "firstName", next: "keepName" },
    keepName: { do: "keepName", next: { kept: "thanks", none: "thanks" } },
    thanks: { say: "thanks", next: "prepare" },
    prepare: {
      choose: "prepare",
      among: { myPapers: "myPapers", later: "soon" },
      always: true,
    },
    soon: { say: "soon", next: "end" },
    myPapers: { goTo: "mes-papiers" },
    end: { end: "booked" },

    noTimes: { say: "noTimes", next: "urgency" },
    urgency: { ask: "urgencyOfNeed", text: "howUrgent", next: "mobility" },
    mobility: { ask: "mobility", text: "howDoYouMove", next: "availability" },
    availability: { ask: "availability", text: "whenAreYouFree", next: "request" },
    request: { do: "requestAppointment", next: { requested: "requested" } },
    requested: { say: "requested", next: "handedOver" },
    handedOver: { end: "handedOver" },

    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
