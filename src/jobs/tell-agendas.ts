import { isQuiet } from "../appointments/quiet-hours.ts";
import { type Instant, isoOf, minute, timeIn } from "../base/time.ts";
import type { AgendaNews, AgendaPhones } from "../store/agenda-phones.ts";
import type { Structure } from "../structure/schema.ts";
import type { Job, JobLine } from "./job.ts";

/** What telling workers of their agendas stands on. */
export interface TellingAgendas {
  readonly phones: Pick<AgendaPhones, "toTell">;
  structureOf(slug: string): Structure | undefined;
  /** Writes it to the worker's phone; `already`: it was. */
  tell(news: AgendaNews): Promise<"sent" | "already" | "gone">;
  /** How many one pass looks at. */
  readonly page: number;
}

/**
 * An appointment that is made, moved or cancelled is told on the phone of the worker whose agenda it is, if
 * they asked for it. In quiet hours nobody is told: it is still due in the morning.
 */
export function tellAgendas({ phones, structureOf, tell, page }: TellingAgendas): Job {
  const outcomeOf = async (news: AgendaNews, now: Instant, dryRun: boolean) => {
    const structure = structureOf(news.structure);
    if (!structure) return "noSuchStructure";
    const { zone, reminderPlan } = structure;
    if (isQuiet(reminderPlan.quietHours, timeIn(zone, now))) return "quietHours";
    return dryRun ? "wouldSend" : tell(news);
  };
  return {
    name: "agendas",
    every: minute,
    async pass(now, dryRun, from) {
      const lines: JobLine[] = [];
      let left = Number(from ?? 0);
      const due = await phones.toTell(now, page, left);
      for (const news of due) {
        const outcome = await outcomeOf(news, now, dryRun);
        if (outcome !== "sent") left++;
        lines.push({ job: "agendas", outcome, about: news.appointment, at: isoOf(news.start) });
      }
      return { lines, next: due.length < page ? null : String(left) };
    },
  };
}
