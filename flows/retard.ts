import { defineFlow } from "../src/flowkit.ts";

/** "Je suis en retard": the desk shows it, and the worker's phone rings, without a name. */
export default defineFlow("retard", {
  start: "tell",
  steps: {
    tell: { do: "tellLate", next: { told: "told", notToday: "notToday" } },
    told: { say: "told", next: "end" },
    end: { end: "booked" },
    notToday: { say: "notToday", next: "mine" },
    mine: { goTo: "mon-rendez-vous" },
  },
});
