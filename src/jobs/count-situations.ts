import {
  addDays,
  after,
  dateIn,
  hour,
  type Instant,
  type LocalDate,
  localDate,
} from "../base/time.ts";
import { codeLists } from "../observatory/dictionary.ts";
import { type Former, project, type Trace } from "../observatory/projection.ts";
import type { JobRecords } from "../store/job-store.ts";
import type { KeptSituation, ObservatoryRecords } from "../store/observatory-store.ts";
import type { PersonTraces, StoredTrace } from "../store/person-traces.ts";
import type { Structure } from "../structure/schema.ts";
import type { Job } from "./job.ts";

/** What counting situations stands on. */
export interface CountingSituations {
  readonly traces: PersonTraces;
  readonly observatory: ObservatoryRecords;
  readonly jobs: Pick<JobRecords, "all">;
  readonly structures: readonly Structure[];
  newId(): string;
  /** How many people one pass looks at. */
  readonly page: number;
}

const day = 24 * hour;
/** What was said so long before the last run that ended well is looked at again: a run is never trusted to the minute. */
const overlap = 3 * day;
/** So long after an appointment somebody may still say that it was kept. */
const marksLast = 60 * day;
/** Somebody who comes back after so long has another situation: the first one stays as it was counted. */
const isOverAfterDays = 365;
const name = "situations";

/**
 * Keeps the situations of the bilan up to date from what is already stored: nobody types anything twice. Each
 * pass looks at some people who said something, or had an appointment, lately; a first run looks at everybody.
 * It tells nobody anything, so it lists nothing.
 */
export function countSituations(counting: CountingSituations): Job {
  const { traces, structures, page } = counting;
  return {
    name,
    every: hour,
    async pass(now, dryRun, from) {
      const [slug = structures[0]?.slug ?? "", person = ""] = from?.split(" ") ?? [];
      const structure = structures.find((one) => one.slug === slug);
      if (dryRun || !structure) return { lines: [], next: null };
      const since = await sinceWhen(counting, now);
      if (person === "") await keepGatherings(counting, structure, since.appointment, now);
      const people = await traces.changedSince(slug, since, person, page);
      for (const trace of await traces.of(slug, people))
        await keep(counting, structure, trace, now);
      const last = people.at(-1);
      if (last !== undefined && people.length === page)
        return { lines: [], next: `${slug} ${last}` };
      const next = structures[structures.indexOf(structure) + 1];
      return { lines: [], next: next ? `${next.slug} ` : null };
    },
  };
}

async function sinceWhen({ jobs }: CountingSituations, now: Instant) {
  const before = (await jobs.all()).find((one) => one.name === name);
  const endedWell = before?.lastResult?.startsWith("ok") ? before.lastRunAt : null;
  const spoke = endedWell ? after(endedWell, -overlap) : (0 as Instant);
  return { spoke, appointment: endedWell ? after(now, -marksLast) : spoke };
}

/** How many came to what was held: kept as numbers, for the gathering itself is forgotten one day. */
async function keepGatherings(
  { traces, observatory }: CountingSituations,
  { slug, zone }: Structure,
  since: Instant,
  now: Instant,
): Promise<void> {
  const gathered = await traces.gathered(slug, since, now);
  const tallies = gathered.map(({ id, kind, site, at, persons, withFile, qpv }) => {
    const on = dateIn(zone, at);
    const isWorkshop = kind === "workshop";
    const record = isWorkshop ? ("workshop" as const) : ("event" as const);
    return {
      ...{ record, id, structure: slug, year: Number(on.slice(0, 4)), on, persons },
      ...{ withFile: isWorkshop ? withFile : null, qpv, kind },
      ...(site === null ? {} : { site }),
    };
  });
  if (tallies.length > 0) await observatory.putIn(tallies, now);
}

/** Writes what a trace makes of its situation, when it is not what is written already. */
async function keep(
  { observatory, newId }: CountingSituations,
  structure: Structure,
  stored: StoredTrace,
  now: Instant,
): Promise<void> {
  const trace = traceOf(structure, stored, now);
  const kept = await observatory.ofPerson(structure.slug, stored.person);
  const isOver =
    kept !== null && lastDayOf(kept) < addDays(localDate(trace.lastOn), -isOverAfterDays);
  const former: Former | null = isOver ? null : kept;
  const begun = isOver ? { ...trace, firstOn: firstSince(trace, lastDayOf(kept)) } : trace;
  const projected = project(begun, former, {
    id: former?.situation.id ?? newId(),
    structure: structure.slug,
  });
  const isSame =
    former !== null &&
    kept?.kind === projected.kind &&
    JSON.stringify([former.situation, former.told]) ===
      JSON.stringify([projected.situation, projected.told]);
  if (isSame) return;
  const next = { ...projected, person: stored.person, updatedAt: now };
  if (isOver) await observatory.saveAnew(next);
  // somebody of the team who writes meanwhile wins: the next run reads what they wrote
  else await observatory.save(next, kept?.updatedAt ?? null);
}

function traceOf(structure: Structure, stored: StoredTrace, now: Instant): Trace {
  const { zone, siege, territories, departement } = structure;
  const dayOf = (at: number) => dateIn(zone, at as Instant);
  const seen = stored.appointments.filter(({ status }) => status === "seen");
  return {
    firstOn: dayOf(stored.firstAt),
    lastOn: dayOf(Math.max(stored.lastAt, ...seen.map(({ at }) => at))),
    known: stored.known as Trace["known"],
    dayOf,
    kept: seen.map(({ at, mode, site }) => ({ on: dayOf(at), ...placed(mode, site, siege?.id) })),
    hasAppointment: stored.appointments.some(
      ({ status, at }) =>
        status === "seen" ||
        status === "absent" ||
        (status === "booked" && at < now + isOverAfterDays * day),
    ),
    writtenOn: [...new Set(stored.writtenAt.map(dayOf))],
    ...{ partner: stored.partner, link: stored.link },
    done: {
      dossiers: stored.dossiers.map((one) => ({ ...one, on: dayOf(one.updatedAt) })),
      stays: stored.stays.map((one) => ({ ...one, on: dayOf(one.updatedAt) })),
      measures: stored.measures.map((one) => ({ ...one, on: dayOf(one.updatedAt) })),
    },
    areaOf(inseeCode) {
      const area = territories.find(({ communes }) =>
        communes.some((one) => one.inseeCode === inseeCode),
      );
      const code = codeLists.epci.find((one) => one === area?.id.toLowerCase());
      return (
        code ?? (inseeCode.startsWith(departement) ? "ailleurs_departement" : "hors_departement")
      );
    },
  };
}

const modes: Readonly<Record<string, string>> = {
  phone: "telephone",
  video: "visio",
  home: "domicile",
  chat: "messagerie",
};

function placed(mode: string, site: string, siege: string | undefined) {
  const elsewhere = modes[mode];
  if (elsewhere) return { mode: elsewhere, site: null };
  return site === siege ? { mode: "siege", site: null } : { mode: "site_partenaire", site };
}

function lastDayOf({ situation }: KeptSituation): LocalDate {
  const days = situation.interviews.flatMap(({ on }) => on ?? []);
  const latest = [situation.requestedOn ?? `${situation.year}-12-31`, ...days].toSorted().at(-1);
  return localDate(latest ?? `${situation.year}-12-31`);
}

/** The first day on which they came back. */
function firstSince({ kept, writtenOn, lastOn }: Trace, day: LocalDate): string {
  const later = [...kept.flatMap(({ on }) => on ?? []), ...writtenOn].filter((on) => on > day);
  return later.toSorted()[0] ?? lastOn;
}
