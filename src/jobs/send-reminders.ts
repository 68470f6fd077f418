import { isFollowUp, mayStillAsk } from "../appointments/follow-ups.ts";
import { isQuiet, type QuietHours } from "../appointments/quiet-hours.ts";
import { mayStillSend, type Skip } from "../appointments/reminders.ts";
import { after, hour, type Instant, isoOf, minute, timeIn, type Zone } from "../base/time.ts";
import type { DueReminder, Reminders } from "../store/reminder-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Job, JobLine } from "./job.ts";

/** What sending reminders stands on. */
export interface Reminding {
  readonly reminders: Reminders;
  structureOf(slug: string): Structure | undefined;
  /** Writes the message and settles the reminder, in one commit. */
  remind(
    reminder: DueReminder,
    now: Instant,
  ): Promise<"sent" | "already" | "gone" | "held" | "stopped">;
  /** How many reminders one pass looks at. */
  readonly page: number;
}

const day = 24 * hour;

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
  const { appointment, step } = reminder;
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
  const answer = whetherToSend(reminder, now, quiet);
  if (answer === "send") {
    const outcome = dryRun ? "wouldSend" : await reminding.remind(reminder, now);
    if (outcome === "stopped") {
      await reminding.reminders.skip(reminder, outcome, now);
      return line(`skipped:${outcome}`);
    }
    if (outcome !== "held") return line(outcome);
  }
  if (answer === "send" || answer.skip === "held") {
    if (dryRun) return line("wouldPutOff");
    await reminding.reminders.putOff(reminder, after(now, day));
    return line("putOff");
  }
  if (dryRun) return line(`wouldSkip:${answer.skip}`);
  if (answer.skip === "quietHours") {
    await reminding.reminders.putOff(reminder, endOfQuiet(structure, now));
    return line("putOff");
  }
  await reminding.reminders.skip(reminder, answer.skip, now);
  return line(`skipped:${answer.skip}`);
}

/** What was asked to stop, what the moment forbids; a question after the appointment waits for the team's last word. */
function whetherToSend(
  reminder: DueReminder,
  now: Instant,
  quiet: { readonly zone: Zone; readonly quietHours: QuietHours },
): "send" | { readonly skip: Skip | "stopped" | "held" } {
  const { appointment, stopped, held, anotherAhead } = reminder;
  if (stopped) return { skip: "stopped" };
  if (!isFollowUp(reminder.step)) return mayStillSend(reminder, appointment, now, quiet);
  const answer = mayStillAsk(reminder, appointment, now, anotherAhead);
  if (answer !== "send") return answer;
  if (held) return { skip: "held" };
  return isQuiet(quiet.quietHours, timeIn(quiet.zone, now)) ? { skip: "quietHours" } : "send";
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
