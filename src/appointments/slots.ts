import {
  addDays,
  after,
  dateIn,
  type Instant,
  type LocalDate,
  minute,
  minutesOf,
} from "../base/time.ts";
import type { Resource } from "./resources.ts";
import type { Because, SlotFacts } from "./slot-facts.ts";
import { slotIdOf, slotMinute } from "./slot-id.ts";
import { type DayLook, type SlotSearch, searchOf } from "./slot-search.ts";
import type { Stretch } from "./timetable.ts";
import { wallStarts } from "./wall-starts.ts";

export interface Slot {
  readonly id: string;
  readonly site: string;
  readonly worker: string;
  readonly start: Instant;
  readonly end: Instant;
  /** What it takes besides the person: the worker, and a room where people come. */
  readonly resources: readonly Resource[];
}

/** Part of an opening in which nothing is offered, and why. */
export interface Refusal {
  readonly opening: string;
  readonly worker: string;
  readonly site: string;
  readonly date: LocalDate;
  /** Minutes from midnight on the wall. */
  readonly from: number;
  readonly to: number;
  readonly because: Because;
}

export interface Wanted {
  readonly sites?: readonly string[];
  /** First and last day, both included. */
  readonly from?: LocalDate;
  readonly until?: LocalDate;
}

export interface Free {
  readonly slots: readonly Slot[];
  readonly refused: readonly Refusal[];
}

/**
 * The times that can be taken, earliest first, and why the others cannot: every minute of an opening is
 * in a time (with what is kept free around it) or refused.
 * Each opening is cut by the length of the motif, from its start, on quarters of an hour; beside what
 * fills part of it, the cut starts again at the next free quarter.
 */
export function freeSlots(facts: SlotFacts, wanted: Wanted): Free {
  const today = dateIn(facts.zone, facts.now);
  const from = wanted.from && wanted.from > today ? wanted.from : today;
  const until = wanted.until ?? addDays(today, facts.motif.horizonDays);
  const search = searchOf(facts, { from, until });
  const into: Into = { slots: [], refused: [], minutes: new Map() };
  for (let date = from; date <= until; date = addDays(date, 1)) {
    for (const stretch of search.stretchesOn(date)) {
      if (wanted.sites && !wanted.sites.includes(stretch.site)) continue;
      cut(search, stretch, date, into);
    }
  }
  return { slots: into.slots.sort(earlier), refused: into.refused };
}

function earlier(one: Slot, other: Slot): number {
  return one.start - other.start || (one.id < other.id ? -1 : 1);
}

/**
 * Whether this very time can still be taken: for a button pressed later. The grid may have moved
 * meanwhile, the time is good as long as it lies in an opening and nothing forbids it.
 */
export function canStillTake(
  facts: SlotFacts,
  { site, worker, start }: Pick<Slot, "site" | "worker" | "start">,
): "free" | "outsideOpenings" | Because {
  const date = dateIn(facts.sites.get(site)?.zone ?? facts.zone, start);
  const search = searchOf(facts, { from: date, until: date });
  const homes = search
    .stretchesOn(date)
    .filter((one) => one.site === site && one.worker === worker)
    .filter((one) => startsOf(search, one, date).includes(start));
  const answers = homes.map((stretch) => {
    const look = search.look(stretch, date);
    return look.refused ?? look.refusalAt(start) ?? "free";
  });
  // two openings may hold the same hour: one of them is enough
  return answers.find((answer) => answer === "free") ?? answers[0] ?? "outsideOpenings";
}

function startsOf(search: SlotSearch, { site, from, to }: Stretch, date: LocalDate) {
  const minutes = search.minutes.appointment;
  return wallStarts({ zone: search.zoneOf(site), date, from, to, minutes });
}

interface Into {
  readonly slots: Slot[];
  readonly refused: Refusal[];
  /** How the ids of slots write their instant: the same hours come back at each opening. */
  readonly minutes: Map<Instant, string>;
}

/** Walks the quarters of an opening; a quarter without instant is lost to a change of the clocks. */
function cut(search: SlotSearch, stretch: Stretch, date: LocalDate, into: Into): void {
  const { from, to } = stretch;
  const first = minutesOf(from);
  const last = minutesOf(to);
  const look = search.look(stretch, date);
  const note = noteIn(into.refused, stretch, date);
  if (look.refused) {
    note(look.refused, first, last);
    return;
  }
  let wall = first;
  for (const starts = startsOf(search, stretch, date); ; ) {
    const start = starts[(wall - first) / 15];
    if (start === undefined) break;
    const refusal = refusalOf(look, start);
    // only what fills a part moves the grid: it must not slide as the hours pass
    const next = wall + (refusal === null || refusal === "notice" ? search.minutes.step : 15);
    if (refusal !== null) note(refusal, wall, Math.min(next, last));
    else if (start !== null) into.slots.push(slotAt(search, stretch, start, into.minutes));
    wall = next;
  }
  if (wall < last) note("tooShort", wall, last);
}

function refusalOf(look: DayLook, start: Instant | null): Because | null {
  return start === null ? "clockGap" : look.refusalAt(start);
}

/** Writes down what is refused; what touches and has the same reason is one. */
function noteIn(refused: Refusal[], { opening, worker, site }: Stretch, date: LocalDate) {
  return (because: Because, from: number, to: number): void => {
    const last = refused.at(-1);
    const goesOn = last?.opening === opening && last.date === date && last.to === from;
    if (last && goesOn && last.because === because) refused[refused.length - 1] = { ...last, to };
    else refused.push({ opening, worker, site, date, from, to, because });
  };
}

function slotAt(
  search: SlotSearch,
  { site, worker }: Stretch,
  start: Instant,
  minutes: Into["minutes"],
): Slot {
  const written = minutes.get(start) ?? slotMinute(start);
  minutes.set(start, written);
  const end = after(start, search.minutes.appointment * minute);
  const resources = search.resourcesOf({ site, worker }, start);
  return { id: slotIdOf({ site, worker }, written), site, worker, start, end, resources };
}
