import { defineFlow } from "../src/flowkit.ts";

/** STOP concerns what we start (reminders), never what the person asks. Confirmed once. */
export default defineFlow("stop", {
  start: "sure",
  steps: {
    sure: { choose: "sure", among: { yesStop: "stop", no: "kept" } },
    stop: { do: "stopReminders", next: { done: "stopped" } },
    stopped: { say: "stopped", next: "end" },
    kept: { say: "kept", next: "back" },
    back: { goTo: "@back" },
    end: { end: "informed" },
  },
});
