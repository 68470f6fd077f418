import { defineFlow } from "../src/flowkit.ts";

/** Already housed or followed: one's own referent, or the front desk; never the queue of the CLLAJ. */
export default defineFlow("deja-suivi", {
  start: "front",
  steps: {
    front: { do: "describeFrontDesk", next: { described: "who", unreachable: "noDesk" } },
    who: { say: ["referent", "frontDesk"], next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { urgent: "urgent", menu: "menu" },
      always: true,
    },
    noDesk: { say: "referent", next: "reachTheTeam" },
    reachTheTeam: {
      choose: "reachTheTeam",
      among: { talk: "talk", urgent: "urgent", menu: "menu" },
      always: true,
    },
    talk: { goTo: "conseiller" },
    urgent: { goTo: "danger" },
    menu: { goTo: "menu" },
  },
});
