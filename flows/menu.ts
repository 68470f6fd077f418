import { defineFlow } from "../src/flowkit.ts";

/** Seven doors at most. Each can be pressed at any time, even under an old message. */
export default defineFlow("menu", {
  start: "menu",
  steps: {
    menu: {
      choose: "whatDoYouWant",
      among: {
        aids: "aids",
        book: "book",
        myAppointment: "myAppointment",
        whatIsCllaj: "whatIsCllaj",
        alreadyFollowed: "alreadyFollowed",
        talk: "talk",
        urgent: "urgent",
      },
      always: true,
    },
    aids: { goTo: "aides" },
    book: { goTo: "rendez-vous" },
    myAppointment: { goTo: "mon-rendez-vous" },
    whatIsCllaj: { goTo: "cllaj" },
    alreadyFollowed: { goTo: "deja-suivi" },
    talk: { goTo: "conseiller" },
    urgent: { goTo: "danger" },
  },
});
