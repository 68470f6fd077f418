import { defineFlow } from "../src/flowkit.ts";

/** A machine answers each of our messages: the team is told, one sentence is said, and then nothing. */
export default defineFlow("repondeur", {
  start: "call",
  steps: {
    call: { do: "callForMachine", next: { called: "stop" } },
    stop: { say: "stop", next: "end" },
    end: { end: "handedOver" },
  },
});
