import { defineFlow } from "../src/flowkit.ts";

/** APL and ALS: ask on the day of entry; a short check gives an order of magnitude, never a promise. */
export default defineFlow("apl", {
  start: "now",
  steps: {
    now: { say: ["now", "what"], next: "first" },
    first: {
      choose: "whatNow",
      among: { check: "homeFound", more: "more", menu: "menu" },
      always: true,
    },
    more: { say: ["begins", "exceptions"], next: "last" },
    last: {
      choose: "whatNow",
      among: { check: "homeFound", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },

    homeFound: { ask: "homeFound", text: "homeFound", next: "hasHome" },
    hasHome: { decide: "homeFound", next: { found: "age", notFound: "noHome", unknown: "age" } },
    noHome: { say: "noHome", next: "afterwards" },
    age: { ask: "age", text: "howOld", next: "ageGroup" },
    ageGroup: { decide: "ageGroup", next: { adult: "status", minor: "safe", unknown: "status" } },
    // somebody under age is safe first, before any condition
    safe: { ask: "safeTonight", text: "safeTonight", next: "isSafe" },
    isSafe: { decide: "isSafe", next: { safe: "status", notSafe: "minorInDanger" } },
    minorInDanger: { goTo: "mineur-en-danger" },
    status: { ask: "status", text: "whatDoYouDo", next: "parc" },
    parc: { ask: "home.parc", text: "whichParc", next: "parcFits" },
    // a no that is already sure spares the questions that are left
    parcFits: { decide: "apl", next: { eligible: "commune", unsure: "commune", not: "summary" } },
    commune: { ask: "home.commune", text: "whichCommune", next: "rent" },
    rent: { ask: "home.rentWithCharges", text: "whichRent", next: "livesWith" },
    livesWith: { ask: "livesWith", text: "livesWith", next: "withChild" },
    withChild: { decide: "livesWithChild", next: { no: "resources", yes: "children" } },
    children: { ask: "childrenCount", text: "childrenCount", next: "resources" },
    resources: { ask: "monthlyResources", text: "howMuchEachMonth", next: "studies" },
    studies: { decide: "studying", next: { no: "firstVerdict", yes: "scholarship" } },
    scholarship: { ask: "boursierEtat", text: "boursier", next: "firstVerdict" },
    firstVerdict: {
      decide: "apl",
      next: { eligible: "nationality", not: "summary", unsure: "summary" },
    },
    nationality: { ask: "nationality", text: "nationality", next: "outsideEurope" },
    outsideEurope: { decide: "outsideEurope", next: { no: "summary", yes: "permit" } },
    permit: { ask: "permit", text: "permit", next: "summary" },

    summary: { do: "summariseApl", next: { summarised: "isItRight" } },
    isItRight: { choose: "isItRight", among: { right: "verdict", correct: "correct" } },
    correct: {
      offer: "answerToFix",
      text: "whichAnswer",
      next: { chosen: "forget", none: "verdict", nothing: "verdict" },
    },
    forget: { do: "forgetAnswer", next: { forgotten: "homeFound" } },
    verdict: { decide: "apl", next: { eligible: "yes", not: "no", unsure: "unsure" } },
    yes: { say: ["yes", "papers"], next: "afterwards" },
    no: { say: ["no", "otherDoors"], next: "afterwards" },
    unsure: { say: ["unsure", "papers"], next: "afterwards" },
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
