import { dateIn } from "../base/time.ts";
import type { Resource } from "./resources.ts";
import type { SlotFacts } from "./slot-facts.ts";
import { searchOf } from "./slot-search.ts";
import type { Slot } from "./slots.ts";

/** What a time that was named takes besides the person: the worker, and a room where people come. */
export function slotResources(
  facts: SlotFacts,
  { site, worker, start }: Pick<Slot, "site" | "worker" | "start">,
): readonly Resource[] {
  const date = dateIn(facts.zone, start);
  return searchOf(facts, { from: date, until: date }).resourcesOf({ site, worker }, start);
}
