import { defineFlow } from "../src/flowkit.ts";

/**
 * What is asked some weeks after an appointment. The first words name no home and no help: the phone
 * may be in other hands. One tap answers; the answer is kept with its day, for the report.
 * Who had found a home by then is asked whether they still live there: the program begins at `stillThere`.
 */
export default defineFlow("suivi", {
  start: "question",
  steps: {
    question: {
      choose: "question",
      among: { found: "found", notYet: "notYet", noMore: "noMore" },
      always: true,
    },
    found: { do: "keepFound", next: { kept: "kind" } },
    kind: { ask: "newHome", text: "kind", next: "bravo" },
    bravo: { say: "bravo", next: "end" },
    notYet: { do: "keepNotYet", next: { kept: "courage" } },
    courage: { say: "courage", next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    noMore: { do: "askNoMore", next: { kept: "quiet" } },
    quiet: { say: "quiet", next: "end" },
    stillThere: {
      choose: "stillThere",
      among: { still: "still", left: "left", noMore: "noMore" },
      always: true,
    },
    still: { do: "keepStillThere", next: { kept: "stay" } },
    stay: { say: "stay", next: "end" },
    left: { do: "keepLeftHome", next: { kept: "again" } },
    again: { say: "again", next: "whatNow" },
    end: { end: "informed" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
