import { defineFlow } from "../src/flowkit.ts";

/** A worker types the code of the desk: this phone is told of a danger at night, in neutral words. */
export default defineFlow("astreinte", {
  start: "pair",
  steps: {
    pair: { do: "pairAlertPhone", next: { asked: "asked" } },
    asked: { say: "asked", next: "end" },
    end: { end: "informed" },
  },
});
