import type { Said, SaidValues } from "../base/message.ts";
import { hour, type Instant } from "../base/time.ts";
import type { Settings } from "../settings.ts";
import type { Structure } from "../structure/schema.ts";

/** Something to do (`must`: before opening to the public) or to look at. */
export interface Finding {
  readonly level: "must" | "should";
  readonly code: string;
  readonly said: Said;
}

/** What is looked at. */
export interface Patient {
  readonly settings: Settings;
  readonly structures: readonly Structure[];
  readonly workers: number;
  readonly jobs: readonly { readonly name: string; readonly lastRunAt: Instant | null }[];
  readonly now: Instant;
}

/** What still has to be done before opening to the public, and what deserves a look. */
export function examine({ settings, structures, workers, jobs, now }: Patient): readonly Finding[] {
  const late = jobs.filter(({ lastRunAt }) => lastRunAt !== null && now - lastRunAt > 12 * hour);
  return [
    ...when(!settings.isPublic, "must", "publicUrl"),
    ...when(workers === 0 && settings.admin === null, "must", "noWorker"),
    ...structures.flatMap(examineStructure),
    ...when(settings.telegram === null, "should", "noChannel"),
    ...late.map(({ name }) => finding("should", "job", { name })),
  ];
}

function examineStructure(structure: Structure): readonly Finding[] {
  const { slug } = structure;
  const unknown = structure.emergencyNumbers.filter(
    ({ use, number }) => use === "emergency" && number === null,
  );
  const places = [structure.siege, ...structure.sites].filter(({ confirmed }) => !confirmed);
  return [
    ...when(structure.officeHours.length === 0, "must", "officeHours", { slug }),
    ...unknown.map(({ name }) => finding("must", "emergencyNumber", { slug, name })),
    ...when(!structure.openings.some(({ confirmed }) => confirmed), "should", "openings", { slug }),
    ...when(!structure.retention.confirmed, "should", "retention", { slug }),
    ...when(places.length > 0, "should", "addresses", { slug, count: places.length }),
    ...when(structure.contact.phone === null, "should", "phone", { slug }),
  ];
}

function when(is: boolean, level: Finding["level"], code: string, values?: SaidValues): Finding[] {
  return is ? [finding(level, code, values)] : [];
}

function finding(level: Finding["level"], code: string, values: SaidValues = {}): Finding {
  return { level, code, said: { key: `terminal:doctor_${code}`, values } };
}
