import { defineFlow } from "../src/flowkit.ts";

/** A person is asked for: the team is called, and the answer says honestly when somebody can read. */
export default defineFlow("conseiller", {
  start: "call",
  steps: {
    call: { do: "callWorker", next: { called: "isOpen" } },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "end" },
    closed: { say: "closed", next: "end" },
    end: { end: "handedOver" },
  },
});
