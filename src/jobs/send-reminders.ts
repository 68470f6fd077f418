import { isQuiet } from "../appointments/quiet-hours.ts";
import { mayStillSend } from "../appointments/reminders.ts";
import { after, type Instant, isoOf, minute, timeIn } from "../base/time.ts";
import type { DueReminder, Reminders } from "../store/reminder-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Job, JobLine } from "./job.ts";

/** What sending reminders stands on. */
export interface Reminding {
  readonly reminders: Reminders;
  structureOf(slug: string): Structure | undefined;
  /** Writes the message and settles the reminder, in one commit. */
  remind(reminder: DueReminder, now: Instant): Promise<"sent" | "already" | "gone">;
  /** How many reminders one pass looks at. */
  readonly page: number;
}

/** What is neither settled nor put off: the next page begins after it. */
const staysDue: ReadonlySet<string> = new Set(["noSuchStructure", "gone", "already"]);

/**
 * The reminders whose hour has come. The appointment is read again with each: cancelled, moved, begun
 * or stopped, it is skipped with its reason; in quiet hours it is put off, never past its use.
 */
export function sendReminders(reminding: Reminding): Job {
  return {
    name: "reminders",
    every: minute,
    async pass(now, dryRun, from) {
      const lines: JobLine[] = [];
      let left = Number(from ?? 0);
      const due = await reminding.reminders.due(now, reminding.page, left);
      for (const reminder of due) {
        const line = await remind(reminding, reminder, now, dryRun);
        lines.push(line);
        if (dryRun || staysDue.has(line.outcome)) left++;
      }
      return { lines, next: due.length < reminding.page ? null : String(left) };
    },
  };
}

async function remind(
  reminding: Reminding,
  reminder: DueReminder,
  now: Instant,
  dryRun: boolean,
): Promise<JobLine> {
  const { appointment, step, version } = reminder;
  const line = (outcome: string): JobLine => ({
    job: "reminders",
    outcome,
    about: appointment.id,
    step,
    at: isoOf(reminder.dueAt),
  });
  const structure = reminding.structureOf(appointment.structure);
  if (!structure) return line("noSuchStructure");
  const quiet = { zone: structure.zone, quietHours: structure.reminderPlan.quietHours };
  const answer = reminder.stopped
    ? { skip: "stopped" as const }
    : mayStillSend({ ...reminder, version }, appointment, now, quiet);
  if (answer === "send") return line(dryRun ? "wouldSend" : await reminding.remind(reminder, now));
  if (dryRun) return line(`wouldSkip:${answer.skip}`);
  if (answer.skip === "quietHours") {
    await reminding.reminders.putOff(reminder, endOfQuiet(structure, now));
    return line("putOff");
  }
  await reminding.reminders.skip(reminder, answer.skip, now);
  return line(`skipped:${answer.skip}`);
}

/** The first quarter of an hour that is not quiet any more. */
function endOfQuiet({ zone, reminderPlan }: Structure, now: Instant): Instant {
  let then = now;
  for (let quarters = 0; quarters < 4 * 24; quarters++) {
    then = after(then, 15 * minute);
    if (!isQuiet(reminderPlan.quietHours, timeIn(zone, then))) return then;
  }
  return then;
}
