import type { Appointment } from "../appointments/appointment.ts";
import type { SlotFacts } from "../appointments/slot-facts.ts";
import { after, hour, type Instant } from "../base/time.ts";
import { slotFactsFor } from "./agenda.ts";
import type { Motif } from "./motifs.ts";
import type { Scene } from "./scene.ts";

/** A proposal is held three days at most, and never beyond two hours before its time. */
const heldFor = 72 * hour;
const decidedBefore = 2 * hour;

/**
 * All that decides which times a worker may propose. They know whether a range is really open, so that
 * those not confirmed count too, and may propose a time nearer than what a person books alone.
 */
export async function proposableFacts(
  scene: Pick<Scene, "structure" | "diary">,
  now: Instant,
  motif: Motif,
  leaving: Appointment | null = null,
): Promise<SlotFacts> {
  const sooner = { ...motif, minimumNoticeHours: decidedBefore / hour };
  return slotFactsFor({ ...scene, demonstration: true }, now, { motif: sooner, leaving });
}

/** Until when a time proposed now is kept for the person. */
export function proposalEnd(start: Instant, now: Instant): Instant {
  const end = after(now, heldFor);
  const latest = after(start, -decidedBefore);
  return end < latest ? end : latest;
}
