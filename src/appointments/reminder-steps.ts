import type { AppointmentStatus } from "./appointment.ts";

/** What recalls an appointment to mind, from the farthest to the nearest. */
export const beforeSteps = ["weekBefore", "threeDays", "dayBefore", "twoHours"] as const;
export type BeforeStep = (typeof beforeSteps)[number];

/** How many days after an appointment the person is asked what became of their search. */
export const followUpDays = [30, 90, 180] as const;
export type FollowUpStep = `after${(typeof followUpDays)[number]}Days`;

/** What is written once it is over: to who was missed, and what they think of it to who came. */
const afterSteps = ["missed", "opinion"] as const;
export type AfterStep = (typeof afterSteps)[number] | FollowUpStep;

/** All that an appointment plans. `callList` writes to nobody: it looks who had better be called. */
export type ReminderStep = BeforeStep | "callList" | AfterStep;

export function isBefore(step: string): step is BeforeStep {
  return beforeSteps.some((one) => one === step);
}

/** Whether a step asks what became of somebody, weeks after the appointment. */
function isFollowUp(step: string): step is FollowUpStep {
  return followUpDays.some((days) => step === `after${days}Days`);
}

/** Whether a step writes once the appointment is over. */
export function isAfterwards(step: string): step is AfterStep {
  return isFollowUp(step) || afterSteps.some((one) => one === step);
}

/** In which states of its appointment a step may write; one that nobody marked counts as kept, for follow-ups. */
export function statusesWanted(step: string): readonly AppointmentStatus[] {
  if (step === "missed") return ["absent"];
  if (step === "opinion") return ["seen"];
  return isFollowUp(step) ? ["booked", "seen"] : ["booked"];
}
