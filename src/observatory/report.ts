import type { LocalDate } from "../base/time.ts";
import { type Broken, brokenChecks } from "./checks.ts";
import { type Counts, counting, type Lines } from "./counting.ts";
import { dictionaryVersion } from "./dictionary.ts";
import { type Filter, isWithinFilters, zooms } from "./filter.ts";
import { type Frequentation, frequentationOf, narrowedFrequentation } from "./frequentation.ts";
import { areasOf, type MeasureFigures, type Measures, measureFigures } from "./measure-figures.ts";
import { measureKinds } from "./measures.ts";
import { isWithin, type Period, yearsBefore } from "./period.ts";
import { isRecorded, type Services, type ServicesReported } from "./services.ts";
import { monthlyAmount, type Situation } from "./situation.ts";
import { type StayFigures, stayFigures } from "./stay-figures.ts";
import { type Lodging, type Stay, stayKinds } from "./stays.ts";
import { allTables, publicTables } from "./tables.ts";
import type { PublishedYear, Tally } from "./tally.ts";
import { linesOn } from "./thresholds.ts";

/** What a bilan is asked for. */
export interface Asked {
  readonly structure: string;
  readonly period: Period;
  readonly filters: readonly Filter[];
  /** Where its days begin and end; without it, what is counted by the clock is left out. */
  readonly zone?: string;
  /** The day it is computed on: printed, so that two of them can be told apart. */
  readonly computedOn: LocalDate;
}

/** Where the records are: each walked once, a page at a time. */
export interface Records {
  situations(structure: string, period: Period): AsyncIterable<Situation>;
  tallies(structure: string, period: Period): Promise<readonly Tally[]>;
  /** The homes for a while and who slept or asked there; absent where none are kept. */
  homes?(structure: string, period: Period): Promise<Homes>;
  /** The accompaniments that ran, and what funders agreed to pay; absent where none are kept. */
  measures?(structure: string, period: Period): Promise<Measures>;
  /** How people were received in the days of a zone; absent where only rows are at hand. */
  services?(structure: string, period: Period, zone: string): Promise<Services>;
}

/** Dwellings, and the requests and stays of a period. */
export interface Homes {
  readonly lodgings: readonly Lodging[];
  readonly stays: readonly Stay[];
}

/** What is not known, of how many situations. */
export interface Missing {
  readonly field: MissingField;
  readonly situations: number;
}
export const watchedFields = [
  ...(["ageAtRequest", "identifiesAs", "composition", "origin", "mainProblem"] as const),
  ...(["commune", "qpv", "housing", "resourcesNature", "resourcesAmount"] as const),
  ...(["employment", "interviews", "outcome", "ase", "actionLogement"] as const),
] as const;
export type MissingField = (typeof watchedFields)[number];

/** Everything that a bilan says, in numbers. */
export interface Report extends Asked {
  readonly dictionary: string;
  readonly lines: Lines;
  readonly counts: Counts;
  /** The same a year earlier; null when nothing is recorded there. */
  readonly before: Counts | null;
  readonly zooms: readonly { readonly id: string; readonly counts: Counts }[];
  /** This period and up to three before, the oldest first. */
  readonly frequentation: readonly Frequentation[];
  readonly tallies: readonly Tally[];
  /** What was printed of the year before, where nothing else is known of it. */
  readonly publishedBefore: PublishedYear | null;
  /** Homes for a while, by kind, with the year before; empty where none are kept. */
  readonly homes: readonly HomeFigures[];
  /** Accompaniments, by kind and territory, with the year before. */
  readonly measures: readonly MeasuresReported[];
  /** How people were received; null where nothing is recorded. */
  readonly services: ServicesReported | null;
  readonly missing: readonly Missing[];
  readonly broken: readonly Broken[];
}

/** The figures of one kind of home, and those of a year earlier; null when there was none of it then. */
export interface HomeFigures {
  readonly now: StayFigures;
  readonly before: StayFigures | null;
}

/** The figures of one kind of accompaniment in one territory, and those of a year earlier. */
export interface MeasuresReported {
  readonly now: MeasureFigures;
  readonly before: MeasureFigures | null;
}

const yearsShown = 3;

/** Computes a bilan: one walk over its situations, one over those of the year before. */
export async function reportOf(records: Records, asked: Asked): Promise<Report> {
  const { structure, period, filters } = asked;
  const lines = linesOn(period.to);
  const zoomed = zooms.map(({ id, filter }) => ({
    ...{ id, filter, count: counting(publicTables, lines) },
  }));
  const missing = new Map<MissingField, number>(watchedFields.map((field) => [field, 0]));
  const whole = counting(allTables, lines);
  for await (const situation of records.situations(structure, period)) {
    if (!isWithinFilters(situation, filters)) continue;
    whole.add(situation);
    for (const field of unknownOf(situation)) missing.set(field, (missing.get(field) ?? 0) + 1);
    for (const { filter, count } of zoomed)
      if (isWithinFilters(situation, [filter])) count.add(situation);
  }
  const counts = whole.counted();
  // people who are counted without being known cannot be narrowed to some of them
  const tallies = filters.length > 0 ? [] : await records.tallies(structure, period);
  const earlier = await earlierYears(records, asked);
  const [last] = earlier;
  const own =
    filters.length > 0
      ? narrowedFrequentation(period, counts)
      : frequentationOf(period, counts, tallies);
  return {
    ...asked,
    ...{ dictionary: dictionaryVersion, lines, counts, tallies },
    before: last && last.counts.situations > 0 ? last.counts : null,
    publishedBefore: last?.tallies.find((one) => one.record === "year") ?? null,
    zooms: zoomed.map(({ id, count }) => ({ id, counts: count.counted() })),
    frequentation: [
      ...earlier.flatMap(({ frequentation }) => frequentation ?? []).toReversed(),
      ...(own ? [own] : []),
    ],
    // a home is nobody's situation: it cannot be narrowed to some of them
    homes: filters.length > 0 ? [] : await homesOf(records, structure, period),
    measures: filters.length > 0 ? [] : await measuresOf(records, structure, period),
    // neither does it say of whom it was
    services: filters.length > 0 ? null : await servicesReported(records, asked),
    missing: [...missing].map(([field, situations]) => ({ field, situations })),
    broken: [
      ...brokenChecks(counts, tallies),
      ...earlier.flatMap((one) => brokenChecks(one.counts, one.tallies)),
    ],
  };
}

async function homesOf(
  records: Records,
  structure: string,
  period: Period,
): Promise<readonly HomeFigures[]> {
  const then = yearsBefore(period, 1);
  const [now, before] = await Promise.all([
    records.homes?.(structure, period),
    records.homes?.(structure, then),
  ]);
  if (!now) return [];
  const isKept = ({ nightsAvailable, requests, welcomed }: StayFigures) =>
    nightsAvailable + requests + welcomed > 0;
  return stayKinds.flatMap((kind) => {
    const figures = stayFigures(kind, now.lodgings, now.stays, period);
    const former = before ? stayFigures(kind, before.lodgings, before.stays, then) : null;
    if (!isKept(figures)) return [];
    return [{ now: figures, before: former && isKept(former) ? former : null }];
  });
}

async function measuresOf(
  records: Records,
  structure: string,
  period: Period,
): Promise<readonly MeasuresReported[]> {
  const then = yearsBefore(period, 1);
  const [now, before] = await Promise.all([
    records.measures?.(structure, period),
    records.measures?.(structure, then),
  ]);
  if (!now) return [];
  return measureKinds.flatMap((kind) =>
    areasOf(kind, now).flatMap((area) => {
      const figures = measureFigures(kind, area, now, period);
      const isKept = ({ followed, values }: MeasureFigures) =>
        followed + (values["agreed"]?.value ?? 0) > 0;
      if (!isKept(figures)) return [];
      const former = before ? measureFigures(kind, area, before, then) : null;
      return [{ now: figures, before: former && isKept(former) ? former : null }];
    }),
  );
}

async function servicesReported(records: Records, { structure, period, zone }: Asked) {
  if (zone === undefined || !records.services) return null;
  const now = await records.services(structure, period, zone);
  const before = await records.services(structure, yearsBefore(period, 1), zone);
  return isRecorded(now) ? { now, before: isRecorded(before) ? before : null } : null;
}

/** The years before, the nearest first. The lines of resources are those of their own time. */
async function earlierYears(records: Records, { structure, period, filters }: Asked) {
  const earlier = [];
  for (let years = 1; years <= yearsShown; years++) {
    const then = yearsBefore(period, years);
    const count = counting(allTables, linesOn(then.to));
    for await (const situation of records.situations(structure, then))
      if (isWithinFilters(situation, filters)) count.add(situation);
    const counts = count.counted();
    const tallies = filters.length > 0 ? [] : await records.tallies(structure, then);
    earlier.push({
      counts,
      tallies,
      frequentation:
        filters.length > 0
          ? narrowedFrequentation(then, counts)
          : frequentationOf(then, counts, tallies),
    });
  }
  return earlier;
}

/** What a situation does not say. */
export function unknownOf(situation: Situation): readonly MissingField[] {
  return watchedFields.filter((field) => {
    if (field === "interviews") return situation.interviews.length === 0;
    if (field === "resourcesAmount") return monthlyAmount(situation) === null;
    return situation[field] === null;
  });
}

/** Records that are already in memory: imported files, tests. */
export function recordsIn(all: readonly Situation[], tallied: readonly Tally[]): Records {
  return {
    async *situations(structure, period) {
      for (const one of all)
        if (one.structure === structure && isWithin(period, one.requestedOn, one.year)) yield one;
    },
    tallies: async (structure, period) =>
      tallied.filter(
        (one) =>
          one.structure === structure &&
          isWithin(period, one.record === "year" ? null : one.on, one.year),
      ),
  };
}
