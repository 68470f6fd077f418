import { arrows, type Flow } from "./flow.ts";

/**
 * The words that are explained on every way to a step of a flow, before the step says anything. `said`
 * tells which words a step explains; who arrives at an entry has heard nothing yet.
 */
export function explainedBefore(
  flow: Flow,
  entries: readonly string[],
  said: (step: string) => ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map<string, ReadonlySet<string>>();
  const open = [flow.start, ...entries].filter((step) => Object.hasOwn(flow.steps, step));
  for (const step of open) before.set(step, new Set());
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const here = flow.steps[step];
    if (!here) continue;
    const after = new Set([...(before.get(step) ?? []), ...said(step)]);
    for (const { to } of arrows(here)) {
      const known = before.get(to);
      // a way by which less is explained takes away what only the others explain
      const both = known ? new Set([...known].filter((word) => after.has(word))) : after;
      if (known && both.size === known.size) continue;
      before.set(to, both);
      open.push(to);
    }
  }
  return before;
}
