import { defineFlow } from "../src/flowkit.ts";

/** Somebody does not come alone: who and how many, so that there are enough chairs. Nobody is named. */
export default defineFlow("venir-avec", {
  start: "find",
  steps: {
    find: { do: "findAppointment", next: { found: "who", none: "gone" } },
    who: { ask: "companionWho", text: "who", next: "howMany" },
    howMany: { ask: "companionCount", text: "howMany", next: "keep" },
    keep: { do: "keepCompanion", next: { kept: "kept", gone: "gone" } },
    kept: { say: "kept", next: "end" },
    end: { end: "booked" },
    gone: { say: "gone", next: "mine" },
    mine: { goTo: "mon-rendez-vous" },
  },
});
