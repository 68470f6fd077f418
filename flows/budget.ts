import { defineFlow } from "../src/flowkit.ts";

/** Which rent one can pay: the only published limit is that of Visale; the rest of the month is counted with the team. */
export default defineFlow("budget", {
  start: "now",
  steps: {
    now: { say: "now", next: "resources" },
    resources: { ask: "monthlyResources", text: "howMuchEachMonth", next: "limit" },
    limit: {
      decide: "rentICanPay",
      next: { half: "half", ceiling: "ceiling", unknown: "unknown" },
    },
    half: { say: ["half", "rest"], next: "doors" },
    ceiling: { say: ["ceiling", "rest"], next: "doors" },
    unknown: { say: ["unknown", "rest"], next: "doors" },
    doors: {
      choose: "whatNow",
      among: { visale: "visale", check: "check", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    visale: { goTo: "visale" },
    check: { goTo: "apl" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
