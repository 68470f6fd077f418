import { defineFlow } from "../src/flowkit.ts";

/** See one's appointment, and change it. */
export default defineFlow("mon-rendez-vous", {
  start: "which",
  steps: {
    which: {
      offer: "whichAppointment",
      text: "which",
      next: { chosen: "find", none: "find" },
    },
    find: { do: "findAppointment", next: { found: "show", none: "noneYet" } },
    show: { say: ["show", "papers"], next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: {
        move: "move",
        cancel: "cancel",
        earlier: "earlier",
        several: "several",
        myPapers: "myPapers",
        menu: "menu",
      },
      always: true,
    },
    videoLink: { say: "videoLink", next: "videoSeen" },
    videoSeen: { end: "booked" },
    noneYet: { say: "noneYet", next: "wantOne" },
    wantOne: { choose: "wantOne", among: { book: "book", menu: "menu" }, always: true },
    book: { goTo: "rendez-vous" },
    move: { goTo: "deplacer" },
    cancel: { goTo: "annuler" },
    earlier: { goTo: "liste-attente" },
    several: { goTo: "venir-avec" },
    myPapers: { goTo: "mes-papiers" },
    menu: { goTo: "menu" },
  },
});
