import { defineFlow } from "../src/flowkit.ts";

/**
 * FSL acces: the help of the Département to move in. With a dwelling found (LI) the rent is judged;
 * without one (LNI) the present situation is.
 */
export default defineFlow("fsl", {
  start: "intro",
  steps: {
    intro: { say: "intro", next: "age" },
    age: { ask: "age", text: "howOld", next: "ageGroup" },
    ageGroup: { decide: "ageGroup", next: { adult: "status", minor: "safe", unknown: "status" } },
    safe: { ask: "safeTonight", text: "safeTonight", next: "isSafe" },
    isSafe: { decide: "isSafe", next: { safe: "status", notSafe: "minorInDanger" } },
    minorInDanger: { goTo: "mineur-en-danger" },
    status: { ask: "status", text: "whatDoYouDo", next: "homeFound" },
    homeFound: { ask: "homeFound", text: "homeFound", next: "isHomeFound" },
    isHomeFound: {
      decide: "homeFound",
      next: { found: "homeCommune", notFound: "commune", unknown: "commune" },
    },

    homeCommune: { ask: "home.commune", text: "whichHomeCommune", next: "movedIn" },
    movedIn: { ask: "movedIn", text: "movedIn", next: "rent" },
    rent: { ask: "home.rentWithCharges", text: "whichRent", next: "housing" },
    commune: { ask: "commune", text: "whichCommune", next: "housing" },

    housing: { ask: "currentHousing", text: "whereDoYouLive", next: "withoutRoof" },
    withoutRoof: { decide: "withoutRoof", next: { no: "young", yes: "callNow" } },
    callNow: { say: "callNow", next: "young" },
    young: { decide: "young", next: { yes: "breakup", no: "resources" } },
    breakup: { ask: "familyBreakup", text: "familyBreakup", next: "resources" },
    resources: { ask: "monthlyResources", text: "howMuchEachMonth", next: "previous" },
    previous: { ask: "previousFslAccess", text: "previousFsl", next: "summary" },

    summary: { do: "summariseFsl", next: { summarised: "isItRight" } },
    isItRight: { choose: "isItRight", among: { right: "verdict", correct: "correct" } },
    correct: {
      offer: "answerToFix",
      text: "whichAnswer",
      next: { chosen: "forget", none: "verdict", nothing: "verdict" },
    },
    forget: { do: "forgetAnswer", next: { forgotten: "age" } },

    verdict: { decide: "fsl", next: { eligible: "yes", not: "no", unsure: "unsure" } },
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
