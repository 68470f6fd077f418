import { isQuiet } from "../appointments/quiet-hours.ts";
import { type Instant, isoOf, minute, timeIn } from "../base/time.ts";
import type { AgendaPhones, ToMark } from "../store/agenda-phones.ts";
import type { Structure } from "../structure/schema.ts";
import type { Job, JobLine } from "./job.ts";

/** What asking workers stands on. */
export interface AskingStatuses {
  readonly phones: Pick<AgendaPhones, "toMark">;
  structureOf(slug: string): Structure | undefined;
  /** Writes the question to the worker's phone; `already`: it was. */
  ask(one: ToMark): Promise<"sent" | "already" | "gone">;
  /** How many one pass looks at. */
  readonly page: number;
}

/**
 * After each appointment its worker is asked, once and on their own phone, what became of it. In quiet
 * hours nobody is asked: it is still due in the morning; a day later the desk alone asks.
 */
export function askStatuses({ phones, structureOf, ask, page }: AskingStatuses): Job {
  const outcomeOf = async (one: ToMark, now: Instant, dryRun: boolean) => {
    const structure = structureOf(one.structure);
    if (!structure) return "noSuchStructure";
    const { zone, reminderPlan } = structure;
    if (isQuiet(reminderPlan.quietHours, timeIn(zone, now))) return "quietHours";
    return dryRun ? "wouldSend" : ask(one);
  };
  return {
    name: "statuses",
    every: 5 * minute,
    async pass(now, dryRun, from) {
      const lines: JobLine[] = [];
      let left = Number(from ?? 0);
      const due = await phones.toMark(now, page, left);
      for (const one of due) {
        const outcome = await outcomeOf(one, now, dryRun);
        if (outcome !== "sent") left++;
        lines.push({ job: "statuses", outcome, about: one.appointment, at: isoOf(one.start) });
      }
      return { lines, next: due.length < page ? null : String(left) };
    },
  };
}
