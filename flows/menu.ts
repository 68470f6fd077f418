import { defineFlow } from "../src/flowkit.ts";

/** Ten doors at most, the one to other places only where there are some. Each can be pressed at any time, even under an old message. */
export default defineFlow("menu", {
  start: "otherPlaces",
  steps: {
    otherPlaces: { decide: "helpPlaces", next: { some: "withPlaces", none: "menu" } },
    menu: {
      choose: "whatDoYouWant",
      among: {
        aids: "aids",
        search: "search",
        checkUp: "checkUp",
        book: "book",
        myAppointment: "myAppointment",
        papers: "papers",
        whatIsCllaj: "whatIsCllaj",
        alreadyFollowed: "alreadyFollowed",
        talk: "talk",
        urgent: "urgent",
      },
      always: true,
    },
    withPlaces: {
      choose: "whatDoYouWant",
      among: {
        aids: "aids",
        search: "search",
        checkUp: "checkUp",
        book: "book",
        myAppointment: "myAppointment",
        whatIsCllaj: "whatIsCllaj",
        otherHelp: "otherHelp",
        alreadyFollowed: "alreadyFollowed",
        talk: "talk",
        urgent: "urgent",
      },
      always: true,
    },
    aids: { goTo: "aides" },
    search: { goTo: "chercher-un-sujet" },
    checkUp: { goTo: "bilan-logement" },
    book: { goTo: "rendez-vous" },
    papers: { goTo: "mes-papiers" },
    myAppointment: { goTo: "mon-rendez-vous" },
    whatIsCllaj: { goTo: "cllaj" },
    otherHelp: { goTo: "autres-lieux" },
    alreadyFollowed: { goTo: "deja-suivi" },
    talk: { goTo: "conseiller" },
    urgent: { goTo: "danger" },
  },
});
