import { defineFlow } from "../src/flowkit.ts";

/**
 * Under 18 and outside, thrown out or in danger: the 17, the 112 and the 119 first, the 115 only as a
 * relay, and a worker, who follows the child-protection procedure. Nothing is told to the parents
 * unasked, and no aid is ever offered from here.
 */
export default defineFlow("mineur-en-danger", {
  start: "numbers",
  steps: {
    numbers: { say: ["now", "numbers"], next: "call" },
    call: { do: "callForMinor", next: { called: "isOpen" } },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "after" },
    closed: { say: "closed", next: "after" },
    after: {
      choose: "after",
      among: { outside: "relay", silent: "noAnswer", called: "called" },
      always: true,
    },
    relay: { say: "relay", next: "after" },
    noAnswer: { say: "noAnswer", next: "after" },
    called: { say: "stayHere", next: "end" },
    end: { end: "handedOver" },
  },
});
