import { defineFlow } from "../src/flowkit.ts";

/** A time that a worker proposes: accepted by one button, and only then booked. */
export default defineFlow("proposition", {
  start: "proposal",
  steps: {
    proposal: {
      choose: "proposal",
      among: { accept: "accept", another: "decline", talk: "talk" },
      always: true,
    },
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
