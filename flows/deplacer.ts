import { defineFlow } from "../src/flowkit.ts";

/** Another time, at the same site or at another. The old one is kept until the new one is sure. */
export default defineFlow("deplacer", {
  start: "which",
  steps: {
    which: {
      offer: "whichAppointment",
      text: "which",
      next: { chosen: "find", none: "find" },
    },
    find: { do: "findAppointment", next: { found: "sameSite", none: "gone" } },
    sameSite: { do: "keepSite", next: { kept: "slot" } },
    slot: {
      offer: "slot",
      text: "whichSlot",
      next: {
        chosen: "describe",
        none: "noTimes",
        more: "more",
        otherSite: "site",
        noneSuits: "others",
      },
    },
    more: { do: "nextSlots", next: { more: "slot" } },
    site: { offer: "site", text: "whichSite", next: { chosen: "slot", none: "noTimes" } },
    describe: { do: "describeSlot", next: { described: "number", unknown: "taken" } },
    number: { decide: "needsPhone", next: { no: "confirm", yes: "phone" } },
    phone: { ask: "phoneNumber", text: "whichPhone", next: "confirm" },
    confirm: { choose: "confirm", among: { yes: "change", otherTime: "slot", keep: "kept" } },
    change: {
      do: "move",
      next: { moved: "moved", taken: "taken", tooLate: "taken", gone: "gone" },
    },
    taken: { say: "taken", next: "slot" },
    moved: { say: "moved", next: "booked" },
    booked: { end: "booked" },
    kept: { say: "kept", next: "booked" },
    gone: { say: "gone", next: "whatNow" },
    whatNow: {
      choose: "wantOne",
      among: { mine: "mine", book: "book", menu: "menu" },
      always: true,
    },
    noTimes: { say: "noTimes", next: "others" },
    others: { goTo: "sans-horaire" },
    mine: { goTo: "mon-rendez-vous" },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
  },
  moved: { wantOne: "whatNow", talk: "others" },
});
