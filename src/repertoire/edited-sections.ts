import type { LaidDown } from "../appointments/laid-down.ts";
import { readLaid } from "../structure/laid-schema.ts";
import type { Structure } from "../structure/schema.ts";
import {
  editableSections,
  isEditable,
  type WrittenSection,
  withSections,
} from "../structure/sections.ts";

/** Each structure as its file says, and which parts were written over it last. */
const files = new WeakMap<Structure, { readonly file: string; seen: string }>();

/** What the file itself says, before anything was written anew. */
export function fileOf(structure: Structure): Structure {
  return JSON.parse(keptFile(structure).file) as Structure;
}

function keptFile(structure: Structure) {
  const known = files.get(structure);
  if (known) return known;
  const kept = { file: JSON.stringify(structure), seen: "" };
  files.set(structure, kept);
  return kept;
}

/** The parts that the desk wrote anew, in the order of the file. */
export function sectionsIn(laid: readonly LaidDown[]): readonly WrittenSection[] {
  return laid.flatMap(({ kind, id, document }) => {
    const read = kind === "section" && isEditable(id) ? readLaid("section", document) : null;
    return read ? [{ section: id as WrittenSection["section"], value: read.value }] : [];
  });
}

/**
 * Makes a structure say what the desk wrote anew: whoever holds it reads it from now on. A part that does
 * not stand any more (the file changed under it) is left out, and the file speaks.
 */
export function keepSections(structure: Structure, laid: readonly LaidDown[]): void {
  const written = laid.filter(({ kind }) => kind === "section");
  const kept = keptFile(structure);
  const seen = written.map(({ id, document }) => `${id}\n${document}`).join("\n\n");
  if (seen === kept.seen) return;
  kept.seen = seen;
  const standing = standingOf(JSON.parse(kept.file), sectionsIn(written));
  const target: Record<string, unknown> = structure;
  const from: Record<string, unknown> = standing;
  for (const section of editableSections) {
    if (from[section] === undefined) delete target[section];
    else target[section] = from[section];
  }
}

/** All of it when it stands as a whole; else what stands part by part. */
function standingOf(file: Structure, sections: readonly WrittenSection[]): Structure {
  const whole = withSections(file, sections);
  if (whole.outcome === "read") return whole.structure;
  let standing = file;
  for (const one of sections) {
    const reading = withSections(standing, [one]);
    if (reading.outcome === "read") standing = reading.structure;
  }
  return standing;
}
