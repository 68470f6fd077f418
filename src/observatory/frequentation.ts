import type { Counts } from "./counting.ts";
import type { Period } from "./period.ts";
import type { Gathered, PublishedYear, Tally } from "./tally.ts";

/**
 * How many young people asked in one period, and by which way (A5, A22, A23). A figure that nobody knows is
 * null, and counts as none in the sum: the method is printed beside it.
 */
export interface Frequentation {
  readonly period: Period;
  /** People of situations, then people informed without one. */
  readonly withFile: number;
  readonly withoutFile: number | null;
  readonly faceToFace: number | null;
  readonly situationsMet: number | null;
  readonly workshops: number | null;
  readonly workshopPeople: number | null;
  readonly workshopWithFile: number | null;
  readonly eventPeople: number | null;
  readonly qpv: number | null;
  readonly qpvFollowed: number | null;
  /** withFile + withoutFile + (workshopPeople − workshopWithFile) + eventPeople. */
  readonly asked: number | null;
  /** The total figures alone are known, as they were printed that year. */
  readonly isPublished: boolean;
}

const sumOf = (numbers: readonly (number | null)[]) =>
  numbers.reduce<number>((sum, one) => sum + (one ?? 0), 0);

/** Young people who asked: each is counted once, who has a file is not counted again at a workshop. */
export function askedOf(
  parts: Pick<
    Frequentation,
    "withFile" | "withoutFile" | "workshopPeople" | "workshopWithFile" | "eventPeople"
  >,
): number {
  const { withFile, withoutFile, workshopPeople, workshopWithFile, eventPeople } = parts;
  const atWorkshops = (workshopPeople ?? 0) - (workshopWithFile ?? 0);
  return withFile + (withoutFile ?? 0) + atWorkshops + (eventPeople ?? 0);
}

/**
 * What a narrowed bilan knows of a period: who is in its situations. Who came to a workshop or to an event,
 * or asked without a situation, was counted without being known: nobody can say how many of them fit. Null
 * when there is none.
 */
export function narrowedFrequentation(period: Period, counts: Counts): Frequentation | null {
  if (counts.situations === 0) return null;
  const qpvFollowed = counts.tables.get("A12c")?.find(({ code }) => code === "oui")?.count ?? 0;
  return {
    ...{ period, isPublished: false, withFile: counts.persons + counts.personsUnknown },
    ...{ faceToFace: counts.faceToFace, situationsMet: counts.situationsMet, qpvFollowed },
    ...{ withoutFile: null, workshops: null, workshopPeople: null, workshopWithFile: null },
    ...{ eventPeople: null, qpv: null, asked: null },
  };
}

/** What is known of a period: from its records; from what was published, where there is nothing else. */
export function frequentationOf(
  period: Period,
  counts: Counts,
  tallies: readonly Tally[],
): Frequentation | null {
  const published = tallies.find((one): one is PublishedYear => one.record === "year");
  const isRecorded = counts.situations > 0 || tallies.some(({ record }) => record !== "year");
  if (!isRecorded) return published ? publishedOf(period, published) : null;
  const workshops = tallies.filter((one): one is Gathered => one.record === "workshop");
  const events = tallies.filter((one): one is Gathered => one.record === "event");
  const qpvFollowed = counts.tables.get("A12c")?.find(({ code }) => code === "oui")?.count ?? 0;
  const parts = {
    // a situation is one person at least, whoever else lives there
    withFile: counts.persons + counts.personsUnknown,
    withoutFile: sumOf(tallies.map((one) => (one.record === "contacts" ? one.persons : 0))),
    workshopPeople: sumOf(workshops.map(({ persons }) => persons)),
    workshopWithFile: sumOf(workshops.map(({ withFile }) => withFile)),
    eventPeople: sumOf(events.map(({ persons }) => persons)),
  };
  return {
    ...{ period, ...parts, asked: askedOf(parts), isPublished: false },
    ...{ faceToFace: counts.faceToFace, situationsMet: counts.situationsMet },
    workshops: workshops.length,
    qpv: qpvFollowed + sumOf([...workshops, ...events].map(({ qpv }) => qpv)),
    qpvFollowed,
  };
}

function publishedOf(period: Period, year: PublishedYear): Frequentation {
  const parts = {
    withFile: year.withFile ?? 0,
    withoutFile: year.withoutFile ?? 0,
    workshopPeople: year.workshopPeople ?? 0,
    ...{ workshopWithFile: null, eventPeople: null },
  };
  return {
    ...{ period, ...parts, asked: askedOf(parts), isPublished: true },
    ...{ faceToFace: null, situationsMet: null, workshops: null },
    ...{ qpv: year.qpv, qpvFollowed: null },
  };
}
