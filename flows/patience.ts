import { defineFlow } from "../src/flowkit.ts";

/** Somebody has waited for the team longer than they were told: they hear why nobody came, and another way. */
export default defineFlow("patience", {
  start: "sorry",
  steps: {
    sorry: { say: "sorry", next: "end" },
    back: { say: "back", next: "end" },
    end: { end: "informed" },
  },
});
