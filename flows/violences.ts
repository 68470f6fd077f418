import { defineFlow } from "../src/flowkit.ts";

/**
 * Somebody hurts the person: the 17 and the 114 first, then the line that fits the words they told.
 * When the words do not tell, both lines are said, and nothing is asked.
 */
export default defineFlow("violences", {
  start: "age",
  steps: {
    age: {
      decide: "protectedAge",
      next: { minor: "minor", upTo21: "now", older: "now", unknown: "now" },
    },
    minor: { goTo: "mineur-en-danger" },
    now: { say: "now", next: "line" },
    line: {
      decide: "helpline",
      next: {
        woman: "woman",
        man: "everyone",
        lgbt: "everyone",
        parents: "parents",
        unknown: "both",
      },
    },
    parents: {
      decide: "protectedAge",
      next: { minor: "minor", upTo21: "young", older: "both", unknown: "youngOrNot" },
    },
    woman: { say: "woman", next: "call" },
    everyone: { say: "everyone", next: "call" },
    young: { say: "young", next: "call" },
    youngOrNot: { say: "youngOrNot", next: "call" },
    both: { say: "both", next: "call" },
    call: { do: "callForViolence", next: { called: "isOpen" } },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "placeLeft" },
    closed: { say: "closed", next: "placeLeft" },
    placeLeft: { decide: "placeLeft", next: { some: "whenReady", none: "end" } },
    whenReady: { choose: "whenReady", among: { goOn: "back", menu: "menu" }, always: true },
    back: { goTo: "@back" },
    menu: { goTo: "menu" },
    end: { end: "handedOver" },
  },
});
