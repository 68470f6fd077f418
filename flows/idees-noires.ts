import { defineFlow } from "../src/flowkit.ts";

/** Dark thoughts: the 3114, the team at once. Nothing is ever asked about how. */
export default defineFlow("idees-noires", {
  start: "now",
  steps: {
    now: { say: "now", next: "age" },
    age: {
      decide: "protectedAge",
      next: { minor: "minorToo", upTo21: "call", older: "call", unknown: "call" },
    },
    minorToo: { say: "minorToo", next: "call" },
    call: { do: "callForSuicide", next: { called: "isOpen" } },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "whoOffers" },
    closed: { say: "closed", next: "whoOffers" },
    whoOffers: {
      decide: "protectedAge",
      next: { minor: "end", upTo21: "placeLeft", older: "placeLeft", unknown: "placeLeft" },
    },
    placeLeft: { decide: "placeLeft", next: { some: "whenReady", none: "end" } },
    whenReady: { choose: "whenReady", among: { goOn: "back", menu: "menu" }, always: true },
    back: { goTo: "@back" },
    menu: { goTo: "menu" },
    end: { end: "handedOver" },
  },
});
