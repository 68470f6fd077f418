import { defineFlow } from "../src/flowkit.ts";

/** The contrary of STOP. */
export default defineFlow("reprendre", {
  start: "resume",
  steps: {
    resume: { do: "resumeReminders", next: { done: "resumed" } },
    resumed: { say: "resumed", next: "back" },
    back: { goTo: "@back" },
  },
});
