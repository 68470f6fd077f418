import { markedLater, mayStillAsk } from "../appointments/follow-ups.ts";
import type { ReminderPlan } from "../appointments/reminder-plan.ts";
import { type Route, routeTo } from "../appointments/reminder-route.ts";
import { beforeSteps, isAfterwards, isBefore } from "../appointments/reminder-steps.ts";
import { isQuietAt, mayStillSend, type Skip, type Where } from "../appointments/reminders.ts";
import { addDays, after, at, dateIn, hour, type Instant, minute } from "../base/time.ts";
import type { DueReminder, Reminders } from "../store/reminder-store.ts";
import type { Structure } from "../structure/schema.ts";

/** What is to become of a reminder at one moment. */
export type Decision =
  | {
      readonly kind: "send";
      readonly route: Route;
      /** Of other appointments, said in the same message: one a day is enough. */
      readonly others: readonly DueReminder[];
    }
  /** It writes to nobody: it is looked who had better be called. */
  | { readonly kind: "lookWhoToCall"; readonly route: Route }
  | { readonly kind: "skip"; readonly why: Skip | "stopped" | "unreachable" }
  | { readonly kind: "putOff"; readonly until: Instant; readonly why: string };

export interface Deciding {
  readonly reminders: Pick<Reminders, "dayOf" | "threadsOf">;
  /** What is recalled of an appointment of a motif. */
  planOf(structure: Structure, motif: string): ReminderPlan;
  /** The walls that show its hours, and the days off there. */
  whereOf(structure: Structure, site: string): Where;
}

const day = 24 * hour;

/** What is to become of a reminder now, its appointment just read again. Nothing is written. */
export async function decide(
  deciding: Deciding,
  reminder: DueReminder,
  structure: Structure,
  now: Instant,
): Promise<Decision> {
  if (reminder.stopped) return { kind: "skip", why: "stopped" };
  const { appointment, step } = reminder;
  const own = appointment.conversation;
  if (step === "callList") {
    const answer = whetherToRecall(deciding, reminder, structure, now);
    if (answer !== "send" && answer.skip !== "quietHours")
      return { kind: "skip", why: answer.skip };
    if (reminder.isConfirmed) return { kind: "skip", why: "confirmed" };
    const threads = await deciding.reminders.threadsOf(appointment.person);
    return { kind: "lookWhoToCall", route: routeTo(own, threads, now) };
  }
  const waits = isAfterwards(step)
    ? waitAfterwards(deciding, reminder, structure, now)
    : waitBefore(deciding, reminder, structure, now);
  if (waits !== null) return waits;
  const today = await ofToday(deciding, reminder, structure, now);
  if ("kind" in today) return today;
  const threads = await deciding.reminders.threadsOf(appointment.person);
  const route = routeTo(own, threads, now);
  if (route.conversation === null) return { kind: "skip", why: "unreachable" };
  return { kind: "send", route, others: today.others };
}

/** Why something that recalls an appointment does not leave now; null when it may. */
function waitBefore(
  deciding: Deciding,
  reminder: DueReminder,
  structure: Structure,
  now: Instant,
): Decision | null {
  const answer = whetherToRecall(deciding, reminder, structure, now);
  if (answer === "send") return null;
  if (answer.skip !== "quietHours") return { kind: "skip", why: answer.skip };
  return {
    kind: "putOff",
    until: endOfQuiet(deciding, reminder, structure, now),
    why: answer.skip,
  };
}

function whetherToRecall(
  { planOf, whereOf }: Deciding,
  reminder: DueReminder,
  structure: Structure,
  now: Instant,
) {
  const { appointment, isConfirmed } = reminder;
  const plan = planOf(structure, appointment.motif);
  const { zone } = whereOf(structure, appointment.site);
  return mayStillSend(reminder, { ...appointment, isConfirmed }, now, { zone, plan });
}

/** What is written after the appointment waits for the worker's word, and for the team to be done. */
function waitAfterwards(
  deciding: Deciding,
  reminder: DueReminder,
  structure: Structure,
  now: Instant,
): Decision | null {
  const { appointment, step, held, anotherAhead } = reminder;
  if (!isAfterwards(step)) return null;
  const answer = mayStillAsk({ ...reminder, step }, appointment, now, anotherAhead);
  if (answer !== "send" && answer.skip !== "notMarked") return { kind: "skip", why: answer.skip };
  const { zone } = deciding.whereOf(structure, appointment.site);
  const { quietHours } = structure.reminderPlan;
  if (isQuietAt(quietHours, zone, now))
    return {
      kind: "putOff",
      until: endOfQuiet(deciding, reminder, structure, now),
      why: "quietHours",
    };
  if (answer !== "send")
    return { kind: "putOff", until: after(now, markedLater), why: answer.skip };
  return held ? { kind: "putOff", until: after(now, day), why: "held" } : null;
}

/** What else leaves with it; or that something was written, or had better be, on this very day. */
async function ofToday(
  deciding: Deciding,
  reminder: DueReminder,
  structure: Structure,
  now: Instant,
): Promise<{ readonly others: readonly DueReminder[] } | Decision> {
  const { appointment, step } = reminder;
  const { zone } = deciding.whereOf(structure, appointment.site);
  const today = dateIn(zone, now);
  const midnight = at(zone, addDays(today, 1), "00:00");
  const { planned, isWritten } = await deciding.reminders.dayOf(
    appointment.person,
    at(zone, today, "00:00"),
    midnight,
    beforeSteps,
  );
  const others = planned.filter(
    (one) =>
      one.appointment.id !== appointment.id &&
      whetherToRecall(deciding, one, structure, now) === "send",
  );
  if (isBefore(step))
    return isWritten ? { kind: "skip", why: "oneADay" } : { others: once(others) };
  if (!isWritten && others.length === 0) return { others };
  return { kind: "putOff", until: after(now, day), why: "oneADay" };
}

/** Of each appointment the nearest alone: what it says is true of the others. */
function once(others: readonly DueReminder[]): readonly DueReminder[] {
  const last = new Map(others.map((one) => [one.appointment.id, one]));
  return [...last.values()].toSorted(
    (one, other) => one.appointment.start - other.appointment.start,
  );
}

/** The first quarter of an hour that is not quiet any more. */
function endOfQuiet(
  { whereOf }: Deciding,
  { appointment }: DueReminder,
  structure: Structure,
  now: Instant,
): Instant {
  const { quietHours } = structure.reminderPlan;
  const { zone } = whereOf(structure, appointment.site);
  let then = now;
  for (let quarters = 0; quarters < 4 * 24; quarters++) {
    then = after(then, 15 * minute);
    if (!isQuietAt(quietHours, zone, then)) return then;
  }
  return then;
}
