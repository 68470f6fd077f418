import { freeSlots, type Slot } from "../appointments/slots.ts";
import { proposableFacts } from "../repertoire/proposable.ts";
import type { Proposing } from "./propose.ts";

/** The times a worker may propose in a structure, or at one of its places, earliest first. */
export async function proposableTimes(
  { structures, store, answering }: Proposing,
  slug: string,
  site: string | null,
): Promise<readonly Slot[]> {
  const structure = structures.get(slug);
  if (!structure) return [];
  const facts = await proposableFacts({ structure, diary: store.diary }, answering.clock.now());
  return freeSlots(facts, site ? { sites: [site] } : {}).slots;
}
