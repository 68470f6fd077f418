import { defineFlow } from "../src/flowkit.ts";

/**
 * No time suits, or there is none: the waiting list where hours exist, else the team, who is told what it
 * needs to propose one. Nobody is left without an answer.
 */
export default defineFlow("sans-horaire", {
  start: "hours",
  steps: {
    hours: { decide: "hasHours", next: { yes: "whatNow", no: "noTimes" } },
    whatNow: {
      choose: "whatNow",
      among: { waitingList: "waitingList", askTeam: "urgency", menu: "menu" },
      always: true,
    },
    waitingList: { goTo: "liste-attente" },
    menu: { goTo: "menu" },

    noTimes: { say: "noTimes", next: "urgency" },
    urgency: { ask: "urgencyOfNeed", text: "howUrgent", next: "mobility" },
    mobility: { ask: "mobility", text: "howDoYouMove", next: "availability" },
    availability: { ask: "availability", text: "whenAreYouFree", next: "request" },
    request: { do: "requestAppointment", next: { requested: "requested" } },
    requested: { say: "requested", next: "handedOver" },
    handedOver: { end: "handedOver" },
  },
});
