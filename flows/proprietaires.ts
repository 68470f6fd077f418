import { defineFlow } from "../src/flowkit.ts";

/** Owners who can no longer pay: not our matter, and said with the doors that are theirs. */
export default defineFlow("proprietaires", {
  start: "notHere",
  steps: {
    notHere: { say: ["notHere", "first", "then"], next: "whatNow" },
    whatNow: { choose: "whatNow", among: { talk: "talk", menu: "menu" }, always: true },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
