import { defineFlow } from "../src/flowkit.ts";

/**
 * A time that a worker proposes: accepted by one button, and only then booked. Or one that was agreed on
 * elsewhere, by telephone or at the desk: it is booked, and told.
 */
export default defineFlow("proposition", {
  start: "proposal",
  steps: {
    proposal: {
      choose: "proposal",
      among: { accept: "accept", another: "decline", talk: "talk" },
      always: true,
    },
    bookedForYou: { say: ["bookedForYou", "papers"], next: "end" },
    movedForYou: { say: ["movedForYou", "papers"], next: "end" },
    accept: { do: "acceptProposal", next: { booked: "booked", already: "already", gone: "gone" } },
    booked: { say: ["booked", "papers"], next: "end" },
    end: { end: "booked" },
    already: { say: "already", next: "seeIt" },
    seeIt: { choose: "seeIt", among: { mine: "mine", talk: "talk" }, always: true },
    mine: { goTo: "mon-rendez-vous" },
    decline: { do: "declineProposal", next: { declined: "declined", gone: "gone" } },
    declined: { say: "declined", next: "handedOver" },
    handedOver: { end: "handedOver" },
    gone: { say: "gone", next: "talk" },
    talk: { goTo: "conseiller" },
  },
});
