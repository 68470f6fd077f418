import { defineFlow } from "../src/flowkit.ts";

/** Tremplins Duo, shared homes with support of the association: elsewhere a worker looks for another door. */
export default defineFlow("tremplins", {
  start: "here",
  steps: {
    here: { decide: "tremplinsHere", next: { yes: "intro", no: "notHere" } },
    notHere: { say: "notHere", next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { book: "book", talk: "talk", menu: "menu" },
      always: true,
    },

    intro: { say: ["now", "why", "who"], next: "whatNowHere" },
    whatNowHere: {
      choose: "whatNow",
      among: { check: "age", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    age: { ask: "age", text: "howOld", next: "ageGroup" },
    ageGroup: { decide: "ageGroup", next: { adult: "care", minor: "safe", unknown: "care" } },
    safe: { ask: "safeTonight", text: "safeTonight", next: "isSafe" },
    isSafe: { decide: "isSafe", next: { safe: "care", notSafe: "minorInDanger" } },
    minorInDanger: { goTo: "mineur-en-danger" },
    care: { ask: "careLeaver", text: "wereYouInCare", next: "breakup" },
    breakup: { ask: "familyBreakup", text: "familyBreakup", next: "commune" },
    commune: { ask: "commune", text: "whichCommune", next: "verdict" },
    verdict: { decide: "tremplinsDuo", next: { eligible: "yes", not: "no", unsure: "unsure" } },
    yes: { say: "yes", next: "mayCount" },
    no: { say: ["no", "otherDoors"], next: "mayCount" },
    unsure: { say: "unsure", next: "mayCount" },
    mayCount: { decide: "careMayBeCounted", next: { ask: "askToCount", settled: "whatNow" } },
    askToCount: { choose: "mayWeCount", among: { countIt: "count", keepIt: "keep" } },
    count: { do: "countCare", next: { kept: "whatNow" } },
    keep: { do: "doNotCountCare", next: { kept: "whatNow" } },

    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
