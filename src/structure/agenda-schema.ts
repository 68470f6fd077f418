import { z } from "zod";
import { day, slug, wallTime, weekdayNumber } from "./words.ts";

export const worker = z.strictObject({ id: slug, displayName: z.string().min(1).optional() });

/** A weekly range, in hours on the wall: it keeps its hour when clocks change. */
export const opening = z.strictObject({
  id: slug,
  worker: slug,
  site: slug,
  motifs: z.array(slug).min(1),
  weekday: weekdayNumber,
  from: wallTime,
  to: wallTime,
  validFrom: day.optional(),
  validUntil: day.optional(),
  /** False: plausible only, bookable in demonstration alone. */
  confirmed: z.boolean(),
});

/** Both days included. */
export const closure = z.strictObject({ from: day, to: day, reason: z.string().min(1) });

export const motif = z.strictObject({
  id: slug,
  durationMinutes: z.int().min(15).max(240),
  mode: z.enum(["place", "phone", "video", "home", "chat"]),
  minimumNoticeHours: z.int().min(0),
  horizonDays: z.int().min(1).max(180),
  /** Papers to bring, by the key of their text. */
  documents: z.array(z.string()),
});

export const officeHours = z.strictObject({ weekday: weekdayNumber, from: wallTime, to: wallTime });

/** When an appointment is recalled to mind: days before at an hour on the wall, or hours before. */
export const reminderPlan = z.strictObject({
  threeDays: z.strictObject({ daysBefore: z.int().min(2), at: wallTime }).nullable(),
  dayBefore: z.strictObject({ daysBefore: z.literal(1), at: wallTime }).nullable(),
  twoHours: z.strictObject({ hoursBefore: z.int().min(1).max(6) }).nullable(),
  quietHours: z.strictObject({ from: wallTime, to: wallTime }),
});
