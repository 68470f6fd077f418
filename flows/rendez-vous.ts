import { defineFlow } from "../src/flowkit.ts";

/**
 * Booking: a commune, a site, a time, one tap to confirm; a first name only afterwards, if the person
 * wants. Whoever would rather be called, or finds no time that suits, is led on.
 */
export default defineFlow("rendez-vous", {
  start: "check",
  steps: {
    check: { do: "checkAppointment", next: { none: "motif", already: "already" } },
    already: { say: "already", next: "seeIt" },
    seeIt: { choose: "seeIt", among: { mine: "mine", menu: "menu" }, always: true },
    mine: { goTo: "mon-rendez-vous" },

    motif: { offer: "motif", text: "whichMotif", next: { chosen: "rule", none: "rule" } },
    rule: { decide: "motifBefore", next: { some: "before", none: "commune" } },
    before: { say: "before", next: "commune" },
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
      next: {
        chosen: "describe",
        none: "siteFull",
        more: "more",
        otherSite: "site",
        noneSuits: "noTimes",
      },
    },
    siteFull: { say: "siteFull", next: "site" },
    more: { do: "nextSlots", next: { more: "slot" } },
    describe: { do: "describeSlot", next: { described: "number", unknown: "taken" } },
    number: { decide: "needsPhone", next: { no: "confirm", yes: "phone" } },
    phone: { ask: "phoneNumber", text: "whichPhone", next: "confirm" },
    confirm: { choose: "confirm", among: { yes: "book", otherTime: "slot", menu: "menu" } },
    book: {
      do: "book",
      next: { booked: "booked", taken: "taken", tooLate: "taken", already: "already" },
    },
    taken: { say: "taken", next: "slot" },
    booked: { say: ["booked", "papers", "reminders"], next: "own" },
    own: { decide: "motifInstructions", next: { some: "instructions", none: "rings" } },
    instructions: { say: "instructions", next: "rings" },
    rings: { decide: "toldWhenClosed", next: { choose: "ringMe", asUsual: "isDemonstration" } },
    ringMe: { say: "ringMe", next: "isDemonstration" },
    isDemonstration: { decide: "demonstration", next: { on: "demonstration", off: "firstName" } },
    demonstration: { say: "demonstration", next: "firstName" },
    firstName: { ask: "firstName", text: "firstName", next: "keepName" },
    keepName: { do: "keepName", next: { kept: "origin", none: "origin" } },
    origin: { decide: "cameFrom", next: { toConfirm: "whoSent", known: "thanks" } },
    whoSent: {
      choose: "whoSent",
      among: { sentRight: "sentRight", sentWrong: "sentWrong" },
      always: true,
    },
    sentRight: { do: "confirmOrigin", next: { kept: "thanks" } },
    sentWrong: { do: "refuseOrigin", next: { kept: "thanks" } },
    thanks: { say: "thanks", next: "how" },
    how: { decide: "meetsAtPlace", next: { yes: "prepare", no: "prepareAway" } },
    prepare: {
      choose: "prepare",
      among: { myPapers: "myPapers", several: "several", later: "soon" },
      always: true,
    },
    prepareAway: {
      choose: "prepare",
      among: { myPapers: "myPapers", later: "soon" },
      always: true,
    },
    several: { goTo: "venir-avec" },
    soon: { say: "soon", next: "end" },
    myPapers: { goTo: "mes-papiers" },
    end: { end: "booked" },

    noTimes: { goTo: "sans-horaire" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
  moved: {
    urgency: "noTimes",
    mobility: "noTimes",
    availability: "noTimes",
    request: "noTimes",
    requested: "noTimes",
    handedOver: "noTimes",
  },
});
