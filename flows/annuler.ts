import { defineFlow } from "../src/flowkit.ts";

/** Cancelling is easy, asked once, and never blamed: it gives the time to somebody else. */
export default defineFlow("annuler", {
  start: "find",
  steps: {
    find: { do: "findAppointment", next: { found: "sure", none: "gone" } },
    sure: { choose: "sure", among: { yes: "cancel", move: "move", keep: "kept" } },
    cancel: { do: "cancel", next: { cancelled: "cancelled", gone: "gone" } },
    cancelled: { say: "cancelled", next: "wantOne" },
    kept: { say: "kept", next: "end" },
    end: { end: "booked" },
    gone: { say: "gone", next: "wantOne" },
    wantOne: { choose: "wantOne", among: { book: "book", menu: "menu" }, always: true },
    move: { goTo: "deplacer" },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
  },
});
