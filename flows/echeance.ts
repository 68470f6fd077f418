import { defineFlow } from "../src/flowkit.ts";

/** A day of somebody's file comes: the day is said, and how to speak of it with the team. */
export default defineFlow("echeance", {
  start: "coming",
  steps: {
    coming: { say: "coming", next: "whatNow" },
    whatNow: { choose: "whatNow", among: { talk: "talk", fine: "noted" }, always: true },
    talk: { goTo: "conseiller" },
    noted: { say: "noted", next: "end" },
    end: { end: "informed" },
  },
});
