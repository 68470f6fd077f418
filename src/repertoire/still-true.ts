import { dateIn, type Instant, monthsBetween } from "../base/time.ts";
import { definitionOf } from "./fact-words.ts";

/** Whether an answer given then still counts now; those of a flow are forgotten at its end. */
export function stillTrue(fact: string, since: Instant, now: Instant, zone: string): boolean {
  const holds = definitionOf(fact)?.holds ?? "flow";
  if (holds === "always" || holds === "flow") return true;
  return monthsBetween(dateIn(zone, since), dateIn(zone, now)) < holds.months;
}
