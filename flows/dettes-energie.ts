import { defineFlow } from "../src/flowkit.ts";

/** Debts of water, energy or telephone: the supplier first, then the FSL (EET) in four questions. */
export default defineFlow("dettes-energie", {
  start: "whatToDo",
  steps: {
    whatToDo: { say: ["now", "why"], next: "help" },
    help: {
      choose: "help",
      among: { check: "commune", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    commune: { ask: "commune", text: "whichCommune", next: "contractOpen" },
    contractOpen: { ask: "energyContractActive", text: "contractOpen", next: "planTried" },
    planTried: { ask: "energyPlanTried", text: "planTried", next: "sharePaid" },
    sharePaid: { ask: "energySharePaid", text: "sharePaid", next: "verdict" },

    verdict: { decide: "fslEnergy", next: { eligible: "yes", not: "no", unsure: "unsure" } },
    yes: { say: ["yes", "papers"], next: "whatNow" },
    no: { say: ["no", "otherDoors"], next: "whatNow" },
    unsure: { say: ["unsure", "papers"], next: "whatNow" },
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
