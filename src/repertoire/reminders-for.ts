import type { NewReminder } from "../appointments/changes.ts";
import { planFollowUps } from "../appointments/follow-ups.ts";
import { planOf, type ReminderPlan } from "../appointments/reminder-plan.ts";
import { planReminders, type Where } from "../appointments/reminders.ts";
import { holidayRegionOf } from "../base/holidays.ts";
import type { Instant } from "../base/time.ts";
import type { Structure } from "../structure/schema.ts";
import { placeById } from "./places.ts";

/** Where no office hours are told, the team works on these days: 1 for Monday. */
const usualDays: readonly number[] = [1, 2, 3, 4, 5];

interface Given {
  readonly start: Instant;
  readonly end: Instant;
  readonly site: string;
  readonly motif: string;
}

/** What recalls an appointment made now to mind, before and after. */
export function remindersFor(
  structure: Structure,
  appointment: Given,
  now: Instant,
): readonly NewReminder[] {
  const plan = reminderPlanOf(structure, appointment.motif);
  const where = whereOf(structure, appointment.site);
  return [
    ...planReminders({ start: appointment.start, createdAt: now }, plan, where),
    ...planFollowUps(appointment, plan.quietHours, where),
  ];
}

/** What is recalled of an appointment of that motif, and when. */
export function reminderPlanOf(structure: Structure, motif: string): ReminderPlan {
  const own = structure.motifs.find(({ id }) => id === motif)?.reminders;
  return planOf(structure.reminderPlan, own);
}

/** The walls, the holidays and the working days that count for an appointment at a place. */
export function whereOf(structure: Structure, site: string): Where {
  const place = placeById(structure, site) ?? structure.siege;
  const worked = structure.officeHours.map(({ weekday }) => weekday);
  return {
    zone: place.zone ?? structure.zone,
    holidays: holidayRegionOf(place.inseeCode),
    works: new Set(worked.length > 0 ? worked : usualDays),
  };
}
