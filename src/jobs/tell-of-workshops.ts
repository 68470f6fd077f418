import { isQuietAt } from "../appointments/reminders.ts";
import { addDays, after, at, dateIn, hour, type Instant, isoOf, minute } from "../base/time.ts";
import type { GatheringNotices, SeatNotice } from "../store/gathering-notices.ts";
import type { Structure } from "../structure/schema.ts";
import type { Job, JobLine } from "./job.ts";

type News = "reminder" | "given" | "calledOff";

/** What telling of workshops stands on. */
export interface TellingOfWorkshops {
  readonly gatherings: GatheringNotices;
  structureOf(slug: string): Structure | undefined;
  tell(
    news: News,
    notice: SeatNotice,
    structure: Structure,
  ): Promise<"told" | "taken" | "held" | "gone">;
  /** How many messages one pass writes of each kind. */
  readonly page: number;
}

const name = "workshops";
/** The day before at this hour, on the wall of the structure. */
const remindedAt = "18:00";
/** No workshop of tomorrow begins later than so long from now. */
const aDayAndMore = 31 * hour;

/**
 * Recalls workshops the day before; gives a seat that is free to who has waited longest; says kindly that
 * one is called off. Never in quiet hours. What cannot be told now is looked at again in a minute.
 */
export function tellOfWorkshops(telling: TellingOfWorkshops): Job {
  return {
    name,
    every: minute,
    async pass(now, dryRun) {
      const { gatherings, page } = telling;
      const soon = after(now, aDayAndMore);
      const due: readonly (readonly [News, readonly SeatNotice[]])[] = [
        ["calledOff", await gatherings.toTellOff(now, page)],
        ["given", await gatherings.toSeat(now, page)],
        ["reminder", await gatherings.toRemind(now, soon, page)],
      ];
      const lines: JobLine[] = [];
      for (const [news, notices] of due) {
        for (const notice of notices) {
          const structure = telling.structureOf(notice.gathering.structure);
          if (!structure || !isTime(news, notice, structure, now)) continue;
          const outcome = dryRun ? "wouldTell" : await telling.tell(news, notice, structure);
          lines.push({
            ...{ job: name, outcome, about: notice.gathering.id, step: news },
            at: isoOf(notice.gathering.start),
          });
        }
      }
      return { lines, next: null };
    },
  };
}

function isTime(news: News, { gathering }: SeatNotice, structure: Structure, now: Instant) {
  const { zone, reminderPlan } = structure;
  if (isQuietAt(reminderPlan.quietHours, zone, now)) return false;
  const eve = at(zone, addDays(dateIn(zone, gathering.start), -1), remindedAt);
  return news !== "reminder" || now >= eve;
}
