import { defineFlow } from "../src/flowkit.ts";

/** Two misunderstandings: a person is offered, and two ways to go on without one. */
export default defineFlow("perdu", {
  start: "lost",
  steps: {
    lost: { choose: "lost", among: { talk: "talk", goOn: "back", toMenu: "menu" } },
    talk: { goTo: "conseiller" },
    back: { goTo: "@back" },
    menu: { goTo: "menu" },
  },
});
