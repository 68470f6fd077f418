import type { LocalTime } from "../base/time.ts";
import type { QuietHours } from "./quiet-hours.ts";

/** A reminder some days before, at an hour on the wall. */
export interface DaysBefore {
  readonly daysBefore: number;
  readonly at: LocalTime;
  /** Only for who booked so many days ahead or more, to the hour. */
  readonly ifBookedDaysAhead: number;
}

/** What an association recalls, and when: null for a step it does without. */
export interface ReminderPlan {
  readonly weekBefore: DaysBefore | null;
  readonly threeDays: DaysBefore | null;
  /** Sent to who confirmed too, where the plan says so. */
  readonly dayBefore: (DaysBefore & { readonly evenIfConfirmed: boolean }) | null;
  readonly twoHours: { readonly hoursBefore: number } | null;
  /** When it is looked who had better be called: on the last day before that somebody works. */
  readonly callList: { readonly at: LocalTime } | null;
  readonly quietHours: QuietHours;
}

/** What a motif does otherwise than the plan of its association. */
export type OwnSteps = {
  readonly [Step in Exclude<keyof ReminderPlan, "quietHours">]?: ReminderPlan[Step] | undefined;
};

/** The plan of one motif: its own steps, and for the others those of its association. */
export function planOf(plan: ReminderPlan, own: OwnSteps | undefined): ReminderPlan {
  const given = Object.entries(own ?? {}).filter(([, step]) => step !== undefined);
  return { ...plan, ...Object.fromEntries(given) };
}
