import type { LocalDate } from "../base/time.ts";
import { type Counted, type Counts, counting } from "./counting.ts";
import { countedBy, daysBetween, daysWithin, isIn, meanOf } from "./days.ts";
import {
  type ActKind,
  type Agreement,
  type Measure,
  type MeasureKind,
  pointsOf,
} from "./measures.ts";
import type { Period } from "./period.ts";
import { monthlyAmount, type Situation, unknownSituation } from "./situation.ts";
import { allTables } from "./tables.ts";

/** A measure, and who it is for in codes; null where nobody noted it. */
export interface Followed extends Measure {
  readonly situation: Situation | null;
}

/** The measures of a structure that ran in a period, and what funders agreed to pay. */
export interface Measures {
  readonly agreements: readonly Agreement[];
  readonly followed: readonly Followed[];
}

/** A number, and how many households it rests on. */
export interface Resting {
  readonly value: number | null;
  readonly restsOn: number;
}

/** The figures of one kind of measure in one territory, over a period (chapters D, E and F). */
export interface MeasureFigures {
  readonly kind: MeasureKind;
  readonly area: string | null;
  readonly followed: number;
  readonly values: Readonly<Record<string, Resting>>;
  /** Who they are, by the tables of situations. */
  readonly counts: Counts;
  /** What is counted of the measures themselves, by list. */
  readonly lists: Readonly<Record<string, readonly Counted[]>>;
}

const daysOfMonth = 365.25 / 12;
const longDays = 365;

/** Counts the measures of a kind in a territory over a period, both days included. */
export function measureFigures(
  kind: MeasureKind,
  area: string | null,
  { agreements, followed }: Measures,
  period: Period,
): MeasureFigures {
  const { from, to } = period;
  const own = followed.filter(
    (one) =>
      one.kind === kind &&
      one.area === area &&
      one.startedOn <= to &&
      (one.endedOn === null || one.endedOn >= from),
  );
  const ended = own.filter(({ endedOn }) => isIn(endedOn, period));
  const agreed = agreements.filter((one) => one.kind === kind && one.area === area);
  const count = (some: readonly unknown[]): Resting => ({
    value: some.length,
    restsOn: some.length,
  });
  const acts = (...kinds: readonly ActKind[]): Resting => ({
    value: own.reduce((sum, { acts: all }) => sum + actsIn(all, kinds, period), 0),
    restsOn: own.filter(({ acts: all }) => actsIn(all, kinds, period) > 0).length,
  });
  const amounts = own.flatMap(({ situation }) => (situation && monthlyAmount(situation)) ?? []);
  const ages = own.flatMap(({ situation }) => situation?.ageAtRequest ?? []);
  const values: Record<string, Resting> = {
    agreed: { value: agreedOn(agreed, to), restsOn: 0 },
    agreementShare: { value: shareOfAgreement(agreed, own, period), restsOn: own.length },
    followed: count(own),
    newOnes: count(own.filter(({ startedOn }) => isIn(startedOn, period))),
    firstGrants: count(own.filter(({ grant }) => grant === "premiere")),
    renewals: count(own.filter(({ grant }) => grant === "renouvellement")),
    running: count(own.filter(({ endedOn }) => endedOn === null || endedOn > to)),
    ended: count(ended),
    endedEarly: count(ended.filter(({ endedOn, dueOn }) => dueOn && endedOn && endedOn < dueOn)),
    objectivesReached: shareOf(ended, ({ exitReasons }) =>
      exitReasons.length === 0 ? null : exitReasons.includes("objectifs_atteints"),
    ),
    meanMonths: {
      value: meanOf(
        ended.flatMap(({ startedOn, endedOn }) =>
          endedOn ? daysBetween(startedOn, endedOn) / daysOfMonth : [],
        ),
      ),
      restsOn: ended.length,
    },
    overOneYear: count(
      own.filter(
        ({ startedOn, endedOn }) => daysBetween(startedOn, stopOf(endedOn, to)) > longDays,
      ),
    ),
    ...{ homeVisits: acts("homeVisit"), interviews: acts("interview"), calls: acts("call") },
    ...{ outings: acts("outing"), present: acts("interview", "homeVisit") },
    summoned: acts("interview", "homeVisit", "absent"),
    ageMean: { value: meanOf(ages), restsOn: ages.length },
    amountMean: { value: meanOf(amounts), restsOn: amounts.length },
    // one household alone has the least, and one the most
    amountLeast: { value: amounts.length > 0 ? Math.min(...amounts) : null, restsOn: 1 },
    amountMost: { value: amounts.length > 0 ? Math.max(...amounts) : null, restsOn: 1 },
    overIndebted: shareOf(own, ({ facts }) => isYes(facts.overIndebted)),
    evictionAtStart: shareOf(own, ({ facts }) => isYes(facts.evictionAtStart)),
    evictionSuspended: shareOf(
      own.filter(({ facts }) => facts.evictionAtStart === "oui"),
      ({ facts }) => (facts.evictionEnd === null ? null : facts.evictionEnd === "suspendue"),
    ),
    adherence: shareOf(own, ({ facts }) =>
      facts.adherence === null ? null : facts.adherence !== "non",
    ),
    publicTenants: shareOf(own, ({ situation }) =>
      situation?.housing ? situation.housing === "locataire_public" : null,
    ),
    debtCleared: clearedOf(own, ["clearedByFsl", "clearedByPlan", "clearedByApl"]),
    debtClearedByFsl: clearedOf(own, ["clearedByFsl"]),
    debtClearedByPlan: clearedOf(own, ["clearedByPlan"]),
    debtClearedByApl: clearedOf(own, ["clearedByApl"]),
  };
  return {
    ...{ kind, area, values, followed: own.length },
    counts: countsOf(own),
    lists: {
      form: countedBy(own, ({ form }) => [form]),
      objective: countedBy(own, ({ facts }) => orUnknown(facts.objectives)),
      careBefore: countedBy(own, ({ facts }) => [facts.careBefore]),
      budget: countedBy(own, ({ facts }) => [facts.budget]),
      evolution: countedBy(own, ({ facts }) => [facts.evolution]),
      exits: countedBy(ended, ({ exitReasons }) => orUnknown(exitReasons)),
    },
  };
}

/** The territories in which a kind was followed or agreed upon, those without a name first. */
export function areasOf(
  kind: MeasureKind,
  { agreements, followed }: Measures,
): readonly (string | null)[] {
  const all = [...agreements, ...followed].filter((one) => one.kind === kind);
  return [...new Set(all.map(({ area }) => area))].sort((one, other) =>
    (one ?? "") < (other ?? "") ? -1 : 1,
  );
}

/** Points that are agreed upon on a day. */
function agreedOn(agreed: readonly Agreement[], on: LocalDate): number {
  return agreed
    .filter(({ from, to }) => from <= on && on <= to)
    .reduce((sum, { points }) => sum + points, 0);
}

/** Points taken day by day over points agreed day by day, on the days that an agreement covers; null of none. */
function shareOfAgreement(
  agreed: readonly Agreement[],
  measures: readonly Measure[],
  { from, to }: Period,
): number | null {
  let [taken, offered] = [0, 0];
  for (const agreement of agreed) {
    const covered = {
      from: agreement.from > from ? agreement.from : from,
      to: agreement.to < to ? agreement.to : to,
    };
    if (covered.from > covered.to) continue;
    offered += agreement.points * daysWithin(covered.from, null, covered);
    for (const { startedOn, endedOn, form } of measures)
      taken += pointsOf(form) * daysWithin(startedOn, endedOn, covered);
  }
  return offered === 0 ? null : taken / offered;
}

function actsIn(acts: Measure["acts"], kinds: readonly ActKind[], period: Period): number {
  return acts.filter(({ on, what }) => kinds.includes(what) && isIn(on, period)).length;
}

/** The share of those of whom it is known; it rests on the fewer of who is and who is not known to be. */
function shareOf(some: readonly Followed[], isSo: (one: Followed) => boolean | null): Resting {
  const known = some.map(isSo).filter((one) => one !== null);
  const are = known.filter(Boolean).length;
  return { value: known.length === 0 ? null : are / known.length, restsOn: are };
}

/** What was cleared of the rent that was owed at the start, where both are known. */
function clearedOf(
  own: readonly Measure[],
  means: readonly ("clearedByFsl" | "clearedByPlan" | "clearedByApl")[],
): Resting {
  const owing = own.filter(({ facts }) => (facts.debtAtStart ?? 0) > 0);
  const owed = owing.reduce((sum, { facts }) => sum + (facts.debtAtStart ?? 0), 0);
  const cleared = owing.reduce(
    (sum, { facts }) => sum + means.reduce((all, name) => all + (facts[name] ?? 0), 0),
    0,
  );
  return { value: owed === 0 ? null : cleared / owed, restsOn: owing.length };
}

function countsOf(own: readonly Followed[]): Counts {
  const count = counting(allTables, { low: null, poverty: null });
  for (const { situation } of own)
    count.add(situation ?? unknownSituation({ id: "", structure: "", year: 0 }));
  return count.counted();
}

function stopOf(endedOn: LocalDate | null, to: LocalDate): LocalDate {
  return endedOn !== null && endedOn < to ? endedOn : to;
}

function isYes(code: string | null): boolean | null {
  return code === null ? null : code === "oui";
}

function orUnknown(codes: readonly string[]): readonly (string | null)[] {
  return codes.length > 0 ? codes : [null];
}
