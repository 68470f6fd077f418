import { defineFlow } from "../src/flowkit.ts";

/** Coming back: after a silence, after a side question, or when another wish was heard on the way. */
export default defineFlow("reprise", {
  start: "welcomeBack",
  steps: {
    welcomeBack: { choose: "welcomeBack", among: { goOn: "back", toMenu: "menu" } },
    comeBack: { choose: "comeBack", among: { goOn: "back", toMenu: "menu" } },
    switch: { choose: "switch", among: { yesSwitch: "wish", noContinue: "later" } },
    wish: { goTo: "@wish" },
    later: { goTo: "@later" },
    back: { goTo: "@back" },
    menu: { goTo: "menu" },
  },
});
