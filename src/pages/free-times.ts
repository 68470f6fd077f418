import type { Trousseau } from "../assemble.ts";
import { slotFactsFor } from "../repertoire/agenda.ts";
import { motifById } from "../repertoire/motifs.ts";
import { timesToOffer } from "../repertoire/times-to-offer.ts";

/** The times that may be offered to who waits in a structure, of every motif. */
export async function timesFree(
  { structures, demonstration, store, clock }: Trousseau,
  slug: string,
) {
  const structure = structures.get(slug);
  if (!structure) return [];
  const scene = { structure, demonstration, diary: store.diary };
  const times = await Promise.all(
    structure.motifs.map((motif) => timesToOffer(scene, clock.now(), motif)),
  );
  return times.flat();
}

/** What decides which times of a motif are free, for the team: what is not confirmed yet is told as such. */
export async function slotFactsOf(
  { structures, demonstration, store, clock }: Trousseau,
  slug: string,
  motif: string | null,
) {
  const structure = structures.get(slug);
  if (!structure) return null;
  const scene = { structure, demonstration, diary: store.diary };
  return slotFactsFor(scene, clock.now(), { motif: motifById(structure, motif) });
}
