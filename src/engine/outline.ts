import { wordsOnArrow } from "./draw.ts";
import { type AnyStep, arrows, type Flow } from "./flow.ts";
import { saidBy } from "./wording.ts";

/** What a step does. */
export type Verb = "say" | "ask" | "choose" | "offer" | "decide" | "do" | "goTo" | "end";

/** One step of a flow, as the drawing shows it, in words that a page can carry. */
export interface OutlineStep {
  readonly name: string;
  readonly verb: Verb;
  /** Its sentences, or the name of what it decides, does or goes to. */
  readonly said: string;
  readonly arrows: readonly {
    /** A button's key or an outcome; empty where there is one way on. */
    readonly key: string;
    readonly label: string;
    readonly to: string;
  }[];
}

/** A flow as a list: its steps in their order, the start first, with the ways that leave each. */
export function outlineOf(flow: Flow, words: (key: string) => string): readonly OutlineStep[] {
  const { [flow.start]: first, ...rest } = flow.steps;
  const steps = [...(first ? ([[flow.start, first]] as const) : []), ...Object.entries(rest)];
  return steps.map(([name, step]) => ({
    ...{ name, verb: verbOf(step), said: saidIn(step, words) },
    arrows: arrows(step).map(({ label, to }) => ({
      ...{ key: label, to, label: wordsOnArrow(step, label, words) },
    })),
  }));
}

const verbs = ["say", "ask", "choose", "offer", "decide", "do", "goTo"] as const;

function verbOf(step: AnyStep): Verb {
  return verbs.find((verb) => verb in step) ?? "end";
}

function saidIn(step: AnyStep, words: (key: string) => string): string {
  if ("decide" in step) return step.decide;
  if ("do" in step) return step.do;
  if ("goTo" in step) return step.goTo;
  if ("end" in step) return step.end;
  return saidBy(step)
    .map(words)
    .join("\n")
    .replaceAll(/\{\{\s*(\w+)\s*\}\}/g, "‹$1›");
}
