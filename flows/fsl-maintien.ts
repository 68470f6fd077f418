import { defineFlow } from "../src/flowkit.ts";

/** The FSL for a debt of rent, in five questions; the team knows already when it comes from `impayes`. */
export default defineFlow("fsl-maintien", {
  start: "intro",
  steps: {
    intro: { say: "intro", next: "commune" },
    commune: { ask: "commune", text: "whichCommune", next: "housing" },
    housing: { ask: "currentHousing", text: "whereDoYouLive", next: "rentResumed" },
    rentResumed: { ask: "rentPaymentResumed", text: "rentResumed", next: "planTried" },
    planTried: { ask: "paymentPlanNegotiated", text: "planTried", next: "firstTime" },
    firstTime: { ask: "previousMaintienSameDwelling", text: "firstTime", next: "verdict" },

    // the debt and the main home are told: what is left to refuse is a worker's to say
    verdict: { decide: "fslMaintien", next: { eligible: "yes", not: "unsure", unsure: "unsure" } },
    yes: { say: ["yes", "papers"], next: "whatNow" },
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
