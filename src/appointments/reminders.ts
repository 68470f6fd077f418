import { isPublicHoliday } from "../base/holidays.ts";
import {
  addDays,
  after,
  at,
  dateIn,
  hour,
  type Instant,
  type LocalDate,
  type LocalTime,
  minute,
  timeIn,
  weekday,
  type Zone,
} from "../base/time.ts";
import { type AppointmentStatus, isCalledOff } from "./appointment.ts";
import type { FollowUpStep } from "./follow-ups.ts";
import { beforeQuiet, isQuiet, type QuietHours } from "./quiet-hours.ts";

type BeforeStep = "threeDays" | "dayBefore" | "twoHours";
/** Before an appointment, and the questions after it. */
export type ReminderStep = BeforeStep | FollowUpStep;

/** When an association reminds: null for a step it does without. */
export interface ReminderPlan {
  readonly threeDays: { readonly daysBefore: number; readonly at: LocalTime } | null;
  readonly dayBefore: { readonly daysBefore: number; readonly at: LocalTime } | null;
  readonly twoHours: { readonly hoursBefore: number } | null;
  readonly quietHours: QuietHours;
}

export interface Reminder {
  readonly step: ReminderStep;
  readonly dueAt: Instant;
  /** From then on it is skipped: the next step, or the way to the appointment, has taken over. */
  readonly uselessAfter: Instant;
}

/** The confirmation is still fresh: a reminder sooner than this after the booking is noise. */
const settling = 4 * hour;
/** Later than this before the appointment, the person is on the way. */
const leaving = 30 * minute;

/**
 * The reminders of one version of an appointment, in the order of time; `createdAt` is when this
 * version was made (booked, or moved). Hours are hours on the wall: 18:00 three days before stays
 * 18:00 when clocks change. On a Sunday, a public holiday, or a day that already has one, a reminder
 * goes to an earlier day. A step is left out when the booking is so late that it would fall less than
 * four hours after it; the one two hours before is left out, never moved, in quiet hours and on
 * Sundays and public holidays: the day before has said it all.
 */
export function planReminders(
  appointment: { readonly start: Instant; readonly createdAt: Instant },
  plan: ReminderPlan,
  zone: Zone,
): readonly Reminder[] {
  const day = dateIn(zone, appointment.start);
  const taken = new Set<LocalDate>();
  const planned: { step: BeforeStep; dueAt: Instant }[] = [];
  const add = (step: BeforeStep, dueAt: Instant | null) => {
    if (dueAt === null) return;
    taken.add(dateIn(zone, dueAt));
    const soonEnough = dueAt < after(appointment.start, -leaving);
    if (soonEnough && dueAt >= after(appointment.createdAt, settling))
      planned.push({ step, dueAt });
  };
  const daysBefore = (step: ReminderPlan["dayBefore"]): Instant | null => {
    if (step === null) return null;
    const wanted = beforeQuiet(plan.quietHours, addDays(day, -step.daysBefore), step.at);
    return at(zone, workingDay(wanted.date, taken), wanted.time);
  };

  // from the nearest to the farthest, so that the farther one gives way
  add("twoHours", hoursBefore(appointment.start, plan, zone));
  add("dayBefore", daysBefore(plan.dayBefore));
  add("threeDays", daysBefore(plan.threeDays));

  const last = after(appointment.start, -leaving);
  return planned
    .map((one, place) => ({ ...one, uselessAfter: planned[place - 1]?.dueAt ?? last }))
    .reverse();
}

function hoursBefore(start: Instant, { twoHours, quietHours }: ReminderPlan, zone: Zone) {
  if (twoHours === null) return null;
  const dueAt = after(start, -twoHours.hoursBefore * hour);
  const quiet = isQuiet(quietHours, timeIn(zone, dueAt)) || isDayOff(dateIn(zone, dueAt));
  return quiet ? null : dueAt;
}

function workingDay(date: LocalDate, taken: ReadonlySet<LocalDate>): LocalDate {
  return isDayOff(date) || taken.has(date) ? workingDay(addDays(date, -1), taken) : date;
}

const isDayOff = (date: LocalDate): boolean => weekday(date) === 7 || isPublicHoliday(date);

export type Skip =
  | ("cancelled" | "moved" | "begun" | "late" | "quietHours" | "notBooked")
  | ("missed" | "anotherAhead");

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
  },
  now: Instant,
  { zone, quietHours }: { readonly zone: Zone; readonly quietHours: QuietHours },
): "send" | { readonly skip: Skip } {
  const { status, start, version } = appointment;
  if (isCalledOff(status)) return { skip: "cancelled" };
  if (status === "moved" || version !== reminder.version) return { skip: "moved" };
  if (status === "proposed") return { skip: "notBooked" };
  if (status === "seen" || status === "absent" || now >= start) return { skip: "begun" };
  if (now >= reminder.uselessAfter) return { skip: "late" };
  return isQuiet(quietHours, timeIn(zone, now)) ? { skip: "quietHours" } : "send";
}
