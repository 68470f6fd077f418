import type { Trousseau } from "../assemble.ts";
import { slotFactsFor } from "../repertoire/agenda.ts";
import { timesToOffer } from "../repertoire/times-to-offer.ts";

/** The times that may be offered to who waits in a structure, of every motif. */
export async function timesFree(
  { structures, demonstration, store, clock }: Trousseau,
  slug: string,
) {
  const structure = structures.get(slug);
  if (!structure) return [];
  const scene = { structure, demonstration, diary: store.diary };
  return [...(await timesToOffer(scene, clock.now())).values()].flat();
}

/** What decides which times are free, for the team: what is not confirmed yet is told as such. */
export async function slotFactsOf(
  { structures, demonstration, store, clock }: Trousseau,
  slug: string,
) {
  const structure = structures.get(slug);
  if (!structure) return null;
  return slotFactsFor({ structure, demonstration, diary: store.diary }, clock.now(), null);
}
