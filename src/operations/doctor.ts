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
  /** How many workers each structure has, by its slug; one without any need not be there. */
  readonly workersOf: ReadonlyMap<string, number>;
  readonly jobs: readonly { readonly name: string; readonly lastRunAt: Instant | null }[];
  /** How far people read the texts in their own language; a start, which looks at musts, leaves it out. */
  readonly reviews?: readonly LanguageReview[];
  readonly now: Instant;
}

/** The files of a language, counted: those that were read as they are, and all. */
export interface LanguageReview {
  readonly language: string;
  readonly read: number;
  readonly total: number;
}

/** What still has to be done before opening to the public, and what deserves a look. */
export function examine(patient: Patient): readonly Finding[] {
  const { settings, structures, jobs, reviews = [], now } = patient;
  const late = jobs.filter(({ lastRunAt }) => lastRunAt !== null && now - lastRunAt > 12 * hour);
  return [
    ...when(!settings.isPublic, "must", "publicUrl"),
    ...structures.flatMap((structure) => examineDesk(patient, structure)),
    ...structures.flatMap(examineStructure),
    ...structures.flatMap(({ slug }) =>
      when(!hasMessenger(settings, slug), "should", "noChannel", { slug }),
    ),
    ...reviews
      .filter(({ read, total }) => read < total)
      .map(({ language, read, total }) => finding("should", "reviews", { language, read, total })),
    ...late.map(({ name }) => finding("should", "job", { name })),
  ];
}

function hasMessenger({ telegramOf, whatsappOf }: Settings, slug: string): boolean {
  return telegramOf.has(slug) || whatsappOf.has(slug);
}

/** A structure's desk is seen by its own workers alone; the settings' administrator is the first one's. */
function examineDesk({ settings, workersOf }: Patient, { slug }: Structure): readonly Finding[] {
  const willBeAdded =
    settings.admin !== null && slug === settings.structures[0] && workersOf.size === 0;
  return when((workersOf.get(slug) ?? 0) === 0 && !willBeAdded, "must", "noWorker", { slug });
}

function examineStructure(structure: Structure): readonly Finding[] {
  const { slug } = structure;
  const unknown = structure.emergencyNumbers.filter(
    ({ use, number }) => use === "emergency" && number === null,
  );
  const places = [structure.siege, ...structure.sites].filter(({ confirmed }) => !confirmed);
  const toCheck = structure.helpPlaces.filter(({ confirmed }) => !confirmed);
  return [
    ...when(structure.officeHours.length === 0, "must", "officeHours", { slug }),
    ...unknown.map(({ name }) => finding("must", "emergencyNumber", { slug, name })),
    ...when(!structure.openings.some(({ confirmed }) => confirmed), "should", "openings", { slug }),
    ...when(!structure.retention.confirmed, "should", "retention", { slug }),
    ...when(places.length > 0, "should", "addresses", { slug, count: places.length }),
    ...when(toCheck.length > 0, "should", "helpPlaces", { slug, count: toCheck.length }),
    ...when(structure.contact.phone === null, "should", "phone", { slug }),
  ];
}

function when(is: boolean, level: Finding["level"], code: string, values?: SaidValues): Finding[] {
  return is ? [finding(level, code, values)] : [];
}

function finding(level: Finding["level"], code: string, values: SaidValues = {}): Finding {
  return { level, code, said: { key: `terminal:doctor_${code}`, values } };
}
