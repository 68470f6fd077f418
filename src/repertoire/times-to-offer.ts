import { freeSlots, type Slot } from "../appointments/slots.ts";
import type { Instant } from "../base/time.ts";
import { slotFactsFor } from "./agenda.ts";
import type { Motif } from "./motifs.ts";
import type { Scene } from "./scene.ts";

/**
 * The times of a motif that may be offered to who waits, the earliest first. The notice of the motif is for
 * who books alone: a time freed this morning may be taken for this afternoon (see `timeToCome`).
 */
export async function timesToOffer(
  scene: Pick<Scene, "structure" | "demonstration" | "diary">,
  now: Instant,
  motif: Motif,
): Promise<readonly Slot[]> {
  const facts = await slotFactsFor(scene, now, { motif: { ...motif, minimumNoticeHours: 0 } });
  return freeSlots(facts, {}).slots;
}
