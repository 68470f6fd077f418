import { defineFlow } from "../src/flowkit.ts";

/**
 * Under 18 and outside, thrown out or in danger: the 119 first, and a worker. Nothing is told to the
 * parents unasked; the worker follows the child-protection procedure.
 */
export default defineFlow("mineur-en-danger", {
  start: "numbers",
  steps: {
    numbers: { say: "numbers", next: "call" },
    call: { do: "callForMinor", next: { called: "isOpen" } },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "end" },
    closed: { say: "closed", next: "end" },
    end: { end: "handedOver" },
  },
});
