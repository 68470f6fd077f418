import { addDays, addMonths, at, dateIn, hour, type Instant, minute } from "../base/time.ts";
import type { RetentionLimits } from "../store/purge-page.ts";
import type { Purged, Retention } from "../store/retention-store.ts";
import type { Structure } from "../structure/schema.ts";
import { unfollowedDaysOf } from "../structure/unfollowed-days.ts";
import type { Job, JobLine } from "./job.ts";

/** Ends what erased people left behind, and frees proposals nobody accepted. */
export function sweep(retention: Retention): Job {
  return {
    name: "sweep",
    every: minute,
    async pass(now, dryRun) {
      if (dryRun) return { lines: [], next: null };
      const { erased, proposals } = await retention.sweep(now);
      const lines = [
        ...(erased > 0 ? [{ job: "sweep", outcome: `erased:${erased}` }] : []),
        ...(proposals > 0 ? [{ job: "sweep", outcome: `expired:${proposals}` }] : []),
      ];
      return { lines, next: null };
    },
  };
}

/**
 * Removes each kind of record on its own clock, as the structure's file says. A pass reads and removes
 * about `statements` statements' worth of one structure.
 */
export function purge(
  retention: Retention,
  structures: readonly Structure[],
  statements: number,
): Job {
  return {
    name: "purge",
    every: 6 * hour,
    async pass(now, dryRun, from) {
      const { place, inside } = readFrom(from);
      const structure = structures[place];
      if (!structure) return { lines: [], next: null };
      const limits = limitsOf(structure, now);
      const past = { structure: structure.slug, limits, now, dryRun, statements };
      const purged = await retention.purge(past, inside);
      const next =
        purged.next !== null
          ? `${place}/${purged.next}`
          : place + 1 < structures.length
            ? `${place + 1}/`
            : null;
      return { lines: linesOf(structure.slug, purged.counts, dryRun), next };
    },
  };
}

/** "2/…": the third structure, and where it stands within. */
function readFrom(from: string | null): { place: number; inside: string | null } {
  const [place = "0", inside = ""] = (from ?? "0/").split("/");
  return { place: Number(place), inside: inside || null };
}

/** Before which instant each kind of record of a structure is past its time. */
export function limitsOf({ retention, zone }: Structure, now: Instant): RetentionLimits {
  const today = dateIn(zone, now);
  const monthsAgo = (months: number) => at(zone, addMonths(today, -months), "00:00");
  return {
    conversations: monthsAgo(retention.conversationsMonthsAfterLastContact),
    messages: monthsAgo(retention.messageTextsMonths),
    texts: at(zone, addDays(today, -unfollowedDaysOf({ retention })), "00:00"),
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
