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
import { type Followed, type Resting, resting, shareOf } from "./resting.ts";
import { monthlyAmount, unknownSituation } from "./situation.ts";
import { clearedOf, socialShares } from "./social-shares.ts";
import { allTables } from "./tables.ts";

/** The measures of a structure that ran in a period, and what funders agreed to pay. */
export interface Measures {
  readonly agreements: readonly Agreement[];
  readonly followed: readonly Followed[];
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
  const count = (some: readonly Followed[]): Resting => resting(some.length, some);
  const acts = (...kinds: readonly ActKind[]): Resting => {
    const many = (one: Followed) => actsIn(one.acts, kinds, period);
    const some = own.filter((one) => many(one) > 0);
    return resting(
      some.reduce((sum, one) => sum + many(one), 0),
      some,
    );
  };
  const valued = own.flatMap((one) => {
    const amount = one.situation && monthlyAmount(one.situation);
    return amount === null ? [] : [{ one, amount }];
  });
  const amounts = valued.map(({ amount }) => amount);
  const extreme = (amount: number | null): Resting =>
    // one household alone has the least, and one the most
    ({ value: amount, restsOn: 1, of: valued.flatMap((v) => (v.amount === amount ? v.one : [])) });
  const aged = own.filter(({ situation }) => (situation?.ageAtRequest ?? null) !== null);
  const values: Record<string, Resting> = {
    agreed: resting(agreedOn(agreed, to), []),
    agreementShare: resting(shareOfAgreement(agreed, own, period), own),
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
    meanMonths: resting(
      meanOf(
        ended.flatMap(({ startedOn, endedOn }) =>
          endedOn ? daysBetween(startedOn, endedOn) / daysOfMonth : [],
        ),
      ),
      ended,
    ),
    overOneYear: count(
      own.filter(
        ({ startedOn, endedOn }) => daysBetween(startedOn, stopOf(endedOn, to)) > longDays,
      ),
    ),
    ...{ homeVisits: acts("homeVisit"), interviews: acts("interview"), calls: acts("call") },
    ...{ outings: acts("outing"), present: acts("interview", "homeVisit") },
    summoned: acts("interview", "homeVisit", "absent"),
    ageMean: resting(meanOf(aged.flatMap(({ situation }) => situation?.ageAtRequest ?? [])), aged),
    resourcesMean: resting(
      meanOf(amounts),
      valued.map(({ one }) => one),
    ),
    amountLeast: extreme(amounts.length > 0 ? Math.min(...amounts) : null),
    amountMost: extreme(amounts.length > 0 ? Math.max(...amounts) : null),
    ...socialShares(own),
    debtCleared: clearedOf(own, ["clearedByFsl", "clearedByPlan", "clearedByApl"]),
    debtClearedByFsl: clearedOf(own, ["clearedByFsl"]),
    debtClearedByPlan: clearedOf(own, ["clearedByPlan"]),
    debtClearedByApl: clearedOf(own, ["clearedByApl"]),
  };
  return {
    ...{ kind, area, values, followed: own.length },
    counts: countsOf(own),
    lists: Object.fromEntries(
      Object.entries(measureLists).map(([name, { of, codesOf }]) => [
        name,
        countedBy(of === "ended" ? ended : own, codesOf),
      ]),
    ),
  };
}

/** The lists that are counted of measures themselves, each over those that ran or those that ended. */
export const measureLists: Readonly<
  Record<
    string,
    {
      readonly of: "followed" | "ended";
      codesOf(one: Followed): readonly (string | null)[];
    }
  >
> = {
  form: { of: "followed", codesOf: ({ form }) => [form] },
  objective: { of: "followed", codesOf: ({ facts }) => orUnknown(facts.objectives) },
  careBefore: { of: "followed", codesOf: ({ facts }) => [facts.careBefore] },
  budget: { of: "followed", codesOf: ({ facts }) => [facts.budget] },
  evolution: { of: "followed", codesOf: ({ facts }) => [facts.evolution] },
  exits: { of: "ended", codesOf: ({ exitReasons }) => orUnknown(exitReasons) },
};

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

function countsOf(own: readonly Followed[]): Counts {
  const count = counting(allTables, { low: null, poverty: null });
  for (const { situation } of own)
    count.add(situation ?? unknownSituation({ id: "", structure: "", year: 0 }));
  return count.counted();
}

function stopOf(endedOn: LocalDate | null, to: LocalDate): LocalDate {
  return endedOn !== null && endedOn < to ? endedOn : to;
}

function orUnknown(codes: readonly string[]): readonly (string | null)[] {
  return codes.length > 0 ? codes : [null];
}
