import type { Slot } from "../appointments/slots.ts";
import { leavesAfterDays } from "../appointments/waiting-list.ts";
import { mayOfferAt } from "../appointments/waiting-list-hours.ts";
import { type Passed, planOffers, type Waiting } from "../appointments/waiting-list-plan.ts";
import { after, hour, type Instant, isoOf, minute } from "../base/time.ts";
import type { Listed, WaitingLists } from "../store/waiting-list-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Job, JobLine, JobPass } from "./job.ts";

/** What offering freed times stands on. */
export interface OfferingTimes {
  readonly waitingLists: WaitingLists;
  readonly structures: readonly Structure[];
  /** The times of a motif that are free in a structure, the earliest first. */
  freeTimes(structure: Structure, motif: string, now: Instant): Promise<readonly Slot[]>;
  /** Holds a time for somebody and tells them, in one commit. */
  offer(
    structure: Structure,
    waiting: Waiting,
    slot: Slot,
    now: Instant,
  ): Promise<"offered" | "taken" | "held" | "gone">;
  /** Asks, once, whether somebody still waits. */
  ask(structure: Structure, waiting: Waiting): Promise<"asked" | "already" | "held" | "gone">;
  /** How many messages one pass writes. */
  readonly page: number;
}

const name = "waiting-list";
const day = 24 * hour;

/**
 * Offers what is free to who waits, in the fair order: whatever freed it (an appointment cancelled or moved,
 * an absence lifted, a new range, an offer that ended), since what is free is looked at and not what happened.
 * Ends what is over, and asks who has waited for weeks whether they still do. A pass is one structure's.
 */
export function offerFreedTimes(offering: OfferingTimes): Job {
  return {
    name,
    every: minute,
    async pass(now, dryRun, from): Promise<JobPass> {
      const place = Number(from ?? 0);
      const structure = offering.structures[place];
      if (!structure) return { lines: [], next: null };
      const { lines, isFull } = await passOf(offering, structure, now, dryRun);
      const next = isFull ? place : place + 1;
      return { lines, next: next < offering.structures.length ? String(next) : null };
    },
  };
}

interface Done {
  readonly lines: readonly JobLine[];
  /** More may be written at once: another pass goes on. */
  readonly isFull: boolean;
}

async function passOf(
  offering: OfferingTimes,
  structure: Structure,
  now: Instant,
  dryRun: boolean,
): Promise<Done> {
  const list = await offering.waitingLists.standing(structure.slug, now);
  if (list.length === 0) return { lines: [], isFull: false };
  const lapsed = list.filter(({ entry }) => isLapsed(entry.askedAt, now));
  const staying = list.filter((one) => !lapsed.includes(one));
  const free = new Map<string, readonly Slot[]>();
  for (const motif of new Set(list.map(({ entry }) => entry.motif)))
    free.set(motif, await offering.freeTimes(structure, motif, now));
  const plan = planOffers(staying, free, { now, zone: structure.zone });
  const ends = [
    ...lapsed.map(({ entry }) => ({ id: entry.id, because: "lapsed" as const })),
    ...plan.over,
  ];
  const ended = ends.map(({ id, because }) =>
    line(dryRun ? `wouldEnd:${because}` : `ended:${because}`, id),
  );
  if (!dryRun) await offering.waitingLists.end(ends, now);
  if (!mayOfferAt(now, structure.zone, structure.reminderPlan.quietHours)) {
    return { lines: ended, isFull: false };
  }
  if (!dryRun) await offering.waitingLists.notePassed(newlyPassed(staying, plan.passed), now);
  const written = await write(offering, structure, { plan, now, dryRun });
  return { lines: [...ended, ...written.lines], isFull: written.isFull };
}

interface Writing {
  readonly plan: ReturnType<typeof planOffers>;
  readonly now: Instant;
  readonly dryRun: boolean;
}

/** The offers first, then the questions; no more messages than a page holds. */
async function write(
  offering: OfferingTimes,
  structure: Structure,
  { plan, now, dryRun }: Writing,
): Promise<Done> {
  const offers = dryRun ? plan.offers : plan.offers.slice(0, offering.page);
  const questions = dryRun ? plan.ask : plan.ask.slice(0, offering.page - offers.length);
  const lines: JobLine[] = [];
  for (const { waiting, slot } of offers) {
    const outcome = dryRun ? "wouldOffer" : await offering.offer(structure, waiting, slot, now);
    lines.push({ ...line(outcome, waiting.entry.id), at: isoOf(slot.start) });
  }
  for (const waiting of questions) {
    const outcome = dryRun ? "wouldAsk" : await offering.ask(structure, waiting);
    lines.push(line(outcome, waiting.entry.id));
  }
  const done = lines.some(({ outcome }) => outcome === "offered" || outcome === "asked");
  const isLeft = offers.length < plan.offers.length || questions.length < plan.ask.length;
  // what could not be written now is looked at again in a minute, and never in the same run
  return { lines, isFull: !dryRun && done && isLeft };
}

function isLapsed(askedAt: Instant | null, now: Instant): boolean {
  return askedAt !== null && now >= after(askedAt, leavesAfterDays * day);
}

/** Those for whom the reason is another one than was written down last. */
function newlyPassed(
  list: readonly Listed[],
  passed: readonly { readonly id: string; readonly because: Passed }[],
) {
  const before = new Map(list.map(({ entry, passedBecause }) => [entry.id, passedBecause]));
  return passed.filter(({ id, because }) => before.get(id) !== because);
}

function line(outcome: string, about: string): JobLine {
  return { job: name, outcome, about };
}
