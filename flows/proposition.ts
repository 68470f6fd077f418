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
    accept: { do: "acceptProposal", next: { booked: "booked", gone: "gone" } },
    booked: { say: ["booked", "papers"], next: "end" },
    end: { end: "booked" },
    decline: { do: "declineProposal", next: { declined: "declined", gone: "gone" } },
    declined: { say: "declined", next: "handedOver" },
    handedOver: { end: "handedOver" },
    gone: { say: "gone", next: "talk" },
    talk: { goTo: "conseiller" },
  },
});
