import { readStructure, type StructureReading } from "./read-structure.ts";
import type { Structure } from "./schema.ts";

/**
 * The parts of a file that a team may write anew at its desk. Who it is, where it works, whom it serves and
 * how long it keeps what it knows stay with the file.
 */
export const editableSections = [
  ...(["contact", "officeHours", "closures", "texts", "cannedAnswers"] as const),
  ...(["motifs", "openAppointments", "reminderPlan", "workers", "openings"] as const),
  ...(["siege", "sites", "helpPlaces", "services", "emergencyNumbers", "onCall"] as const),
] as const satisfies readonly (keyof Structure)[];
export type EditableSection = (typeof editableSections)[number];

/** A part written anew, as plain JSON. */
export interface WrittenSection {
  readonly section: EditableSection;
  readonly value: unknown;
}

export function isEditable(name: string): name is EditableSection {
  return editableSections.some((section) => section === name);
}

/** A file with parts of it written anew, checked as a whole as the file itself is. */
export function withSections(file: unknown, written: readonly WrittenSection[]): StructureReading {
  const json = JSON.parse(JSON.stringify(file)) as Record<string, unknown>;
  for (const { section, value } of written) {
    if (value === null || value === undefined) delete json[section];
    else json[section] = value;
  }
  return readStructure(json);
}
