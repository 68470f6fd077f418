import { defineFlow } from "../src/flowkit.ts";

/** The rights of a person at the association: only what its own documents say. */
export default defineFlow("mes-droits", {
  start: "rights",
  steps: {
    rights: { say: ["rights", "opinion"], next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { answers: "answers", talk: "talk", menu: "menu" },
      always: true,
    },
    answers: { goTo: "mes-donnees" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
