import { defineFlow } from "../src/flowkit.ts";

/** A bailiff, an eviction, rents unpaid: the number, what to do at once, and a worker. Never "wait". */
export default defineFlow("expulsion", {
  start: "advice",
  steps: {
    advice: { say: "advice", next: "call" },
    call: { do: "callForEviction", next: { called: "isOpen" } },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "end" },
    closed: { say: "closed", next: "end" },
    end: { end: "handedOver" },
  },
});
