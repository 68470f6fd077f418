import { defineFlow } from "../src/flowkit.ts";

/**
 * Visale: the free guarantee of Action Logement, for somebody who needs a garant.
 * The residence document is asked only of those for whom it would decide.
 */
export default defineFlow("visale", {
  start: "intro",
  steps: {
    intro: { say: "intro", next: "age" },
    age: { ask: "age", text: "howOld", next: "ageGroup" },
    ageGroup: { decide: "ageGroup", next: { adult: "status", minor: "safe", unknown: "status" } },
    safe: { ask: "safeTonight", text: "safeTonight", next: "isSafe" },
    isSafe: { decide: "isSafe", next: { safe: "status", notSafe: "minorInDanger" } },
    minorInDanger: { goTo: "mineur-en-danger" },
    status: { ask: "status", text: "whatDoYouDo", next: "leaseSigned" },
    leaseSigned: { ask: "home.leaseSigned", text: "leaseSigned", next: "signed" },
    // a no that is already sure spares the questions that are left
    signed: { decide: "visale", next: { unsure: "parc", eligible: "parc", not: "summary" } },
    parc: { ask: "home.parc", text: "whichParc", next: "parcFits" },
    parcFits: {
      decide: "visale",
      next: { unsure: "commune", eligible: "commune", not: "summary" },
    },
    commune: { ask: "home.commune", text: "whichCommune", next: "rent" },
    rent: { ask: "home.rentWithCharges", text: "whichRent", next: "resources" },
    resources: { ask: "monthlyResources", text: "howMuchEachMonth", next: "first" },

    first: {
      decide: "visale",
      next: { eligible: "nationality", not: "summary", unsure: "summary" },
    },
    nationality: { ask: "nationality", text: "nationality", next: "outsideEurope" },
    outsideEurope: { decide: "outsideEurope", next: { no: "summary", yes: "permit" } },
    permit: { ask: "permit", text: "permit", next: "summary" },

    summary: { do: "summariseVisale", next: { summarised: "isItRight" } },
    isItRight: { choose: "isItRight", among: { right: "verdict", correct: "correct" } },
    correct: {
      offer: "answerToFix",
      text: "whichAnswer",
      next: { chosen: "forget", none: "verdict", nothing: "verdict" },
    },
    forget: { do: "forgetAnswer", next: { forgotten: "age" } },

    verdict: { decide: "visale", next: { eligible: "yes", not: "no", unsure: "unsure" } },
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
