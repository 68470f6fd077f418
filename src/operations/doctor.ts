import type { Said, SaidValues } from "../base/message.ts";
import { hour, type Instant, minute } from "../base/time.ts";
import type { Settings } from "../settings.ts";
import type { Structure } from "../structure/schema.ts";

/** Under this, in bytes, a disk is nearly full whatever is on it. */
const leastFree = 1_000_000_000;
/** Machines agree on the hour within this. */
const clockSlack = 5 * minute;

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
  /** The machine under it; a start, which looks at musts, and Workers, which have none, leave it out. */
  readonly machine?: Machine;
  /** What failed of a conversation with each structure, when one was held. */
  readonly selfTest?: readonly SelfTestFailure[];
  readonly now: Instant;
}

/** A moment of the self-test's conversation that did not go as it must. */
export interface SelfTestFailure {
  readonly slug: string;
  readonly step: "welcome" | "subject" | "booking" | "danger" | "team" | "broke";
}

/** What the machine says of itself. */
export interface Machine {
  readonly databaseBytes: number;
  readonly freeBytes: number;
  /** When the newest copy was made; null when there is none. */
  readonly newestCopy: Instant | null;
  /** When something was last written by this house, as far as its jobs know. */
  readonly lastWritten: Instant | null;
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
    ...(patient.selfTest ?? []).map(({ slug, step }) =>
      finding("must", "selfTest", { slug, step }),
    ),
    ...(patient.machine ? examineMachine(patient.machine, settings, now) : []),
    ...late.map(({ name }) => finding("should", "job", { name })),
  ];
}

/** Room for the database to double, and a copy of it; a clock that goes forward; a copy of these two days. */
function examineMachine(
  { databaseBytes, freeBytes, newestCopy, lastWritten }: Machine,
  { backups }: Settings,
  now: Instant,
): readonly Finding[] {
  const wanted = Math.max(leastFree, 3 * databaseBytes);
  const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);
  const room = { free: megabytes(freeBytes), wanted: megabytes(wanted) };
  const isOld = newestCopy !== null && now - newestCopy > 48 * hour;
  return [
    ...when(freeBytes < wanted, "should", "disk", room),
    ...when(lastWritten !== null && now < lastWritten - clockSlack, "must", "clock"),
    ...when(backups === null, "should", "noBackups"),
    ...when(backups !== null && newestCopy === null, "should", "neverCopied"),
    ...when(backups !== null && isOld, "should", "oldCopy"),
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
    // said to who is in danger, to who waits too long, and to who asks what is kept of them
    ...when(structure.contact.phone === null, "must", "phone", { slug }),
    ...when(structure.contact.email === null, "must", "privacyContact", { slug }),
  ];
}

function when(is: boolean, level: Finding["level"], code: string, values?: SaidValues): Finding[] {
  return is ? [finding(level, code, values)] : [];
}

function finding(level: Finding["level"], code: string, values: SaidValues = {}): Finding {
  return { level, code, said: { key: `terminal:doctor_${code}`, values } };
}
