import { defineFlow } from "../src/flowkit.ts";

/** What reminders may say on a phone that others see. */
export default defineFlow("discretion", {
  start: "question",
  steps: {
    question: {
      choose: "question",
      among: { onlyHour: "onlyHour", more: "more" },
      always: true,
    },
    onlyHour: { do: "beDiscreet", next: { kept: "discreet" } },
    more: { do: "beOpen", next: { kept: "open" } },
    discreet: { say: "discreet", next: "back" },
    open: { say: "open", next: "back" },
    back: { goTo: "@back" },
  },
});
