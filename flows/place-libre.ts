import { defineFlow } from "../src/flowkit.ts";

/**
 * A freed time, offered to one person of the waiting list for half an hour: two buttons. Too late, it is
 * said kindly and other ways are open. And the one question, after some weeks: still waiting?
 */
export default defineFlow("place-libre", {
  start: "offer",
  steps: {
    offer: { choose: "offer", among: { take: "take", notNow: "refuse" }, always: true },
    earlier: { choose: "earlier", among: { take: "take", notNow: "refuse" }, always: true },

    take: {
      do: "takeFreedTime",
      next: { booked: "booked", moved: "moved", already: "already", gone: "gone" },
    },
    booked: { say: ["booked", "papers"], next: "end" },
    moved: { say: ["moved", "papers"], next: "end" },
    end: { end: "booked" },
    already: { say: "already", next: "mine" },
    gone: { say: "gone", next: "whatNow" },

    refuse: { do: "refuseFreedTime", next: { refused: "refused", gone: "late" } },
    refused: { say: "refused", next: "afterRefusal" },
    late: { say: "late", next: "afterRefusal" },
    afterRefusal: {
      choose: "afterRefusal",
      among: { stay: "stays", list: "list", leave: "leave" },
      always: true,
    },
    stays: { say: "stays", next: "informed" },
    informed: { end: "informed" },

    still: { choose: "still", among: { yes: "stay", no: "leave", talk: "talk" }, always: true },
    stay: { do: "stayOnWaitingList", next: { stays: "stays", none: "notOnList" } },
    leave: { do: "leaveWaitingList", next: { left: "left", none: "notOnList" } },
    left: { say: "left", next: "whatNow" },
    notOnList: { say: "notOnList", next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { see: "see", list: "list", talk: "talk" },
      always: true,
    },

    see: { do: "checkAppointment", next: { none: "book", already: "move" } },
    book: { goTo: "rendez-vous" },
    move: { goTo: "deplacer" },
    mine: { goTo: "mon-rendez-vous" },
    list: { goTo: "liste-attente" },
    talk: { goTo: "conseiller" },
  },
});
