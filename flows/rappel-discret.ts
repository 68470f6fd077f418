import { defineFlow } from "../src/flowkit.ts";

/**
 * Reminders that say hours alone: for who wants no more on their phone, for motifs that are nobody's
 * business, and for several appointments at once.
 */
export default defineFlow("rappel-discret", {
  start: "discreet",
  steps: {
    discreet: {
      choose: "discreet",
      among: { come: "come", change: "change", cancel: "cancel" },
      always: true,
    },
    today: {
      choose: "today",
      among: { come: "come", late: "late", change: "change", cancel: "cancel" },
      always: true,
    },
    several: { choose: "several", among: { comeAll: "comeAll", mine: "mine" }, always: true },
    come: { do: "confirmPresence", next: { confirmed: "thanks", gone: "gone" } },
    comeAll: { do: "confirmAll", next: { confirmed: "thanks", gone: "mine" } },
    thanks: { say: "thanks", next: "end" },
    end: { end: "booked" },
    gone: { say: "gone", next: "mine" },
    mine: { goTo: "mon-rendez-vous" },
    late: { goTo: "retard" },
    change: { goTo: "deplacer" },
    cancel: { goTo: "annuler" },
  },
});
