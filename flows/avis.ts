import { defineFlow } from "../src/flowkit.ts";

/**
 * Two questions the day after an appointment. Each may be skipped; an answer is counted without its
 * conversation.
 */
export default defineFlow("avis", {
  start: "question",
  steps: {
    question: {
      choose: "question",
      among: { good: "good", soso: "soso", bad: "bad", skip: "useful" },
      always: true,
    },
    good: { do: "findGood", next: { counted: "useful" } },
    soso: { do: "findSoso", next: { counted: "useful" } },
    bad: { do: "findBad", next: { counted: "useful" } },
    useful: {
      choose: "useful",
      among: { clear: "clear", unclear: "unclear", skip: "thanks" },
      always: true,
    },
    clear: { do: "findClear", next: { counted: "thanks" } },
    unclear: { do: "findUnclear", next: { counted: "help" } },
    help: { choose: "help", among: { talk: "talk", no: "thanks" }, always: true },
    thanks: { say: "thanks", next: "end" },
    end: { end: "informed" },
    talk: { goTo: "conseiller" },
  },
});
