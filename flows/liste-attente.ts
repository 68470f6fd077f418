import { defineFlow } from "../src/flowkit.ts";

/**
 * The waiting list: nothing suited, or an earlier time is wished. What would do is asked by buttons; a
 * time that is freed is then offered by `place-libre`. Who is on the list sees so, and leaves at any moment.
 */
export default defineFlow("liste-attente", {
  start: "find",
  steps: {
    find: { do: "findWaiting", next: { waiting: "standing", none: "hasOne" } },
    standing: {
      choose: "standing",
      among: { stay: "stays", change: "change", leave: "leave", talk: "talk" },
      always: true,
    },
    stays: { say: "stays", next: "end" },
    change: { do: "forgetWish", next: { forgotten: "hasOne" } },

    hasOne: { do: "checkAppointment", next: { none: "intro", already: "introEarlier" } },
    intro: { say: "intro", next: "place" },
    introEarlier: { say: "introEarlier", next: "place" },
    place: {
      offer: "waitingPlace",
      text: "whichPlace",
      next: { anywhere: "half", chosen: "keepPlace", none: "half" },
    },
    keepPlace: { do: "keepWaitingPlace", next: { kept: "otherPlace" } },
    otherPlace: {
      offer: "otherWaitingPlace",
      text: "otherPlace",
      next: { enough: "half", chosen: "keepPlace", none: "half" },
    },
    half: { ask: "availability", text: "whichHalf", next: "day" },
    day: {
      offer: "waitingDay",
      text: "whichDay",
      next: { anyDay: "phone", chosen: "keepDay", none: "phone" },
    },
    keepDay: { do: "keepWaitingDay", next: { kept: "otherDay" } },
    otherDay: {
      offer: "otherWaitingDay",
      text: "otherDay",
      next: { enough: "phone", chosen: "keepDay", none: "phone" },
    },
    phone: { ask: "phonePossible", text: "phoneToo", next: "fits" },

    fits: { do: "lookForFit", next: { some: "someFit", none: "join" } },
    someFit: { choose: "someFit", among: { see: "see", join: "join", menu: "menu" } },
    see: { do: "checkAppointment", next: { none: "book", already: "move" } },
    join: { do: "joinWaitingList", next: { joined: "joined", changed: "changed" } },
    joined: { say: ["joined", "howItWorks"], next: "afterwards" },
    changed: { say: "changed", next: "afterwards" },
    afterwards: {
      choose: "afterwards",
      among: { leave: "leave", talk: "talk", menu: "menu" },
      always: true,
    },

    leave: { do: "leaveWaitingList", next: { left: "left", none: "notOnList" } },
    left: { say: "left", next: "wantOne" },
    notOnList: { say: "notOnList", next: "wantOne" },
    wantOne: { choose: "wantOne", among: { book: "book", menu: "menu" }, always: true },

    book: { goTo: "rendez-vous" },
    move: { goTo: "deplacer" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
    end: { end: "informed" },
  },
});
