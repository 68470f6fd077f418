import type { HolidayRegion } from "../base/holidays.ts";
import {
  addDays,
  after,
  at,
  dateIn,
  hour,
  type Instant,
  type LocalDate,
  minute,
  timeIn,
  type Zone,
} from "../base/time.ts";
import { type AppointmentStatus, isCalledOff } from "./appointment.ts";
import { beforeQuiet, isQuiet, type QuietHours } from "./quiet-hours.ts";
import type { DaysBefore, ReminderPlan } from "./reminder-plan.ts";
import type { BeforeStep, ReminderStep } from "./reminder-steps.ts";
import { isDayOff, lastWorkedDay } from "./working-days.ts";

export interface Reminder {
  readonly step: ReminderStep;
  readonly dueAt: Instant;
  /** From then on it is skipped: the next step, or the way to the appointment, has taken over. */
  readonly uselessAfter: Instant;
}

/** One version of an appointment: `createdAt` is when it was made (booked, or moved). */
export interface Remindable {
  readonly start: Instant;
  readonly createdAt: Instant;
}

/** Whose walls show the hour, whose holidays count, on which days of the week somebody works. */
export interface Where {
  readonly zone: Zone;
  readonly holidays: HolidayRegion;
  readonly works: ReadonlySet<number>;
}

/** The confirmation is still fresh: a reminder sooner than this after the booking is noise. */
const settling = 4 * hour;
/** Later than this before the appointment, the person is on the way. */
const leaving = 30 * minute;

/**
 * The reminders of one version of an appointment, in the order of time. Hours are hours on the wall of
 * its place: 18:00 three days before stays 18:00 when clocks change. In quiet hours, on a Sunday, a public
 * holiday or a day that already has one, a reminder goes to an earlier time. A step is left out for who
 * booked later than the plan asks, or less than four hours before it. The one two hours before is never
 * moved: where it cannot be, the day before has said it all, however late it was booked. Each is of use
 * until the day of the next one.
 */
export function planReminders(
  appointment: Remindable,
  plan: ReminderPlan,
  where: Where,
): readonly Reminder[] {
  const { zone } = where;
  const { start, createdAt } = appointment;
  const taken = new Set<LocalDate>();
  const planned: { step: BeforeStep; dueAt: Instant }[] = [];
  const add = (step: BeforeStep, dueAt: Instant | null) => {
    if (dueAt === null) return;
    taken.add(dateIn(zone, dueAt));
    const soonEnough = dueAt < after(start, -leaving);
    if (soonEnough && dueAt >= after(createdAt, settling)) planned.push({ step, dueAt });
  };
  const far = (step: DaysBefore | null) =>
    step && isBookedAhead(appointment, step.ifBookedDaysAhead, zone)
      ? daysBefore(start, step, { plan, where, taken })
      : null;

  // from the nearest to the farthest, so that the farther one gives way
  const last = hoursBefore(start, plan, where);
  add("twoHours", last);
  const eve = plan.dayBefore;
  add("dayBefore", far(eve && last === null ? { ...eve, ifBookedDaysAhead: 0 } : eve));
  add("threeDays", far(plan.threeDays));
  add("weekBefore", far(plan.weekBefore));

  const end = after(start, -leaving);
  const reminders = planned.map((one, place) => {
    const next = planned[place - 1];
    return { ...one, uselessAfter: next ? at(zone, dateIn(zone, next.dueAt), "00:00") : end };
  });
  return [...reminders, ...callListOf(appointment, plan, where)].toSorted(
    (one, other) => one.dueAt - other.dueAt,
  );
}

/** Whether it was made so many days ahead, to the hour on the wall. */
function isBookedAhead({ start, createdAt }: Remindable, days: number, zone: Zone): boolean {
  return createdAt <= at(zone, addDays(dateIn(zone, start), -days), timeIn(zone, start));
}

interface Placing {
  readonly plan: ReminderPlan;
  readonly where: Where;
  readonly taken: ReadonlySet<LocalDate>;
}

function daysBefore(start: Instant, step: DaysBefore, { plan, where, taken }: Placing): Instant {
  const { zone, holidays } = where;
  const day = addDays(dateIn(zone, start), -step.daysBefore);
  const wanted = beforeQuiet(plan.quietHours, day, step.at);
  let date = wanted.date;
  while (isDayOff(date, holidays) || taken.has(date)) date = addDays(date, -1);
  return at(zone, date, wanted.time);
}

function hoursBefore(start: Instant, { twoHours, quietHours }: ReminderPlan, where: Where) {
  if (twoHours === null) return null;
  const { zone, holidays } = where;
  const dueAt = after(start, -twoHours.hoursBefore * hour);
  const isOff = isQuiet(quietHours, timeIn(zone, dueAt)) || isDayOff(dateIn(zone, dueAt), holidays);
  return isOff ? null : dueAt;
}

/** On the last day before it that somebody works, in time to call. */
function callListOf({ start, createdAt }: Remindable, plan: ReminderPlan, where: Where) {
  if (plan.callList === null) return [];
  const { zone, works, holidays } = where;
  const date = lastWorkedDay(addDays(dateIn(zone, start), -1), works, holidays);
  const dueAt = at(zone, date, plan.callList.at);
  const reminder: Reminder = { step: "callList", dueAt, uselessAfter: after(start, -leaving) };
  return dueAt >= after(createdAt, settling) ? [reminder] : [];
}

export type Skip =
  | ("cancelled" | "moved" | "begun" | "late" | "quietHours" | "notBooked")
  | ("missed" | "anotherAhead" | "confirmed" | "oneADay" | "notMarked" | "notMissed" | "notSeen");

/**
 * Whether a reminder may leave at this very moment, the appointment just read again. Every reason to
 * skip is final, save `quietHours`: it may be tried again, until it is late.
 */
export function mayStillSend(
  reminder: Reminder & { readonly version: number },
  appointment: {
    readonly start: Instant;
    readonly status: AppointmentStatus;
    readonly version: number;
    readonly isConfirmed?: boolean;
  },
  now: Instant,
  {
    zone,
    plan,
  }: { readonly zone: Zone; readonly plan: Pick<ReminderPlan, "quietHours" | "dayBefore"> },
): "send" | { readonly skip: Skip } {
  const { status, start, version, isConfirmed } = appointment;
  if (isCalledOff(status)) return { skip: "cancelled" };
  if (status === "moved" || version !== reminder.version) return { skip: "moved" };
  if (status === "proposed") return { skip: "notBooked" };
  if (status === "seen" || status === "absent" || now >= start) return { skip: "begun" };
  if (now >= reminder.uselessAfter) return { skip: "late" };
  const isSaid = reminder.step === "dayBefore" && isConfirmed === true;
  if (isSaid && plan.dayBefore?.evenIfConfirmed !== true) return { skip: "confirmed" };
  return isQuietAt(plan.quietHours, zone, now) ? { skip: "quietHours" } : "send";
}

/** Whether nothing is sent at that instant, where the appointment is given. */
export function isQuietAt(quietHours: QuietHours, zone: Zone, now: Instant): boolean {
  return isQuiet(quietHours, timeIn(zone, now));
}
