import { defineFlow } from "../src/flowkit.ts";

/**
 * Danger: what is heard leads to the flow of its kind at once; a doubt asks gently, once, with two
 * buttons. Who worries for somebody else is told what they can do.
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
    emergencyShelter: { goTo: "sans-toit-ce-soir" },
    violence: { goTo: "violences" },
    suicide: { goTo: "idees-noires" },
    minorInDanger: { goTo: "mineur-en-danger" },
    eviction: { goTo: "expulsion" },

    other: { say: "other", next: "callWorker" },
    friendSuicide: { say: "friendSuicide", next: "callForFriend" },
    friendViolence: { say: "friendViolence", next: "callForFriend" },
    callForFriend: { do: "callForFriend", next: { called: "isOpen" } },
    callWorker: { do: "callForDanger", next: { called: "isOpen" } },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "placeLeft" },
    closed: { say: "closed", next: "placeLeft" },
    placeLeft: { decide: "placeLeft", next: { some: "whenReady", none: "end" } },
    whenReady: { choose: "whenReady", among: { goOn: "back", menu: "menu" }, always: true },
    end: { end: "handedOver" },

    checkShelter: {
      choose: "checkShelter",
      among: { yes: "emergencyShelter", no: "calmShelter" },
      always: true,
    },
    checkViolence: {
      choose: "checkViolence",
      among: { yes: "violence", no: "calm" },
      always: true,
    },
    checkSuicide: { choose: "checkSuicide", among: { yes: "suicide", no: "calm" }, always: true },
    checkMinor: { choose: "checkMinor", among: { yes: "minorInDanger", no: "calm" }, always: true },
    calm: { say: "calm", next: "back" },
    calmShelter: { say: "calmShelter", next: "back" },
    back: { goTo: "@back" },
    menu: { goTo: "menu" },
  },
  moved: {
    soon: "emergencyShelter",
    callForEviction: "eviction",
    shelter: "emergencyShelter",
    callForShelter: "emergencyShelter",
    callForViolence: "violence",
    callForSuicide: "suicide",
  },
});
