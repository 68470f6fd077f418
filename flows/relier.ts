import { defineFlow } from "../src/flowkit.ts";

/** One person on two phones: a code is given on the first, and typed on the other. */
export default defineFlow("relier", {
  start: "hasCode",
  steps: {
    hasCode: { decide: "linkCodeGiven", next: { given: "join", none: "give" } },
    give: { do: "giveLinkCode", next: { given: "code" } },
    code: { say: ["code", "how"], next: "end" },
    join: {
      do: "joinByCode",
      next: {
        joined: "joined",
        same: "same",
        wrong: "wrong",
        tooMany: "tooMany",
        clash: "clash",
      },
    },
    joined: { say: "joined", next: "end" },
    same: { say: "same", next: "end" },
    wrong: { say: "wrong", next: "end" },
    tooMany: { say: "tooMany", next: "end" },
    clash: { say: "clash", next: "end" },
    end: { end: "informed" },
  },
});
