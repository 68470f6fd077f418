import { defineFlow } from "../src/flowkit.ts";

/** Cancelling is easy, asked once, and never blamed: it gives the time to somebody else. */
export default defineFlow("annuler", {
  start: "which",
  steps: {
    which: {
      offer: "whichAppointment",
      text: "which",
      next: { chosen: "find", none: "find" },
    },
    find: { do: "findAppointment", next: { found: "sure", none: "gone" } },
    sure: { choose: "sure", among: { yes: "cancel", move: "move", keep: "kept" } },
    cancel: { do: "cancel", next: { cancelled: "cancelled", gone: "gone" } },
    byService: {
      choose: "byService",
      among: { another: "book", talk: "talk" },
      always: true,
    },
    talk: { goTo: "conseiller" },
    cancelled: { say: "cancelled", next: "why" },
    why: { ask: "cancelReason", text: "why", next: "keepWhy" },
    keepWhy: { do: "keepCancelReason", next: { kept: "thanks", none: "wantOne" } },
    thanks: { say: "thanks", next: "wantOne" },
    kept: { say: "kept", next: "end" },
    end: { end: "booked" },
    gone: { say: "gone", next: "whatNow" },
    whatNow: {
      choose: "wantOne",
      among: { mine: "mine", book: "book", menu: "menu" },
      always: true,
    },
    wantOne: { choose: "wantOne", among: { book: "book", menu: "menu" }, always: true },
    move: { goTo: "deplacer" },
    mine: { goTo: "mon-rendez-vous" },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
  },
});
