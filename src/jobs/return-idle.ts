import { isQuietAt } from "../appointments/reminders.ts";
import { after, hour, type Instant, minute } from "../base/time.ts";
import { type OfficeWeek, workingMinutesBetween } from "../escalation/promise.ts";
import type { HeldTalk, IdleRecords } from "../store/idle-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Job, JobLine } from "./job.ts";

/** What returning idle conversations stands on. */
export interface ReturningIdle {
  readonly idle: Pick<IdleRecords, "held">;
  readonly structures: readonly Structure[];
  weekOf(structure: Structure): OfficeWeek;
  /** The person spoke last and nobody answered: they wait again, for anybody of the team. */
  backToQueue(talk: HeldTalk): Promise<"back" | "changed">;
  /** The team spoke last and nobody goes on: the bot is there again, and says so. */
  backToBot(talk: HeldTalk): Promise<"back" | "changed">;
  /** How many one pass looks at. */
  readonly page: number;
}

/** Working hours after which somebody who was taken and not answered waits for anybody again. */
const unanswered = 8 * 60;
/** Three days after the team's last word the bot is there again. */
const silent = 72 * hour;
/** Nothing that moved within this is looked at. */
const lately = 4 * hour;

/**
 * A worker may fall ill, or forget: whom they took and did not answer is back in the queue, and called for
 * again; what they answered and nobody went on with is the bot's again after three days, and both sides see it.
 */
export function returnIdle({
  idle,
  structures,
  weekOf,
  backToQueue,
  backToBot,
  page,
}: ReturningIdle): Job {
  const outcomeOf = async (talk: HeldTalk, structure: Structure, now: Instant, dryRun: boolean) => {
    const { heardAt, answeredAt, takenAt } = talk;
    const isOwed = heardAt !== null && heardAt > (answeredAt ?? 0);
    if (isOwed) {
      const since = Math.max(heardAt, takenAt) as Instant;
      const isLong = workingMinutesBetween(weekOf(structure), since, now) >= unanswered;
      if (!isLong) return null;
      return dryRun ? "wouldQueue" : `queue:${await backToQueue(talk)}`;
    }
    const isOver = now >= after(takenAt, silent);
    if (!isOver || isQuietAt(structure.reminderPlan.quietHours, structure.zone, now)) return null;
    return dryRun ? "wouldReturn" : `bot:${await backToBot(talk)}`;
  };
  return {
    name: "idle",
    every: 10 * minute,
    async pass(now, dryRun, from) {
      const [place, left] = (from ?? "0 0").split(" ").map(Number) as [number, number];
      const structure = structures[place];
      if (!structure) return { lines: [], next: null };
      const found = await idle.held(structure.slug, after(now, -lately), { limit: page, left });
      const lines: JobLine[] = [];
      let stays = 0;
      for (const talk of found) {
        const outcome = await outcomeOf(talk, structure, now, dryRun);
        if (outcome === null || dryRun || outcome.endsWith("changed")) stays++;
        if (outcome !== null) lines.push({ job: "idle", outcome, about: talk.conversation });
      }
      const isWhole = found.length < page;
      const isLast = isWhole && place + 1 >= structures.length;
      const next = isWhole ? `${place + 1} 0` : `${place} ${left + stays}`;
      return { lines, next: isLast ? null : next };
    },
  };
}
