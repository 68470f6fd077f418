import type { SlotFacts } from "../appointments/slot-facts.ts";
import { slotResources } from "../appointments/slot-resources.ts";
import type { UrgentTime } from "../appointments/urgent-time.ts";
import { after, hour, minute } from "../base/time.ts";
import { placeById } from "../repertoire/places.ts";
import type { Structure } from "../structure/schema.ts";

/** Later than this, there is time for the ordinary openings. */
const soonest = 14 * 24 * hour;

/**
 * Whether a time may be opened: a place and a worker of the structure, a quarter of an hour to come within
 * two weeks, and nobody there already. The worker knows about holidays and closures better than we do.
 */
export function canOpen(
  { structure, facts }: { readonly structure: Structure; readonly facts: SlotFacts },
  { site, worker, start }: UrgentTime,
): "free" | "busy" | "notPossible" {
  const { now, busy, motif } = facts;
  const isOurs =
    placeById(structure, site) !== undefined && structure.workers.some(({ id }) => id === worker);
  const isAhead = now < start && start <= after(now, soonest) && start % (15 * minute) === 0;
  if (!isOurs || !isAhead) return "notPossible";
  const end = after(start, motif.durationMinutes * minute);
  const resources: readonly string[] = slotResources(facts, { site, worker, start });
  const isTaken = busy.some(
    (one) => resources.includes(one.resource) && one.from < end && start < one.to,
  );
  return !isTaken ? "free" : "busy";
}
