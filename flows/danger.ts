import { defineFlow } from "../src/flowkit.ts";

/**
 * Danger: one warm sentence, the number, the truth about when the team reads. No form, no question.
 * A doubt asks gently, once, with two buttons.
 */
export default defineFlow("danger", {
  start: "which",
  steps: {
    which: {
      choose: "which",
      among: {
        noRoof: "emergencyShelter",
        hurt: "violence",
        darkThoughts: "suicide",
        minor: "minorInDanger",
        bailiff: "eviction",
        otherUrgency: "other",
        menu: "menu",
      },
      always: true,
    },
    emergencyShelter: {
      decide: "ageGroup",
      next: { adult: "shelter", minor: "minorInDanger", unknown: "shelter" },
    },
    shelter: { say: "emergencyShelter", next: "callForShelter" },
    callForShelter: { do: "callForShelter", next: { called: "isOpen" } },
    violence: { say: "violence", next: "callForViolence" },
    callForViolence: { do: "callForViolence", next: { called: "isOpen" } },
    suicide: { say: "suicide", next: "callForSuicide" },
    callForSuicide: { do: "callForSuicide", next: { called: "isOpen" } },
    minorInDanger: { goTo: "mineur-en-danger" },
    eviction: { goTo: "expulsion" },
    other: { say: "other", next: "callWorker" },
    callWorker: { do: "callWorker", next: { called: "isOpen" } },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "end" },
    closed: { say: "closed", next: "end" },
    end: { end: "handedOver" },

    checkShelter: {
      choose: "checkShelter",
      among: { yes: "emergencyShelter", soon: "soon", no: "calm" },
      always: true,
    },
    soon: { goTo: "hebergement-115" },
    checkViolence: {
      choose: "checkViolence",
      among: { yes: "violence", no: "calm" },
      always: true,
    },
    checkSuicide: { choose: "checkSuicide", among: { yes: "suicide", no: "calm" }, always: true },
    checkMinor: { choose: "checkMinor", among: { yes: "minorInDanger", no: "calm" }, always: true },
    calm: { say: "calm", next: "back" },
    back: { goTo: "@back" },
    menu: { goTo: "menu" },
  },
  moved: { callForEviction: "eviction" },
});
