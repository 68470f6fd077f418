import { isTimeToTell } from "../appointments/dossiers.ts";
import { isQuietAt } from "../appointments/reminders.ts";
import { addDays, dateIn, hour, type Instant } from "../base/time.ts";
import type { DossierRecords, DueDossier } from "../store/dossier-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Job, JobLine } from "./job.ts";

/** What telling of dates stands on. */
export interface TellingOfDossiers {
  readonly dossiers: Pick<DossierRecords, "due" | "told">;
  structureOf(slug: string): Structure | undefined;
  tell(due: DueDossier, structure: Structure): Promise<"told" | "already" | "held" | "gone">;
  /** How many one pass looks at. */
  readonly page: number;
}

/** The zones of the world differ by a day at most: what is due anywhere is within it. */
const aWeekAndMore = 9;

/** Tells people, once, of a day of their file that comes within the week. Never in quiet hours. */
export function tellOfDossiers({ dossiers, structureOf, tell, page }: TellingOfDossiers): Job {
  const outcomeOf = async (due: DueDossier, now: Instant, dryRun: boolean) => {
    const structure = structureOf(due.structure);
    if (!structure) return "noSuchStructure";
    const today = dateIn(structure.zone, now);
    const isOver = due.nextOn < today;
    if (!isOver && !isTimeToTell(due.nextOn, today)) return "notNow";
    if (!isOver && isQuietAt(structure.reminderPlan.quietHours, structure.zone, now))
      return "notNow";
    if (dryRun) return isOver ? "wouldSkip" : "wouldTell";
    const outcome = isOver ? "over" : await tell(due, structure);
    if (outcome !== "held") await dossiers.told(due);
    return outcome;
  };
  return {
    name: "dossiers",
    every: hour,
    async pass(now, dryRun, from) {
      const lines: JobLine[] = [];
      let left = Number(from ?? 0);
      const until = addDays(dateIn("Europe/Paris" as Structure["zone"], now), aWeekAndMore);
      const due = await dossiers.due(until, page, left);
      for (const one of due) {
        const outcome = await outcomeOf(one, now, dryRun);
        if (dryRun || ["notNow", "held", "noSuchStructure"].includes(outcome)) left++;
        if (outcome !== "notNow") lines.push({ job: "dossiers", outcome, about: one.id });
      }
      return { lines, next: due.length < page ? null : String(left) };
    },
  };
}
