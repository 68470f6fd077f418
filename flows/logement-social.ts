import { defineFlow } from "../src/flowkit.ts";

/** Social housing: ask now, renew each year, and a short check of the age, the ceiling and the stay. */
export default defineFlow("logement-social", {
  start: "now",
  steps: {
    now: { say: ["now", "renew"], next: "first" },
    first: {
      choose: "whatNow",
      among: { check: "age", more: "more", menu: "menu" },
      always: true,
    },
    more: { say: ["ceiling", "faster"], next: "last" },
    last: {
      choose: "whatNow",
      among: { check: "age", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },

    age: { ask: "age", text: "howOld", next: "ageGroup" },
    ageGroup: { decide: "ageGroup", next: { adult: "commune", minor: "safe", unknown: "commune" } },
    // somebody under age is safe first, before any condition
    safe: { ask: "safeTonight", text: "safeTonight", next: "isSafe" },
    isSafe: { decide: "isSafe", next: { safe: "commune", notSafe: "minorInDanger" } },
    minorInDanger: { goTo: "mineur-en-danger" },
    commune: { ask: "commune", text: "whichCommune", next: "resources" },
    resources: { ask: "monthlyResources", text: "howMuchEachMonth", next: "firstVerdict" },
    firstVerdict: {
      decide: "logementSocial",
      next: { eligible: "nationality", not: "verdict", unsure: "verdict" },
    },
    nationality: { ask: "nationality", text: "nationality", next: "outsideEurope" },
    outsideEurope: { decide: "outsideEurope", next: { no: "verdict", yes: "permit" } },
    permit: { ask: "permit", text: "permit", next: "verdict" },
    verdict: { decide: "logementSocial", next: { eligible: "yes", not: "no", unsure: "unsure" } },
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
