import { defineFlow } from "../src/flowkit.ts";

/** Notice (preavis): how long before, and how to write it. Where no rule was read, the contract and the team. */
export default defineFlow("preavis", {
  start: "which",
  steps: {
    which: {
      choose: "which",
      among: { furnished: "furnished", empty: "empty", other: "other", menu: "menu" },
      always: true,
    },
    furnished: { say: ["furnishedNow", "how", "before"], next: "whatNow" },
    empty: { say: ["emptyNow", "emptyShorter", "how", "before"], next: "whatNow" },
    other: { say: ["otherNow", "before"], next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
