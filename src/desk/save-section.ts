import type { LaidDown } from "../appointments/laid-down.ts";
import type { Instant } from "../base/time.ts";
import { fileOf, sectionsIn } from "../repertoire/edited-sections.ts";
import type { Problem } from "../structure/cross-check.ts";
import { type EditableSection, withSections } from "../structure/sections.ts";
import type { DeskDoor } from "./desk-door.ts";
import type { View } from "./words.ts";

/** What became of a part that somebody wrote anew. */
export type Saved =
  | { readonly outcome: "kept" | "backToFile" | "stale" }
  | { readonly outcome: "refused"; readonly problems: readonly Problem[] };

/** Which writing of a part a page showed: somebody else may have written it since. */
export function versionOf(laid: readonly LaidDown[], section: EditableSection): string {
  const one = laid.find(({ kind, id }) => kind === "section" && id === section);
  return one ? String(one.madeAt) : "";
}

export interface Writing {
  readonly section: EditableSection;
  readonly value: unknown;
  /** The writing that was shown; null where nothing can be lost (one line is added to a list). */
  readonly seen: string | null;
}

/**
 * Writes a part of the file anew, once the whole still stands by the schema of the file; what says the same
 * as the file is the file's again. `stale`: it was written since it was shown, and nothing is lost of that.
 */
export async function saveSection(
  door: DeskDoor,
  { structure, worker, now }: View,
  { section, value, seen }: Writing,
): Promise<Saved> {
  const laid = await door.laidDown.laidDown(structure.slug);
  if (seen !== null && seen !== versionOf(laid, section)) return { outcome: "stale" };
  const file = fileOf(structure);
  const others = sectionsIn(laid).filter((one) => one.section !== section);
  const before = withSections(file, others);
  const reading = withSections(file, [...others, { section, value }]);
  if (reading.outcome === "refused") {
    // what another part has wrong is not held against this one
    const known = new Set(before.outcome === "refused" ? before.problems.map(written) : []);
    const problems = reading.problems.filter((problem) => !known.has(written(problem)));
    return { outcome: "refused", problems };
  }
  const common = { structure: structure.slug, kind: "section" as const, id: section };
  const change = { ...common, by: worker.id, now: laterThan(laid, section, now) };
  const isFile = JSON.stringify(file[section] ?? null) === JSON.stringify(value ?? null);
  if (isFile) await door.laidDown.takeAway(change);
  else {
    const document = JSON.stringify({ value });
    await door.laidDown.layDown({ ...change, document, words: null, expiresAt: null });
  }
  await door.settingsChanged();
  return { outcome: isFile ? "backToFile" : "kept" };
}

function written({ path, message }: Problem): string {
  return `${path} ${message}`;
}

/** Two writings of one millisecond are two versions. */
function laterThan(laid: readonly LaidDown[], section: EditableSection, now: Instant): Instant {
  const last = Number(versionOf(laid, section) || 0);
  return Math.max(now, last + 1) as Instant;
}
