import { lastWorkerIn } from "../appointments/last-worker.ts";
import type { Said } from "../base/message.ts";
import { saidInLanguages, saidPlain } from "../base/said.ts";
import type { Instant } from "../base/time.ts";
import type { Asking, Proposed } from "../engine/conversation.ts";
import type { Structure } from "../structure/schema.ts";
import { known, type Scene } from "./scene.ts";

export type Motif = Structure["motifs"][number];
type Who = "person" | "partner" | "worker";

/** What a conversation has learnt of the motif that is wanted. */
export const motifFact = "motif";

/** The motifs that may be booked by somebody, in the order of the file. */
export function motifsFor({ motifs }: Pick<Structure, "motifs">, who: Who): readonly Motif[] {
  return motifs.filter((motif, place) => {
    // a partner knows nobody's referent
    if (motif.followUp && who === "partner") return false;
    const usual: readonly Who[] =
      place === 0 || motif.name !== undefined ? ["person", "partner", "worker"] : ["worker"];
    return (motif.bookableBy ?? usual).includes(who);
  });
}

/** The motif that is booked when nobody chose one: the first that this somebody may book, else the first of all. */
export function usualMotif(structure: Pick<Structure, "motifs">, who: Who = "person"): Motif {
  const motif = motifsFor(structure, who).find(({ followUp }) => !followUp) ?? structure.motifs[0];
  if (!motif) throw new Error("the structure file names no motif");
  return motif;
}

/** A motif by its id; the usual one where none of that id is left. */
export function motifById(structure: Pick<Structure, "motifs">, id: unknown): Motif {
  return structure.motifs.find((motif) => motif.id === id) ?? usualMotif(structure);
}

/** The motif this conversation is about: the one chosen, or that of the appointment being moved. */
export function chosenMotif({ structure }: Pick<Scene, "structure">, asking: Asking): Motif {
  return motifById(structure, known(asking, motifFact));
}

/** The motifs a person may choose among, when there are several. */
export async function offeredMotifs(scene: Scene, asking: Asking): Promise<Proposed> {
  const mayBook = motifsFor(scene.structure, "person");
  if (mayBook.length < 2) return { offered: [] };
  const referent = await referentOf(scene, asking.now);
  const open = mayBook.filter(({ followUp }) => !followUp || referent !== null);
  if (open.length < 2) return { offered: [] };
  return { offered: open.map((motif) => ({ key: motif.id, label: motifName(motif) })) };
}

/** Whom a person saw last, the one for their follow-up; null when they saw nobody yet. */
export async function referentOf(
  { diary, person }: Pick<Scene, "diary" | "person">,
  now: Instant,
): Promise<string | null> {
  return lastWorkerIn(await diary.historyOf(person), now);
}

/** A motif as its button says it. */
export function motifName({ id, name }: Pick<Motif, "id" | "name">): Said {
  return name ? saidInLanguages(name) : saidPlain(id);
}
