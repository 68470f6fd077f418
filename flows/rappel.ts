import { defineFlow } from "../src/flowkit.ts";

/**
 * What a reminder opens. The first words are neutral (a time, a way to answer): the phone may be in
 * other hands: papers that tell of somebody's life are only counted. The place comes after a tap.
 */
export default defineFlow("rappel", {
  start: "threeDaysPapers",
  steps: {
    weekBefore: {
      choose: "weekBefore",
      among: { come: "come", change: "change", cancel: "cancel" },
      always: true,
    },
    threeDays: {
      choose: "threeDays",
      among: { come: "comeEarly", change: "change", cancel: "cancel", how: "how" },
      always: true,
    },
    dayBefore: {
      choose: "dayBefore",
      among: { come: "come", change: "change", cancel: "cancel", how: "how" },
      always: true,
    },
    twoHours: {
      choose: "twoHours",
      among: { come: "come", late: "late", change: "change", cancel: "cancel", how: "how" },
      always: true,
    },
    weekBeforePapers: {
      do: "recallPapers",
      next: { missing: "weekBeforeMissing", none: "weekBefore" },
    },
    weekBeforeMissing: {
      choose: "weekBeforeMissing",
      among: { come: "come", papers: "papers", change: "change", cancel: "cancel" },
      always: true,
    },
    threeDaysPapers: {
      do: "recallPapers",
      next: { missing: "threeDaysMissing", none: "threeDays" },
    },
    threeDaysMissing: {
      choose: "threeDaysMissing",
      among: {
        come: "comeEarly",
        papers: "papers",
        change: "change",
        cancel: "cancel",
        how: "how",
      },
      always: true,
    },
    dayBeforePapers: {
      do: "recallPapers",
      next: { missing: "dayBeforeMissing", none: "dayBefore" },
    },
    dayBeforeMissing: {
      choose: "dayBeforeMissing",
      among: { come: "come", papers: "papers", change: "change", cancel: "cancel", how: "how" },
      always: true,
    },
    twoHoursPapers: {
      do: "recallPapers",
      next: { missing: "twoHoursMissing", none: "twoHours" },
    },
    twoHoursMissing: {
      choose: "twoHoursMissing",
      among: {
        come: "come",
        late: "late",
        papers: "papers",
        change: "change",
        cancel: "cancel",
        how: "how",
      },
      always: true,
    },
    papers: { goTo: "mes-papiers" },
    comeEarly: { do: "confirmPresence", next: { confirmed: "trip", gone: "gone" } },
    trip: { choose: "trip", among: { know: "thanks", how: "how" }, always: true },
    come: { do: "confirmPresence", next: { confirmed: "thanks", gone: "gone" } },
    thanks: { say: "thanks", next: "end" },
    end: { end: "booked" },
    how: { do: "findAppointment", next: { found: "place", none: "gone" } },
    place: { say: ["place", "documents"], next: "afterPlace" },
    afterPlace: {
      choose: "afterPlace",
      among: { come: "come", change: "change", cancel: "cancel" },
      always: true,
    },
    gone: { say: "gone", next: "mine" },
    mine: { goTo: "mon-rendez-vous" },
    late: { goTo: "retard" },
    change: { goTo: "deplacer" },
    cancel: { goTo: "annuler" },
  },
});
