import { type AnyStep, arrows, type Flow } from "./flow.ts";
import type { Problem } from "./problem.ts";

/** Where a flow can begin besides its start: steps that the engine or a job names. */
export type Entries = Readonly<Record<string, readonly string[]>>;

/** Ways out that are no flow: the wish that was heard, and the place left before. */
const waysOut: ReadonlySet<string> = new Set(["@wish", "@back", "@later", "@next"]);

/** Whether every arrow leads somewhere, every step can be reached, and each one can be left. */
export function checkArrows(flows: readonly Flow[], entries: Entries): readonly Problem[] {
  const names = new Set(flows.map(({ name }) => name));
  return [
    ...flows.flatMap((flow) => checkFlow(flow, entries[flow.name] ?? [], names)),
    ...Object.keys(entries)
      .filter((flow) => !names.has(flow))
      .map((flow) => ({ code: "unknownFlow" as const, flow, detail: "begun from outside" })),
  ];
}

function checkFlow(
  flow: Flow,
  entries: readonly string[],
  flows: ReadonlySet<string>,
): readonly Problem[] {
  const steps = Object.entries(flow.steps);
  const begun = [flow.start, ...entries];
  const reached = closure(begun, (name) => next(flow.steps[name]));
  const left = closure(
    steps.filter(([, step]) => "end" in step || "goTo" in step).map(([name]) => name),
    (name) => steps.filter(([, step]) => next(step).includes(name)).map(([before]) => before),
  );
  return [
    ...unknownSteps(flow, begun),
    ...steps.flatMap(([name, step]) =>
      !("goTo" in step) || flows.has(step.goTo) || waysOut.has(step.goTo)
        ? []
        : [found("unknownFlow", flow, name, `goes to ${step.goTo}`)],
    ),
    ...steps
      .filter(([step]) => !reached.has(step))
      .map(([step]) => found("unreachableStep", flow, step, "no arrow leads here")),
    ...steps
      .filter(([step]) => reached.has(step) && !left.has(step))
      .map(([step]) => found("trap", flow, step, "neither an end nor another flow is ahead")),
  ];
}

function unknownSteps(flow: Flow, begun: readonly string[]): readonly Problem[] {
  const named = [
    ...begun.map((to) => ({ from: to, to })),
    ...Object.entries(flow.moved).map(([from, to]) => ({ from, to })),
    ...Object.entries(flow.steps).flatMap(([from, step]) => next(step).map((to) => ({ from, to }))),
  ];
  return named
    .filter(({ to }) => !Object.hasOwn(flow.steps, to))
    .map(({ from, to }) => found("unknownStep", flow, from, `no step is called ${to}`));
}

function next(step: AnyStep | undefined): readonly string[] {
  return step ? arrows(step).map(({ to }) => to) : [];
}

/** All that can be reached from these. */
function closure(
  from: readonly string[],
  next: (name: string) => readonly string[],
): ReadonlySet<string> {
  const reached = new Set(from);
  for (const name of reached) for (const to of next(name)) reached.add(to);
  return reached;
}

function found(code: Problem["code"], flow: Flow, step: string, detail: string): Problem {
  return { code, flow: flow.name, step, detail };
}
