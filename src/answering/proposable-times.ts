import { freeSlots, type Slot } from "../appointments/slots.ts";
import { motifById } from "../repertoire/motifs.ts";
import { proposableFacts } from "../repertoire/proposable.ts";
import type { Proposing } from "./propose.ts";

/** The times a worker may propose in a structure for a motif, or the usual one, earliest first. */
export async function proposableTimes(
  { structures, store, answering }: Proposing,
  slug: string,
  motif: string | null,
): Promise<readonly Slot[]> {
  const structure = structures.get(slug);
  if (!structure) return [];
  const scene = { structure, diary: store.diary };
  const wanted = motifById(structure, motif);
  const facts = await proposableFacts(scene, answering.clock.now(), wanted);
  return freeSlots(facts, {}).slots;
}
