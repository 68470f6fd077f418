import { defineFlow } from "../src/flowkit.ts";

/**
 * A partner (a Mission locale, a CCAS, an MDS) kept a time for somebody and gave them a code. Nothing is
 * theirs, and nothing is told to the partner, before they agree here; "my data" takes it back at any time.
 */
export default defineFlow("accord-partenaire", {
  start: "find",
  steps: {
    find: { do: "findRequest", next: { found: "what", wrong: "wrong", tooMany: "tooMany" } },
    what: { say: ["what", "shared"], next: "agree" },
    agree: { choose: "agree", among: { yes: "take", no: "refuse", talk: "talk" } },
    take: { do: "agreeToRequest", next: { booked: "booked", already: "already", gone: "gone" } },
    booked: { say: ["booked", "papers", "takeBack"], next: "end" },
    end: { end: "booked" },
    already: { say: "already", next: "mine" },
    refuse: { do: "refuseRequest", next: { refused: "refused", gone: "gone" } },
    refused: { say: "refused", next: "whatNow" },
    gone: { say: "gone", next: "whatNow" },
    wrong: { say: "wrong", next: "whatNow" },
    tooMany: { say: "tooMany", next: "informed" },
    informed: { end: "informed" },
    whatNow: {
      choose: "whatNow",
      among: { book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    mine: { goTo: "mon-rendez-vous" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
