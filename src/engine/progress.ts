import type { Memory, Place } from "./conversation.ts";
import { type AnyStep, arrows, type Flow } from "./flow.ts";

export interface Progress {
  readonly position: number;
  /** Unknown where the flow decides after each answer what it still asks. */
  readonly total: number | null;
}

/**
 * Where this question stands: "question 2 of 8". The total follows the ordinary way through the flow:
 * the first arrow of each step. A rare branch may add a question; a closed one takes some away.
 */
export function progressAt(
  flow: Flow,
  place: Place,
  memory: Memory,
  isKnown: (fact: string) => boolean,
): Progress {
  const answered = memory.trail.filter((past) => {
    const step = past.flow === flow.name ? flow.steps[past.step] : undefined;
    return step !== undefined && "ask" in step;
  }).length;
  const ahead = questionsAhead(flow, place.step, isKnown);
  return { position: answered + 1, total: ahead === null ? null : answered + ahead };
}

/** How many questions follow on the ordinary way; null when that way comes back on itself. */
function questionsAhead(
  flow: Flow,
  from: string,
  isKnown: (fact: string) => boolean,
): number | null {
  const seen = new Set<string>();
  let count = 0;
  let name: string | undefined = from;
  while (name !== undefined && !seen.has(name)) {
    seen.add(name);
    const step: AnyStep | undefined = flow.steps[name];
    if (!step) break;
    if ("ask" in step && (name === from || !isKnown(step.ask))) count++;
    name = arrows(step)[0]?.to;
  }
  return name === undefined || flow.steps[name] === undefined ? count : null;
}
