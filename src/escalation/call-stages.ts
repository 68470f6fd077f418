import { addDays, at, dateIn, type Instant } from "../base/time.ts";
import type { Urgency } from "../base/urgency.ts";
import { isOpen, openTimes } from "./office-hours.ts";
import { type OfficeWeek, officesOf, promiseAt, workingMinutesBetween } from "./promise.ts";

/**
 * What is done about somebody who waits: the team is called; called again, with whoever stands in; the
 * person is told that it takes too long, and how else to reach somebody.
 */
export type CallStage = "first" | "again" | "sorry";

export const callStages = ["first", "again", "sorry"] as const satisfies readonly CallStage[];

/** Somebody who waits for the team. */
export interface Wait {
  readonly urgency: Urgency;
  readonly since: Instant;
  /** What was done about it already. */
  readonly done: ReadonlySet<CallStage>;
}

/** Minutes of working hours after which nobody having come is said again, and said to the person. */
const patience: Readonly<Record<Urgency, { readonly again: number; readonly sorry: number }>> = {
  immediate: { again: 5, sorry: 15 },
  high: { again: 20, sorry: 90 },
  normal: { again: 60, sorry: 240 },
  none: { again: 60, sorry: 240 },
};

/**
 * The stage that is due now, or null. The team is called when somebody is there; at night a danger has its
 * own way. The person is told once what was promised did not come true: the promised day is over, or they
 * have waited longer than anybody should.
 */
export function callStageDue(wait: Wait, structure: OfficeWeek, now: Instant): CallStage | null {
  const { again, sorry } = patience[wait.urgency];
  const worked = workingMinutesBetween(structure, wait.since, now);
  const isThere = isOpen(officesOf(structure), now);
  if (isThere && !wait.done.has("first")) return "first";
  if (isThere && !wait.done.has("again") && worked >= again) return "again";
  if (wait.done.has("sorry")) return null;
  const promised = promisedUntil(structure, wait.since);
  const isBroken = worked >= sorry || (promised !== null && now >= promised);
  return isBroken && worked > 0 ? "sorry" : null;
}

/** The end of the day on which somebody was to read; null when nothing was promised. */
function promisedUntil(structure: OfficeWeek, since: Instant): Instant | null {
  const promise = promiseAt(structure, since);
  if (promise.kind === "unknown") return null;
  const day = dateIn(structure.zone, promise.opensAt);
  const last = openTimes(officesOf(structure), day).at(-1);
  return last?.to ?? at(structure.zone, addDays(day, 1), "00:00");
}
