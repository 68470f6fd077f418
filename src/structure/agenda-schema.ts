import { z } from "zod";
import { isRecurrence } from "../base/recurrence.ts";
import { day, saidInLanguages, slug, wallTime, weekdayNumber } from "./words.ts";

export const worker = z.strictObject({ id: slug, displayName: z.string().min(1).optional() });

/** How an appointment takes place. */
const mode = z.enum(["place", "phone", "video", "home", "chat"]);

/** An iCal rule that names days, "FREQ=MONTHLY;BYDAY=2TU". */
export const recurrence = z.string().refine(isRecurrence, "not a rule that names days");

/** What every range says, whenever it comes. */
export const openingFields = {
  id: slug,
  worker: slug,
  site: slug,
  motifs: z.array(slug).min(1),
  /** How people are received then; as the motif says when the range does not. */
  modes: z.array(mode).min(1).optional(),
  /** Each week on that day. */
  weekday: weekdayNumber.optional(),
  /** Or on the days of a rule, counted from `validFrom`. */
  recurrence: recurrence.optional(),
  from: wallTime,
  to: wallTime,
  validFrom: day.optional(),
  validUntil: day.optional(),
  /** False: plausible only, bookable in demonstration alone. */
  confirmed: z.boolean(),
};

/** A range that comes again, in hours on the wall: it keeps its hour when clocks change. */
export const opening = z
  .strictObject(openingFields)
  .refine(
    ({ weekday, recurrence: rule }) => (weekday === undefined) !== (rule === undefined),
    "names a weekday or a recurrence, and one of them alone",
  )
  .refine(
    ({ recurrence: rule, validFrom }) => rule === undefined || validFrom !== undefined,
    "a recurrence is counted from its validFrom",
  );

/** Both days included. */
export const closure = z.strictObject({ from: day, to: day, reason: z.string().min(1) });

const daysBefore = {
  daysBefore: z.int().min(2),
  at: wallTime,
  /** Only for who booked so many days ahead or more. */
  ifBookedDaysAhead: z.int().min(0),
};

/** When an appointment is recalled to mind: days before at an hour on the wall, or hours before; null for never. */
const reminderSteps = {
  weekBefore: z.strictObject(daysBefore).nullable(),
  threeDays: z.strictObject(daysBefore).nullable(),
  dayBefore: z
    .strictObject({ ...daysBefore, daysBefore: z.literal(1), evenIfConfirmed: z.boolean() })
    .nullable(),
  twoHours: z.strictObject({ hoursBefore: z.int().min(1).max(6) }).nullable(),
  /** When the team is told whom they had better call, on the last working day before. */
  callList: z.strictObject({ at: wallTime }).nullable(),
};

export const reminderPlan = z.strictObject({
  ...reminderSteps,
  quietHours: z.strictObject({ from: wallTime, to: wallTime }),
});

export const motif = z.strictObject({
  id: slug,
  durationMinutes: z.int().min(15).max(240),
  /** As a button offers it, where several may be chosen; without a name, only the team books it. */
  name: saidInLanguages(24).optional(),
  /** Who may book it alone; when it is not said, everybody if it is the first or has a name. */
  bookableBy: z
    .array(z.enum(["person", "partner", "worker"]))
    .min(1)
    .optional(),
  /** Whom it is for and what it is not: said before a time is chosen. */
  before: saidInLanguages(300).optional(),
  /** What to do until then: said with the confirmation. */
  instructions: saidInLanguages(300).optional(),
  /** True: only with the worker whom the person saw last, and only for who saw one. */
  followUp: z.boolean().optional(),
  mode,
  /** All the ways it may take place, when there are several; the usual one is among them. */
  modes: z.array(mode).min(1).optional(),
  /** Kept free for the worker and the room: to write things down, to air, to walk. */
  bufferBeforeMinutes: z.int().min(0).max(120).optional(),
  bufferAfterMinutes: z.int().min(0).max(120).optional(),
  minimumNoticeHours: z.int().min(0),
  horizonDays: z.int().min(1).max(180),
  /** Papers to bring, by the key of their text. */
  documents: z.array(z.string()),
  /** Its own reminders, where they differ from those of the association. */
  reminders: z.strictObject(reminderSteps).partial().optional(),
  /** True for what a phone in other hands must not tell: its reminders say an hour alone, unless the person wants more. */
  sensitive: z.boolean().optional(),
});

/** So many appointments to come somebody may have at once, when they book them alone. */
export const openAppointments = z.int().min(1).max(10);

export const officeHours = z.strictObject({ weekday: weekdayNumber, from: wallTime, to: wallTime });
