import type { View } from "./words.ts";

/** The motif that is named, if it is one of the structure's; null for the usual one. */
export function motifIn({ structure }: View, named: unknown): string | null {
  return structure.motifs.find(({ id }) => id === named)?.id ?? null;
}
