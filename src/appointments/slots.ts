import {
  addDays,
  after,
  dateIn,
  hour,
  type Instant,
  type LocalDate,
  type LocalTime,
  minute,
  weekday,
  type Zone,
} from "../base/time.ts";
import { type Busy, isBusy, roomResource, workerResource } from "./resources.ts";
import { slotId } from "./slot-id.ts";
import { wallStarts } from "./wall-starts.ts";

/** A weekly range in which a worker receives at a site, in hours on the wall. */
export interface Opening {
  readonly id: string;
  readonly worker: string;
  readonly site: string;
  readonly motifs: readonly string[];
  readonly weekday: number;
  readonly from: LocalTime;
  readonly to: LocalTime;
  readonly validFrom?: LocalDate | undefined;
  readonly validUntil?: LocalDate | undefined;
  readonly confirmed: boolean;
}

export interface Closure {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface Motif {
  readonly id: string;
  readonly durationMinutes: number;
  readonly minimumNoticeHours: number;
  readonly horizonDays: number;
}

/** All that decides which times can be taken. */
export interface SlotFacts {
  /** The slug of the structure whose agenda it is. */
  readonly structure: string;
  readonly openings: readonly Opening[];
  readonly closures: readonly Closure[];
  readonly holidays: readonly LocalDate[];
  readonly busy: readonly Busy[];
  readonly motif: Motif;
  readonly zone: Zone;
  readonly now: Instant;
  /** On: ranges the association has not confirmed are offered too. */
  readonly demonstration: boolean;
}

export interface Slot {
  readonly id: string;
  readonly site: string;
  readonly worker: string;
  readonly start: Instant;
  readonly end: Instant;
}

/** Why a time of an opening is not offered, so that "why nothing on Tuesday?" has an answer. */
export type Because =
  | "holiday"
  | "closure"
  | "unconfirmed"
  | "horizon"
  | "notice"
  | "busy"
  | "clockGap";

export interface Refusal {
  readonly opening: string;
  readonly date: LocalDate;
  readonly because: Because;
}

export interface Wanted {
  readonly sites?: readonly string[];
  /** First and last day, both included. */
  readonly from?: LocalDate;
  readonly until?: LocalDate;
}

/**
 * The times that can be taken, earliest first, and why the others cannot.
 * Each range is cut by the duration of the motif, from its start, on quarters of an hour; beside an
 * appointment that fills part of it, the cut starts again at the next free quarter.
 */
export function freeSlots(
  facts: SlotFacts,
  wanted: Wanted,
): { readonly slots: readonly Slot[]; readonly refused: readonly Refusal[] } {
  const slots: Slot[] = [];
  const refused: Refusal[] = [];
  const today = dateIn(facts.zone, facts.now);
  const last = wanted.until ?? addDays(today, facts.motif.horizonDays);
  let date = wanted.from && wanted.from > today ? wanted.from : today;

  for (; date <= last; date = addDays(date, 1)) {
    for (const opening of openOn(facts, wanted, date)) {
      const whole = dayRefusal(facts, opening, date);
      const cut = whole ? { slots: [], because: new Set([whole]) } : cutRange(facts, opening, date);
      slots.push(...cut.slots);
      for (const because of cut.because) refused.push({ opening: opening.id, date, because });
    }
  }
  slots.sort((one, other) => one.start - other.start || (one.id < other.id ? -1 : 1));
  return { slots, refused };
}

/**
 * Whether this very time can still be taken: for a button pressed later. The grid may have moved
 * meanwhile, the time is good as long as it lies in a range and nothing forbids it.
 */
export function canStillTake(
  facts: SlotFacts,
  slot: Pick<Slot, "site" | "worker" | "start">,
): "free" | "outsideOpenings" | Because {
  const date = dateIn(facts.zone, slot.start);
  const [opening] = openOn(facts, { sites: [slot.site] }, date).filter(
    ({ worker, ...range }) =>
      worker === slot.worker && startsIn(facts, range, date).includes(slot.start),
  );
  if (!opening) return "outsideOpenings";
  return dayRefusal(facts, opening, date) ?? timeRefusal(facts, opening, slot.start) ?? "free";
}

function openOn({ openings, motif }: SlotFacts, { sites }: Wanted, date: LocalDate): Opening[] {
  const dayOfWeek = weekday(date);
  return openings.filter(
    (opening) =>
      opening.weekday === dayOfWeek &&
      opening.motifs.includes(motif.id) &&
      (sites === undefined || sites.includes(opening.site)) &&
      (opening.validFrom === undefined || opening.validFrom <= date) &&
      (opening.validUntil === undefined || date <= opening.validUntil),
  );
}

function dayRefusal(facts: SlotFacts, opening: Opening, date: LocalDate): Because | null {
  if (!opening.confirmed && !facts.demonstration) return "unconfirmed";
  if (facts.holidays.includes(date)) return "holiday";
  if (facts.closures.some(({ from, to }) => from <= date && date <= to)) return "closure";
  const horizon = addDays(dateIn(facts.zone, facts.now), facts.motif.horizonDays);
  return date > horizon ? "horizon" : null;
}

function timeRefusal(facts: SlotFacts, opening: Opening, start: Instant): Because | null {
  const { structure, motif, now, busy } = facts;
  const resources = [
    workerResource(structure, opening.worker),
    roomResource(structure, opening.site),
  ];
  if (isBusy(busy, resources, start, after(start, motif.durationMinutes * minute))) return "busy";
  return start < after(now, motif.minimumNoticeHours * hour) || start <= now ? "notice" : null;
}

function startsIn(
  { zone, motif }: SlotFacts,
  { from, to }: Pick<Opening, "from" | "to">,
  date: LocalDate,
): readonly (Instant | null)[] {
  return wallStarts({ zone, date, from, to, minutes: motif.durationMinutes });
}

/** Walks the quarters of a range; a quarter without instant is lost to a change of the clocks. */
function cutRange(facts: SlotFacts, opening: Opening, date: LocalDate) {
  const starts = startsIn(facts, opening, date);
  const step = Math.ceil(facts.motif.durationMinutes / 15);
  const slots: Slot[] = [];
  const because = new Set<Because>();
  for (let quarter = 0; quarter < starts.length; ) {
    const start = starts[quarter] ?? null;
    const refusal = start === null ? "clockGap" : timeRefusal(facts, opening, start);
    if (refusal) because.add(refusal);
    else if (start !== null) slots.push(slotAt(facts, opening, start));
    // only another appointment moves the grid: it must not slide as the hours pass
    quarter += refusal === "busy" || refusal === "clockGap" ? 1 : step;
  }
  return { slots, because };
}

function slotAt({ motif }: SlotFacts, { site, worker }: Opening, start: Instant): Slot {
  const end = after(start, motif.durationMinutes * minute);
  return { id: slotId({ site, worker, start }), site, worker, start, end };
}
