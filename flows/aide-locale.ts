import { defineFlow } from "../src/flowkit.ts";

/**
 * An aid that one town alone gives: its name and who decides are known, its conditions are not. The team
 * tells the rest.
 */
export default defineFlow("aide-locale", {
  start: "which",
  steps: {
    which: { decide: "localAid", next: { some: "what", none: "otherAid" } },
    what: { say: "what", next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { talk: "call", otherAid: "otherAid", menu: "menu" },
      always: true,
    },
    call: { do: "callForLocalAid", next: { called: "called" } },
    called: { say: "called", next: "end" },
    end: { end: "handedOver" },
    otherAid: { goTo: "aides" },
    menu: { goTo: "menu" },
  },
});
