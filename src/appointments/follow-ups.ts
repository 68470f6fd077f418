import { isPublicHoliday } from "../base/holidays.ts";
import {
  addDays,
  at,
  dateIn,
  type Instant,
  type LocalDate,
  localTime,
  weekday,
  type Zone,
} from "../base/time.ts";
import { type AppointmentStatus, isCalledOff } from "./appointment.ts";
import type { Reminder, Skip } from "./reminders.ts";

/** How many days after an appointment the person is asked what became of their search. */
export const followUpDays = [30] as const;
export type FollowUpStep = `after${(typeof followUpDays)[number]}Days`;

/** In the morning, when nobody is at work yet and nobody sleeps any more. */
const askedAt = localTime("10:00");
/** Later than this, the question is no longer about that appointment. */
const daysOfUse = 14;

/** The questions after one version of an appointment, on working days, in the order of time. */
export function planFollowUps(start: Instant, zone: Zone): readonly Reminder[] {
  const day = dateIn(zone, start);
  return followUpDays.map((days) => {
    const asked = workingDay(addDays(day, days));
    return {
      step: `after${days}Days`,
      dueAt: at(zone, asked, askedAt),
      uselessAfter: at(zone, addDays(asked, daysOfUse), askedAt),
    };
  });
}

const workingDay = (date: LocalDate): LocalDate =>
  weekday(date) === 7 || isPublicHoliday(date) ? workingDay(addDays(date, 1)) : date;

/** Whether a step asks what became of somebody, after the appointment. */
export function isFollowUp(step: string): step is FollowUpStep {
  return followUpDays.some((days) => step === `after${days}Days`);
}

/**
 * Whether the question may still be asked, the appointment just read again: never about one that was
 * called off, moved or missed, nor while another one is ahead. Every reason to skip is final.
 */
export function mayStillAsk(
  question: Reminder & { readonly version: number },
  appointment: { readonly status: AppointmentStatus; readonly version: number },
  now: Instant,
  isAnotherAhead: boolean,
): "send" | { readonly skip: Skip } {
  const { status, version } = appointment;
  if (isCalledOff(status)) return { skip: "cancelled" };
  if (status === "moved" || version !== question.version) return { skip: "moved" };
  if (status === "proposed") return { skip: "notBooked" };
  if (status === "absent") return { skip: "missed" };
  if (isAnotherAhead) return { skip: "anotherAhead" };
  return now >= question.uselessAfter ? { skip: "late" } : "send";
}
