import { defineFlow } from "../src/flowkit.ts";

/**
 * A bailiff, an eviction: the number and the team at once, then what to do at each paper, from the first
 * letter to the police. Never "wait".
 */
export default defineFlow("expulsion", {
  start: "advice",
  steps: {
    advice: { say: "advice", next: "call" },
    call: { do: "callForEviction", next: { called: "isOpen" } },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "which" },
    closed: { say: "closed", next: "which" },
    which: {
      choose: "which",
      among: {
        letter: "letter",
        payOrder: "payOrder",
        summons: "summons",
        judgment: "judgment",
        leaveOrder: "leaveOrder",
        police: "police",
        none: "none",
        menu: "menu",
      },
      always: true,
    },
    letter: { say: ["letterNow", "noneNow"], next: "whatNow" },
    payOrder: { say: ["payOrderNow", "payOrderWhy"], next: "whatNow" },
    summons: { say: ["summonsNow", "summonsWhy"], next: "whatNow" },
    judgment: { say: ["judgmentNow", "judgmentWhy"], next: "whatNow" },
    leaveOrder: { say: ["leaveOrderNow", "winter"], next: "whatNow" },
    police: { say: ["policeNow", "winter"], next: "whatNow" },
    none: { say: "noneNow", next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { check: "check", anotherPaper: "which", book: "book", menu: "menu" },
      always: true,
    },
    check: { goTo: "fsl-maintien" },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
  },
  moved: { end: "which" },
});
