import { defineFlow } from "../src/flowkit.ts";

/**
 * ALT: some months of shelter, on the orientation of the SIAO. Tonight's roof is looked at first. Where the
 * structure takes no part in it, a worker is the door.
 */
export default defineFlow("alt", {
  start: "here",
  steps: {
    here: { decide: "altHere", next: { yes: "intro", no: "notHere" } },
    notHere: { say: "notHere", next: "elsewhere" },
    elsewhere: {
      choose: "whatNow",
      among: { talk: "talk", otherAid: "otherAid", menu: "menu" },
      always: true,
    },
    talk: { goTo: "conseiller" },

    intro: { say: "intro", next: "safe" },
    safe: { ask: "safeTonight", text: "safeTonight", next: "age" },
    age: { ask: "age", text: "howOld", next: "isSafe" },
    isSafe: { decide: "isSafe", next: { safe: "commune", notSafe: "notSafe" } },
    notSafe: {
      decide: "ageGroup",
      next: { adult: "callForShelter", minor: "minorInDanger", unknown: "callForShelter" },
    },
    minorInDanger: { goTo: "mineur-en-danger" },
    callForShelter: { do: "callForShelter", next: { called: "callNow" } },
    callNow: { say: "callNow", next: "commune" },
    commune: { ask: "commune", text: "whichCommune", next: "housing" },
    housing: { ask: "currentHousing", text: "whereDoYouLive", next: "inAlt" },
    inAlt: { decide: "inAlt", next: { no: "atParents", yes: "months" } },
    months: { ask: "monthsInAlt", text: "monthsInAlt", next: "resources" },
    atParents: { decide: "atParents", next: { no: "resources", yes: "breakup" } },
    breakup: { ask: "familyBreakup", text: "familyBreakup", next: "resources" },
    resources: { ask: "monthlyResources", text: "howMuchEachMonth", next: "first" },

    first: { decide: "alt", next: { eligible: "nationality", not: "summary", unsure: "summary" } },
    nationality: { ask: "nationality", text: "nationality", next: "outsideEurope" },
    outsideEurope: { decide: "outsideEurope", next: { no: "summary", yes: "permit" } },
    permit: { ask: "permit", text: "permit", next: "summary" },

    summary: { do: "summariseAlt", next: { summarised: "isItRight" } },
    isItRight: { choose: "isItRight", among: { right: "verdict", correct: "correct" } },
    correct: {
      offer: "answerToFix",
      text: "whichAnswer",
      next: { chosen: "forget", none: "verdict", nothing: "verdict" },
    },
    forget: { do: "forgetAnswer", next: { forgotten: "safe" } },

    verdict: { decide: "alt", next: { eligible: "yes", not: "no", unsure: "unsure" } },
    yes: { say: ["yes", "howToAsk", "papers"], next: "prepare" },
    no: { say: ["no", "otherDoors"], next: "whatNow" },
    unsure: { say: ["unsure", "papers"], next: "prepare" },
    whatNow: {
      choose: "whatNow",
      among: { book: "book", otherAid: "otherAid", menu: "menu" },
      always: true,
    },
    prepare: {
      choose: "whatNow",
      among: { book: "book", myPapers: "myPapers", otherAid: "otherAid" },
      always: true,
    },
    myPapers: { goTo: "mes-papiers" },
    book: { goTo: "rendez-vous" },
    otherAid: { goTo: "aides" },
    menu: { goTo: "menu" },
  },
});
