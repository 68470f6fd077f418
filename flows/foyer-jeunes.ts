import { defineFlow } from "../src/flowkit.ts";

/** The foyers de jeunes travailleurs (FJT): asked for at the foyer itself; two questions say whether it may fit. */
export default defineFlow("foyer-jeunes", {
  start: "now",
  steps: {
    now: { say: ["now", "what"], next: "first" },
    first: {
      choose: "whatNow",
      among: { check: "age", more: "more", menu: "menu" },
      always: true,
    },
    more: { say: ["stay", "aids"], next: "last" },
    last: {
      choose: "whatNow",
      among: { check: "age", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },

    age: { ask: "age", text: "howOld", next: "ageGroup" },
    ageGroup: { decide: "ageGroup", next: { adult: "status", minor: "safe", unknown: "status" } },
    // somebody under age is safe first, before any condition
    safe: { ask: "safeTonight", text: "safeTonight", next: "isSafe" },
    isSafe: { decide: "isSafe", next: { safe: "status", notSafe: "minorInDanger" } },
    minorInDanger: { goTo: "mineur-en-danger" },
    status: { ask: "status", text: "whatDoYouDo", next: "verdict" },
    verdict: { decide: "fjt", next: { eligible: "yes", not: "no", unsure: "unsure" } },
    yes: { say: ["yes", "papers"], next: "afterwards" },
    no: { say: ["no", "otherDoors"], next: "afterwards" },
    unsure: { say: "unsure", next: "afterwards" },
    afterwards: {
      choose: "whatNow",
      among: { book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
