import { defineFlow } from "../src/flowkit.ts";

/**
 * Not tonight, but soon without a home: the day is asked when it was not told, the team is called with
 * it, and an appointment within 48 hours is offered through the ordinary booking.
 */
export default defineFlow("bientot-dehors", {
  start: "age",
  steps: {
    age: {
      decide: "protectedAge",
      next: { minor: "minor", upTo21: "heard", older: "heard", unknown: "heard" },
    },
    minor: { goTo: "mineur-en-danger" },
    heard: { say: "heard", next: "isDayTold" },
    isDayTold: { decide: "leavingDayTold", next: { told: "keepDay", unknown: "askDay" } },
    askDay: {
      offer: "leavingDay",
      text: "whichDay",
      next: { chosen: "keepDay", none: "keepDay", notSure: "notSure", notThat: "calm" },
    },
    notSure: { do: "callForSoon", next: { called: "appointment" } },
    keepDay: { do: "callForSoon", next: { called: "dayKept" } },
    dayKept: { say: "dayKept", next: "appointment" },
    appointment: { do: "checkAppointment", next: { none: "slot", already: "already" } },
    already: { say: "already", next: "isOpen" },

    slot: {
      offer: "soonSlot",
      text: "whichSlot",
      next: { chosen: "keepSlot", none: "noSlot", otherTimes: "booking", noNeed: "isOpen" },
    },
    keepSlot: { do: "keepSoonSlot", next: { kept: "describe" } },
    describe: { do: "describeSlot", next: { described: "confirm", unknown: "taken" } },
    confirm: { choose: "confirm", among: { yes: "book", otherTime: "slot" } },
    book: {
      do: "book",
      next: { booked: "booked", taken: "taken", tooLate: "taken", already: "already" },
    },
    taken: { say: "taken", next: "slot" },
    booked: { say: ["booked", "papers", "reminders"], next: "isDemonstration" },
    isDemonstration: { decide: "demonstration", next: { on: "demonstration", off: "end" } },
    demonstration: { say: "demonstration", next: "end" },
    end: { end: "booked" },

    noSlot: { say: "noSlot", next: "isOpen" },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "placeLeft" },
    closed: { say: "closed", next: "placeLeft" },
    placeLeft: { decide: "placeLeft", next: { some: "whenReady", none: "handedOver" } },
    whenReady: { choose: "whenReady", among: { goOn: "back", menu: "menu" }, always: true },
    handedOver: { end: "handedOver" },

    calm: { say: "calm", next: "back" },
    booking: { goTo: "rendez-vous" },
    back: { goTo: "@back" },
    menu: { goTo: "menu" },
  },
});
