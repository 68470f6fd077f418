import { defineFlow } from "../src/flowkit.ts";

/** The loan of Action Logement for the deposit; the guarantee of that name is closed, and Visale took its place. */
export default defineFlow("loca-pass", {
  start: "loan",
  steps: {
    loan: { say: ["loan", "forWhom", "how"], next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: { check: "check", fund: "fund", guarantee: "guarantee", book: "book", menu: "menu" },
      always: true,
    },
    guarantee: { say: "guaranteeClosed", next: "instead" },
    instead: {
      choose: "whatNow",
      among: { visale: "visale", book: "book", menu: "menu" },
      always: true,
    },
    check: { goTo: "bilan-logement" },
    fund: { goTo: "fsl" },
    visale: { goTo: "visale" },
    book: { goTo: "rendez-vous" },
    menu: { goTo: "menu" },
  },
});
