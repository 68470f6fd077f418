import { expect, test } from "vitest";
import flows from "../../flows/index.ts";
import { arrows } from "../../src/engine/flow.ts";

const byName = new Map(flows.map((flow) => [flow.name, flow]));

/** Every flow that the bot's own steps and buttons lead to from a flow, through any number of flows. */
function reachedFrom(name: string): ReadonlySet<string> {
  const seen = new Set([name]);
  for (const flow of seen) {
    for (const step of Object.values(byName.get(flow)?.steps ?? {})) {
      if ("goTo" in step) seen.add(step.goTo);
    }
  }
  return seen;
}

test("from a minor in danger the bot leads to no other flow: no aid, no menu, nothing that was left", () => {
  expect([...reachedFrom("mineur-en-danger")]).toEqual(["mineur-en-danger"]);
});

test("somebody under 18 is sent to that flow by every flow of danger that may ask about a home", () => {
  for (const name of ["sans-toit-ce-soir", "violences", "bientot-dehors"]) {
    const flow = byName.get(name);
    const first = flow?.steps[flow.start];
    expect(first && "decide" in first && first.decide).toBe("protectedAge");
    const minor = arrows(first ?? { end: "informed" }).find(({ label }) => label === "minor")?.to;
    expect(flow?.steps[minor ?? ""]).toEqual({ goTo: "mineur-en-danger" });
  }
});
