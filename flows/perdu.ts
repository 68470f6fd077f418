import { defineFlow } from "../src/flowkit.ts";

/** Two misunderstandings: ways to go on, a person first. A third one: the person is called. */
export default defineFlow("perdu", {
  start: "lost",
  steps: {
    lost: { choose: "lost", among: { talk: "talk", goOn: "back", toMenu: "menu" } },
    talk: { goTo: "conseiller" },
    back: { goTo: "@back" },
    menu: { goTo: "menu" },

    call: { do: "callNotUnderstood", next: { called: "isOpen" } },
    isOpen: { decide: "openNow", next: { open: "open", closed: "closed" } },
    open: { say: "open", next: "end" },
    closed: { say: "closed", next: "end" },
    end: { end: "handedOver" },
  },
});
