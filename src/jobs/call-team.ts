import { isQuietAt } from "../appointments/reminders.ts";
import { type Instant, isoOf, minute } from "../base/time.ts";
import { type CallStage, callStageDue } from "../escalation/call-stages.ts";
import type { OfficeWeek } from "../escalation/promise.ts";
import type { Calls, Waiter } from "../store/call-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Job, JobLine } from "./job.ts";

/** What calling the team stands on. */
export interface CallingTeam {
  readonly calls: Pick<Calls, "waiters">;
  readonly structures: readonly Structure[];
  /** The hours of the office, and until when nobody can answer. */
  weekOf(structure: Structure): OfficeWeek;
  /** Calls the team for somebody: once for each wait and stage. */
  call(waiter: Waiter, stage: CallStage, structure: Structure): Promise<"called" | "already">;
  /** Tells the person that it takes too long, and how else to reach somebody. */
  saySorry(waiter: Waiter, structure: Structure): Promise<"told" | "already" | "gone">;
  /** How many who wait one pass looks at. */
  readonly page: number;
}

const name = "calls";

/**
 * Nobody waits unseen: the team's phones are told that somebody waits, told again with whoever stands in
 * when nobody comes, and the person is told once what was promised did not come true. Never in quiet hours.
 */
export function callTeam(calling: CallingTeam): Job {
  return {
    name,
    every: minute,
    async pass(now, dryRun, from) {
      const [place, left] = (from ?? "0 0").split(" ").map(Number) as [number, number];
      const structure = calling.structures[place];
      if (!structure) return { lines: [], next: null };
      const found = await calling.calls.waiters(structure.slug, now, {
        ...{ limit: calling.page, left },
      });
      const lines: JobLine[] = [];
      for (const waiter of found) {
        const line = await lineFor(calling, waiter, structure, { now, dryRun });
        if (line) lines.push(line);
      }
      const isWhole = found.length < calling.page;
      const isLast = isWhole && place + 1 >= calling.structures.length;
      const next = isWhole ? `${place + 1} 0` : `${place} ${left + found.length}`;
      return { lines, next: isLast ? null : next };
    },
  };
}

async function lineFor(
  calling: CallingTeam,
  waiter: Waiter,
  structure: Structure,
  { now, dryRun }: { readonly now: Instant; readonly dryRun: boolean },
): Promise<JobLine | null> {
  const stage = callStageDue(waiter, calling.weekOf(structure), now);
  if (stage === null) return null;
  const { quietHours } = structure.reminderPlan;
  if (stage === "sorry" && isQuietAt(quietHours, structure.zone, now)) return null;
  const about = { job: name, about: waiter.conversation, step: stage, at: isoOf(waiter.since) };
  if (dryRun) return { ...about, outcome: "wouldCall" };
  if (stage === "sorry") {
    const told = await calling.saySorry(waiter, structure);
    // held by nobody's word: it is written down whatever became of it, and not tried for ever
    await calling.call(waiter, stage, structure);
    return { ...about, outcome: told };
  }
  return { ...about, outcome: await calling.call(waiter, stage, structure) };
}
