import type { AppointmentId, ConversationId, PersonId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import { type Busy, isBusy, roomResource, workerResource } from "./resources.ts";
import type { Slot } from "./slots.ts";

export const appointmentStatuses = [
  "proposed",
  "declined",
  "booked",
  "confirmed",
  "cancelled",
  "moved",
  "seen",
  "absent",
  "excused",
] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

export interface Appointment {
  readonly id: AppointmentId;
  readonly person: PersonId;
  readonly conversation: ConversationId;
  readonly structure: string;
  readonly site: string;
  readonly worker: string;
  readonly motif: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly status: AppointmentStatus;
  /** Goes up each time it is moved or cancelled: a reminder or a button of an older version is void. */
  readonly version: number;
  readonly createdAt: Instant;
  /** How it was made: the channel of the person, or the desk. */
  readonly bookedVia: string;
}

/** Whether somebody is expected: a proposed time awaits its yes, the others are over. */
export function isUpcoming({ status, start }: Appointment, now: Instant): boolean {
  return (status === "booked" || status === "confirmed") && now < start;
}

/** Whether nobody is expected any more, by whoever's wish. */
export function isCalledOff(status: AppointmentStatus): boolean {
  return status === "cancelled" || status === "declined" || status === "excused";
}

/** Whether the person may still move or cancel it, or why not. */
export function canChange(
  { status, start }: Pick<Appointment, "status" | "start">,
  now: Instant,
): "changeable" | "begun" | "cancelled" | "moved" {
  if (isCalledOff(status)) return "cancelled";
  if (status === "moved") return "moved";
  if (status === "seen" || status === "absent" || start <= now) return "begun";
  return "changeable";
}

/**
 * Whether this person may take this slot: the answer to show, while the agenda itself decides between
 * two people who press at once. To move an appointment, leave it out of `existing` and of `busy`.
 */
export function decideBooking(asked: {
  readonly existing: readonly Appointment[];
  readonly slot: Slot;
  readonly now: Instant;
  readonly busy: readonly Busy[];
}): "free" | "alreadyHasOne" | "taken" | "tooLate" {
  const { existing, slot, now, busy } = asked;
  if (slot.start <= now) return "tooLate";
  if (existing.some((one) => isUpcoming(one, now))) return "alreadyHasOne";
  const resources = [workerResource(slot.worker), roomResource(slot.site)];
  return isBusy(busy, resources, slot.start, slot.end) ? "taken" : "free";
}
