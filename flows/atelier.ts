import { defineFlow } from "../src/flowkit.ts";

/**
 * A seat at a workshop: those to come, the waiting list, and leaving again. What we write ourselves (the
 * day before, a seat that is freed, a workshop that is called off) begins here too.
 */
export default defineFlow("atelier", {
  start: "which",
  steps: {
    which: { offer: "workshop", text: "which", next: { chosen: "describe", none: "gone" } },
    describe: {
      do: "describeWorkshop",
      next: { free: "free", full: "full", mine: "mine", waits: "waits", gone: "gone" },
    },
    free: { choose: "free", among: { join: "join", other: "which", menu: "menu" }, always: true },
    full: { choose: "full", among: { wait: "wait", other: "which", menu: "menu" }, always: true },
    mine: { choose: "mine", among: { leave: "leave", other: "which", menu: "menu" }, always: true },
    waits: { choose: "waits", among: { leave: "leave", menu: "menu" }, always: true },
    join: { do: "takeSeat", next: { taken: "joined", full: "full", gone: "gone" } },
    joined: { say: "joined", next: "end" },
    end: { end: "booked" },
    wait: { do: "waitForSeat", next: { waiting: "onList", gone: "gone" } },
    onList: { say: "onList", next: "informed" },
    informed: { end: "informed" },
    leave: { do: "leaveSeat", next: { left: "left", gone: "gone" } },
    left: { say: "left", next: "whatNow" },
    gone: { say: "gone", next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { talk: "talk", book: "book", menu: "menu" },
      always: true,
    },
    reminder: { choose: "reminder", among: { come: "thanks", cannot: "leave" }, always: true },
    given: { choose: "given", among: { come: "thanks", cannot: "leave" }, always: true },
    calledOff: { choose: "calledOff", among: { other: "which", talk: "talk" }, always: true },
    thanks: { say: "thanks", next: "end" },
    talk: { goTo: "conseiller" },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
  },
});
