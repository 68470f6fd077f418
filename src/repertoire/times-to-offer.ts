import { freeSlots, type Slot } from "../appointments/slots.ts";
import type { Instant } from "../base/time.ts";
import { slotFactsFor } from "./agenda.ts";
import type { Scene } from "./scene.ts";

/**
 * The times that may be offered to who waits, by motif, the earliest first. The notice of the motif is for
 * who books alone: a time freed this morning may be taken for this afternoon (see `timeToCome`).
 */
export async function timesToOffer(
  scene: Pick<Scene, "structure" | "demonstration" | "diary">,
  now: Instant,
): Promise<ReadonlyMap<string, readonly Slot[]>> {
  const facts = await slotFactsFor(scene, now, null);
  const motif = { ...facts.motif, minimumNoticeHours: 0 };
  return new Map([[motif.id, freeSlots({ ...facts, motif }, {}).slots]]);
}
