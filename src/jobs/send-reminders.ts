import { after, hour, type Instant, isoOf, minute } from "../base/time.ts";
import type { DueReminder, Reminders } from "../store/reminder-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Job, JobLine } from "./job.ts";
import { type Deciding, type Decision, decide } from "./reminder-decision.ts";

/** What became of one that was to be sent. `held`: the team has the conversation; `closed`: it is solved. */
export type Reminded = "sent" | "already" | "gone" | "held" | "stopped" | "closed";

/** What sending reminders stands on. */
export interface Reminding extends Deciding {
  readonly reminders: Reminders;
  structureOf(slug: string): Structure | undefined;
  /** Writes the message and settles the reminder with those it speaks of too, in one commit. */
  remind(
    reminder: DueReminder,
    decision: Extract<Decision, { kind: "send" }>,
    structure: Structure,
  ): Promise<Reminded>;
  /** Puts the person on the list of who is to be called, when there is reason to; why not, otherwise. */
  lookWhoToCall(
    reminder: DueReminder,
    decision: Extract<Decision, { kind: "lookWhoToCall" }>,
    now: Instant,
  ): Promise<"listed" | "noReason">;
  /** How many reminders one pass looks at. */
  readonly page: number;
}

const day = 24 * hour;
/** What is neither settled nor put off: the next page begins after it. */
const staysDue: ReadonlySet<string> = new Set(["noSuchStructure", "gone", "already"]);

/**
 * The reminders whose hour has come. The appointment is read again with each: cancelled, moved, begun
 * or stopped, it is skipped with its reason; in quiet hours it is put off, never past its use. What is due
 * to one person on one day is one message.
 */
export function sendReminders(reminding: Reminding): Job {
  return {
    name: "reminders",
    every: minute,
    async pass(now, dryRun, from) {
      const lines: JobLine[] = [];
      let left = Number(from ?? 0);
      const merged = new Set<string>();
      const due = await reminding.reminders.due(now, reminding.page, left);
      for (const reminder of due) {
        const line = merged.has(nameOf(reminder))
          ? lineOf(reminder, "merged")
          : await settle(reminding, reminder, { now, dryRun, merged });
        lines.push(line);
        if (dryRun || staysDue.has(line.outcome)) left++;
      }
      return { lines, next: due.length < reminding.page ? null : String(left) };
    },
  };
}

interface Passing {
  readonly now: Instant;
  readonly dryRun: boolean;
  /** What left within another message of this pass. */
  readonly merged: Set<string>;
}

async function settle(
  reminding: Reminding,
  reminder: DueReminder,
  { now, dryRun, merged }: Passing,
): Promise<JobLine> {
  const structure = reminding.structureOf(reminder.appointment.structure);
  if (!structure) return lineOf(reminder, "noSuchStructure");
  const decision = await decide(reminding, reminder, structure, now);
  const outcome = dryRun
    ? would(decision)
    : await done(reminding, reminder, { decision, structure, now });
  const isSent = dryRun || outcome === "sent";
  if (decision.kind === "send" && isSent)
    for (const one of decision.others) merged.add(nameOf(one));
  return lineOf(reminder, outcome);
}

interface Decided {
  readonly decision: Decision;
  readonly structure: Structure;
  readonly now: Instant;
}

async function done(
  reminding: Reminding,
  reminder: DueReminder,
  { decision, structure, now }: Decided,
): Promise<string> {
  const { reminders } = reminding;
  switch (decision.kind) {
    case "send": {
      const outcome = await reminding.remind(reminder, decision, structure);
      if (outcome === "held") return putOff(reminding, reminder, after(now, day));
      if (outcome !== "stopped" && outcome !== "closed") return outcome;
      await reminders.skip(reminder, outcome, now);
      return `skipped:${outcome}`;
    }
    case "lookWhoToCall": {
      const outcome = await reminding.lookWhoToCall(reminder, decision, now);
      await reminders.skip(reminder, outcome, now);
      return outcome;
    }
    case "putOff":
      return putOff(reminding, reminder, decision.until);
    case "skip":
      await reminders.skip(reminder, decision.why, now);
      return `skipped:${decision.why}`;
  }
}

async function putOff(
  { reminders }: Reminding,
  reminder: DueReminder,
  until: Instant,
): Promise<string> {
  await reminders.putOff(reminder, until);
  return "putOff";
}

function would(decision: Decision): string {
  if (decision.kind === "skip") return `wouldSkip:${decision.why}`;
  if (decision.kind === "putOff") return "wouldPutOff";
  return decision.kind === "send" ? "wouldSend" : "wouldLook";
}

function nameOf({ appointment, version, step }: DueReminder): string {
  return `${appointment.id}.${version}.${step}`;
}

function lineOf({ appointment, step, dueAt }: DueReminder, outcome: string): JobLine {
  return { job: "reminders", outcome, about: appointment.id, step, at: isoOf(dueAt) };
}
