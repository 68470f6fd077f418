import { defineFlow } from "../src/flowkit.ts";

/**
 * Who is or was in care (ASE): the way back before 21, a home, money. Having been in care is asked only by
 * the short check, says why, and may be left unanswered.
 */
export default defineFlow("ase", {
  start: "intro",
  steps: {
    intro: { say: ["now", "again"], next: "which" },
    which: {
      choose: "which",
      among: { housing: "housing", money: "moneyWhere", talk: "talk", menu: "menu" },
      always: true,
    },

    housing: { say: "hlm", next: "supportWhere" },
    supportWhere: {
      decide: "departementHere",
      next: { pasDeCalais: "asl", hautsDeSeine: "noAsl", elsewhere: "noAsl" },
    },
    asl: { say: "asl", next: "whatNowHere" },
    whatNowHere: {
      choose: "whatNow",
      among: { check: "age", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    noAsl: { say: "noAsl", next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { book: "book", talk: "talk", menu: "menu" },
      always: true,
    },

    moneyWhere: {
      decide: "departementHere",
      next: {
        pasDeCalais: "moneyHere",
        hautsDeSeine: "moneyElsewhere",
        elsewhere: "moneyElsewhere",
      },
    },
    moneyHere: { say: "moneyHere", next: "whatNowHere" },
    moneyElsewhere: { say: "moneyElsewhere", next: "whatNow" },

    age: { ask: "age", text: "howOld", next: "ageGroup" },
    ageGroup: { decide: "ageGroup", next: { adult: "care", minor: "safe", unknown: "care" } },
    safe: { ask: "safeTonight", text: "safeTonight", next: "isSafe" },
    isSafe: { decide: "isSafe", next: { safe: "care", notSafe: "minorInDanger" } },
    minorInDanger: { goTo: "mineur-en-danger" },
    care: { ask: "careLeaver", text: "wereYouInCare", next: "living" },
    living: { ask: "currentHousing", text: "whereDoYouLive", next: "withoutRoof" },
    withoutRoof: { decide: "withoutRoof", next: { no: "commune", yes: "callNow" } },
    callNow: { say: "callNow", next: "commune" },
    commune: { ask: "commune", text: "whichCommune", next: "verdict" },
    verdict: { decide: "aslJeunesAse", next: { eligible: "yes", not: "no", unsure: "unsure" } },
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
