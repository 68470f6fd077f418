import { defineFlow } from "../src/flowkit.ts";

/** After an appointment that somebody missed: no blame, one tap to another time. */
export default defineFlow("manque", {
  start: "question",
  steps: {
    question: {
      choose: "question",
      among: { book: "book", talk: "talk", no: "bye" },
      always: true,
    },
    bye: { say: "bye", next: "end" },
    end: { end: "informed" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
  },
});
