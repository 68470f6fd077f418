import { addDays, after, at, dateIn, hour, type Instant, localTime } from "../base/time.ts";
import { type AppointmentStatus, isCalledOff } from "./appointment.ts";
import { isQuiet, type QuietHours } from "./quiet-hours.ts";
import { type AfterStep, followUpDays } from "./reminder-steps.ts";
import { isQuietAt, type Reminder, type Skip, type Where } from "./reminders.ts";
import { firstOpenDay } from "./working-days.ts";

/** In the morning, when nobody is at work yet and nobody sleeps any more. */
const askedAt = localTime("10:00");
/** Later than so many days, a question is no longer about that appointment. */
const daysOfUse = { missed: 3, opinion: 7, followUp: 14 } as const;
/** Its worker is given so long to say what became of it, before who was missed is written to. */
const markedWithin = 2 * hour;
/** An appointment that nobody marked yet is looked at again after this. */
export const markedLater = 4 * hour;

/**
 * What is written once one version of an appointment is over, on days that are no holiday, in the order of
 * time: a kind word to who was missed, two questions to who came, then how the search goes.
 */
export function planFollowUps(
  appointment: { readonly start: Instant; readonly end: Instant },
  quietHours: QuietHours,
  where: Where,
): readonly Reminder[] {
  const { zone, holidays } = where;
  const day = dateIn(zone, appointment.start);
  const usefulFor = (dueAt: Instant, days: number) =>
    at(zone, addDays(dateIn(zone, dueAt), days), askedAt);
  const asked = (step: AfterStep, days: number, useful: number): Reminder => {
    const dueAt = at(zone, firstOpenDay(addDays(day, days), holidays), askedAt);
    return { step, dueAt, uselessAfter: usefulFor(dueAt, useful) };
  };
  const missedAt = firstGoodMoment(after(appointment.end, markedWithin), quietHours, where);
  return [
    { step: "missed", dueAt: missedAt, uselessAfter: usefulFor(missedAt, daysOfUse.missed) },
    asked("opinion", 1, daysOfUse.opinion),
    ...followUpDays.map((days) => asked(`after${days}Days`, days, daysOfUse.followUp)),
  ];
}

/** That moment, or the next morning of an open day when nothing is sent then. */
function firstGoodMoment(then: Instant, quietHours: QuietHours, where: Where): Instant {
  const { zone, holidays } = where;
  const date = dateIn(zone, then);
  const open = firstOpenDay(date, holidays);
  if (open === date && !isQuietAt(quietHours, zone, then)) return then;
  const early = then < at(zone, date, quietHours.to) || open !== date;
  const morning = isQuiet(quietHours, askedAt) ? quietHours.to : askedAt;
  return at(zone, early ? open : firstOpenDay(addDays(date, 1), holidays), morning);
}

/**
 * Whether something may still be written after the appointment, which was just read again: never about one
 * that was called off or moved, nor how the search goes to who was missed or has a later appointment.
 * `notMarked` is tried again; every other reason to skip is final.
 */
export function mayStillAsk(
  question: Reminder & { readonly version: number; readonly step: AfterStep },
  appointment: { readonly status: AppointmentStatus; readonly version: number },
  now: Instant,
  isAnotherAhead: boolean,
): "send" | { readonly skip: Skip } {
  const { status, version } = appointment;
  const { step } = question;
  if (isCalledOff(status)) return { skip: "cancelled" };
  if (status === "moved" || version !== question.version) return { skip: "moved" };
  if (status === "proposed") return { skip: "notBooked" };
  if (step === "missed" && status === "seen") return { skip: "notMissed" };
  if (step !== "missed" && status === "absent") return { skip: "missed" };
  if (step !== "opinion" && isAnotherAhead) return { skip: "anotherAhead" };
  if (now >= question.uselessAfter) return { skip: "late" };
  const needsMark = step === "missed" || step === "opinion";
  return needsMark && status === "booked" ? { skip: "notMarked" } : "send";
}
