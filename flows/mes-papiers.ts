import { defineFlow } from "../src/flowkit.ts";

/**
 * The papers of the next appointment and of the aids found: what each is, where to get it, what takes
 * its place. Ticked by buttons or by words. A photo is kept only once the person agreed to it; without
 * that, papers are brought to the appointment.
 */
export default defineFlow("mes-papiers", {
  start: "list",
  steps: {
    list: { offer: "paper", text: "list", next: { chosen: "open", none: "noList", done: "done" } },
    open: { do: "openPaper", next: { opened: "card", marked: "ticked", unknown: "list" } },
    ticked: { say: "ticked", next: "list" },
    card: { choose: "card", among: { have: "have", cannot: "cannot", later: "later" } },
    have: { do: "havePaper", next: { marked: "mayKeep" } },
    later: { do: "leavePaper", next: { marked: "list" } },
    cannot: { do: "cannotHavePaper", next: { told: "told" } },
    told: { say: "told", next: "list" },

    mayKeep: {
      decide: "paperPhotos",
      next: { allowed: "send", refused: "bring", unasked: "consent" },
    },
    consent: { ask: "paperPhotos", text: "consent", next: "agreed" },
    agreed: {
      decide: "paperPhotos",
      next: { allowed: "ofWhich", refused: "bring", unasked: "bring" },
    },
    ofWhich: { do: "openPaper", next: { opened: "send", marked: "list", unknown: "list" } },
    send: { choose: "send", among: { bringIt: "bring" } },
    bring: { say: "bring", next: "list" },

    photo: { do: "keepPaperPhoto", next: { marked: "received" } },
    received: { say: "received", next: "list" },
    photoTooSoon: { say: "photoTooSoon", next: "consent" },
    photoRefused: { say: "photoRefused", next: "list" },
    photoOfWhich: { say: "photoOfWhich", next: "list" },

    noList: { say: "noList", next: "noListNext" },
    noListNext: {
      choose: "noListNext",
      among: { aids: "aids", book: "book", menu: "menu" },
      always: true,
    },
    aids: { goTo: "aides" },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
    done: { say: "done", next: "end" },
    end: { end: "informed" },
  },
});
