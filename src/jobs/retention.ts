import { addMonths, at, dateIn, hour, type Instant, minute } from "../base/time.ts";
import type { RetentionLimits } from "../store/purge-steps.ts";
import type { Purged, Retention } from "../store/retention-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Job, JobLine } from "./job.ts";

/** Ends what erased people left behind, and frees proposals nobody accepted. */
export function sweep(retention: Retention): Job {
  return {
    name: "sweep",
    every: minute,
    async run(now, dryRun) {
      if (dryRun) return [];
      const { erased, proposals } = await retention.sweep(now);
      return [
        ...(erased > 0 ? [{ job: "sweep", outcome: `erased:${erased}` }] : []),
        ...(proposals > 0 ? [{ job: "sweep", outcome: `expired:${proposals}` }] : []),
      ];
    },
  };
}

/** Removes each kind of record on its own clock, as the structure's file says. */
export function purge(retention: Retention, structures: readonly Structure[]): Job {
  return {
    name: "purge",
    every: 6 * hour,
    async run(now, dryRun) {
      const lines: JobLine[] = [];
      for (const structure of structures) {
        const limits = limitsOf(structure, now);
        const purged = await retention.purge(structure.slug, limits, now, dryRun);
        lines.push(...linesOf(structure.slug, purged, dryRun));
      }
      return lines;
    },
  };
}

/** Before which instant each kind of record of a structure is past its time. */
export function limitsOf({ retention, zone }: Structure, now: Instant): RetentionLimits {
  const today = dateIn(zone, now);
  const monthsAgo = (months: number) => at(zone, addMonths(today, -months), "00:00");
  return {
    conversations: monthsAgo(retention.conversationsMonthsAfterLastContact),
    messages: monthsAgo(retention.messageTextsMonths),
    appointments: monthsAgo(retention.appointmentsMonths),
    reminders: monthsAgo(retention.remindersMonths),
    audit: monthsAgo(retention.auditTrailMonths),
  };
}

function linesOf(about: string, purged: Purged, dryRun: boolean): JobLine[] {
  return Object.entries(purged)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({
      job: "purge",
      about,
      outcome: `${dryRun ? "wouldRemove" : "removed"}:${kind}:${count}`,
    }));
}
