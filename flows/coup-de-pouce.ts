import { defineFlow } from "../src/flowkit.ts";

/** Other doors for somebody short of money: the CEJ, the Region for apprentices, the FAJ. */
export default defineFlow("coup-de-pouce", {
  start: "which",
  steps: {
    which: {
      choose: "which",
      among: {
        noWork: "cej",
        apprentice: "regionWhere",
        urgentNeed: "faj",
        check: "check",
        menu: "menu",
      },
      always: true,
    },
    cej: { say: ["cej", "cejMoney"], next: "whatNow" },
    regionWhere: {
      decide: "departementHere",
      next: { pasDeCalais: "region", hautsDeSeine: "regionUnknown", elsewhere: "regionUnknown" },
    },
    region: { say: ["region", "mobiliJeune"], next: "whatNow" },
    regionUnknown: { say: "regionUnknown", next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { check: "check", book: "book", talk: "talk", menu: "menu" },
      always: true,
    },
    faj: { goTo: "faj" },
    check: { goTo: "bilan-logement" },
    book: { goTo: "rendez-vous" },
    talk: { goTo: "conseiller" },
    menu: { goTo: "menu" },
  },
});
