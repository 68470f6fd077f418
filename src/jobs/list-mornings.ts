import { addDays, at, dateIn, type Instant, minute, timeIn, type Zone } from "../base/time.ts";
import type { AgendaPhone, AgendaPhones } from "../store/agenda-phones.ts";
import type { Structure } from "../structure/schema.ts";
import type { Job, JobLine } from "./job.ts";

/** What the lists of the morning stand on. */
export interface ListingMornings {
  readonly phones: Pick<AgendaPhones, "toList" | "startsOf" | "listed">;
  structureOf(slug: string): Structure | undefined;
  /** Writes the list to the worker's phone, once a day. */
  list(phone: AgendaPhone, starts: readonly Instant[]): Promise<"sent" | "already" | "gone">;
  /** How many one pass looks at. */
  readonly page: number;
}

/** A list of the day is of no use after that. */
const morningEnds = "12:00";

/** The hours of the day's appointments, once in the morning, on the phone of the workers who asked for it. */
export function listMornings({ phones, structureOf, list, page }: ListingMornings): Job {
  const outcomeOf = async (phone: AgendaPhone, now: Instant, dryRun: boolean) => {
    const structure = structureOf(phone.structure);
    if (!structure) return "noSuchStructure";
    const { zone, reminderPlan } = structure;
    if (!isMorning(reminderPlan.quietHours.to, timeIn(zone, now))) return "notNow";
    const starts = await phones.startsOf(phone, now, endOfDay(zone, now));
    if (dryRun) return starts.length > 0 ? "wouldSend" : "nothing";
    const outcome = starts.length > 0 ? await list(phone, starts) : "nothing";
    await phones.listed(phone.worker, now);
    return outcome;
  };
  return {
    name: "mornings",
    every: 5 * minute,
    async pass(now, dryRun, from) {
      const lines: JobLine[] = [];
      let left = Number(from ?? 0);
      const due = await phones.toList(now, page, left);
      for (const phone of due) {
        const outcome = await outcomeOf(phone, now, dryRun);
        if (dryRun || outcome === "notNow" || outcome === "noSuchStructure") left++;
        if (outcome !== "notNow") lines.push({ job: "mornings", outcome, about: phone.worker });
      }
      return { lines, next: due.length < page ? null : String(left) };
    },
  };
}

/** Hours on the wall compare as texts. */
function isMorning(quietUntil: string, time: string): boolean {
  return time >= quietUntil && time < morningEnds;
}

function endOfDay(zone: Zone, now: Instant): Instant {
  return at(zone, addDays(dateIn(zone, now), 1), "00:00");
}
