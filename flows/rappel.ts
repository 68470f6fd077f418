import { defineFlow } from "../src/flowkit.ts";

/**
 * What a reminder opens. The first words are neutral (a time, a way to answer): the phone may be in
 * other hands. The place and the papers come after a tap.
 */
export default defineFlow("rappel", {
  start: "threeDays",
  steps: {
    threeDays: {
      choose: "threeDays",
      among: { come: "come", change: "change", cancel: "cancel", how: "how" },
      always: true,
    },
    dayBefore: {
      choose: "dayBefore",
      among: { come: "come", change: "change", cancel: "cancel", how: "how" },
      always: true,
    },
    twoHours: {
      choose: "twoHours",
      among: { come: "come", change: "change", cancel: "cancel", how: "how" },
      always: true,
    },
    come: { do: "confirmPresence", next: { confirmed: "thanks", gone: "gone" } },
    thanks: { say: "thanks", next: "end" },
    end: { end: "booked" },
    how: { do: "findAppointment", next: { found: "place", none: "gone" } },
    place: { say: ["place", "papers"], next: "afterPlace" },
    afterPlace: {
      choose: "afterPlace",
      among: { come: "come", change: "change", cancel: "cancel" },
      always: true,
    },
    gone: { say: "gone", next: "mine" },
    mine: { goTo: "mon-rendez-vous" },
    change: { goTo: "deplacer" },
    cancel: { goTo: "annuler" },
  },
});
