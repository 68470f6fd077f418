import { flowDefiner } from "../src/engine/flow.ts";
import { defineFlow } from "../src/flowkit.ts";

// What must not compile: the compiler reads this file, nothing runs it. Each line that is expected to be
// refused says why; should it be accepted one day, the expectation itself no longer compiles.

const end = { end: "informed" } as const;

export const good = defineFlow("stop", {
  start: "sure",
  steps: { sure: { choose: "sure", among: { yesStop: "end", no: "end" } }, end },
});

defineFlow("stop", {
  // @ts-expect-error 2322: no step is called so
  start: "shure",
  steps: { sure: { say: "kept", next: "end" }, end },
});

defineFlow("stop", {
  start: "sure",
  // @ts-expect-error 2322: an arrow to no step
  steps: { sure: { say: "kept", next: "ende" }, end },
});

defineFlow("stop", {
  start: "sure",
  // @ts-expect-error 2322: a text of another flow
  steps: { sure: { say: "whatDoYouWant", next: "end" }, end },
});

defineFlow("stop", {
  start: "sure",
  // @ts-expect-error 2353: a button without a label
  steps: { sure: { choose: "sure", among: { maybe: "end" } }, end },
});

defineFlow("stop", {
  start: "sure",
  // @ts-expect-error 2322: a fact that nobody knows
  steps: { sure: { ask: "shoeSize", text: "sure", next: "end" }, end },
});

defineFlow("stop", {
  start: "sure",
  // @ts-expect-error 2322: an outcome of the action is forgotten
  steps: { sure: { do: "erase", next: { erased: "end" } }, end },
});

defineFlow("stop", {
  start: "sure",
  // @ts-expect-error 2353: an outcome that the rule does not have
  steps: { sure: { decide: "openNow", next: { open: "end", closed: "end", ajar: "end" } }, end },
});

defineFlow("stop", {
  start: "sure",
  // @ts-expect-error 2322: a rule that nobody wrote
  steps: { sure: { decide: "isHungry", next: { yes: "end", no: "end" } }, end },
});

defineFlow("stop", {
  start: "sure",
  // @ts-expect-error 2322: a flow that does not exist
  steps: { sure: { goTo: "stopp" }, end },
});

defineFlow("stop", {
  start: "sure",
  // @ts-expect-error 2322: shared words are no flow to go to
  steps: { sure: { goTo: "papers" }, end },
});

defineFlow("stop", {
  start: "sure",
  // @ts-expect-error 2322: a step has one verb
  steps: { sure: { say: "kept", ask: "age", text: "sure", next: "end" }, end },
});

defineFlow("stop", {
  start: "end",
  steps: { end },
  // @ts-expect-error 2322: a renamed step that leads to no step
  moved: { finish: "ends" },
});

// @ts-expect-error 2345: no texts of that name
defineFlow("stopp", { start: "end", steps: { end } });

// @ts-expect-error 2344: a vocabulary names its flows, texts, facts, rules, actions and offers
flowDefiner<{ flow: "tea" }>();
