import { defineFlow } from "../src/flowkit.ts";

/** The sheet of the bilan logement: read again, corrected, shared with the team, printed from a link. */
export default defineFlow("fiche", {
  start: "find",
  steps: {
    find: { do: "findSheet", next: { found: "show", none: "noSheet" } },
    noSheet: { say: "noSheet", next: "begin" },
    begin: {
      choose: "whatNow",
      among: { begin: "bilan", menu: "menu" },
      always: true,
    },
    show: { say: "sheet", next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: {
        correct: "reopen",
        share: "share",
        print: "print",
        revoke: "revoke",
        book: "book",
        menu: "menu",
      },
      always: true,
    },
    reopen: { do: "reopenSheet", next: { reopened: "bilan", none: "noSheet" } },
    share: { do: "shareSheet", next: { shared: "shared", none: "noSheet" } },
    shared: { say: "shared", next: "whatNow" },
    print: { do: "linkSheet", next: { given: "link", none: "noSheet" } },
    link: { say: "link", next: "whatNow" },
    revoke: { do: "revokeSheetLink", next: { revoked: "revoked", none: "noSheet" } },
    revoked: { say: "revoked", next: "whatNow" },
    bilan: { goTo: "bilan-logement" },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
  },
});
