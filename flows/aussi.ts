import { defineFlow } from "../src/flowkit.ts";

/** What else the person spoke of, one thing at a time, once the first is done. */
export default defineFlow("aussi", {
  start: "offer",
  steps: {
    offer: { choose: "offer", among: { yes: "look", no: "next" } },
    look: { goTo: "@wish" },
    next: { goTo: "@next" },
  },
});
