import type { AppointmentId, ConversationId, PersonId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { AppointmentDetails } from "./details.ts";

export type AppointmentStatus =
  | "proposed"
  | "booked"
  | "cancelled"
  | "moved"
  | "seen"
  | "absent"
  | "excused";

/** What became of an appointment that has begun. */
export type AppointmentMark = "seen" | "absent" | "excused";

export interface Appointment {
  readonly id: AppointmentId;
  readonly person: PersonId;
  readonly conversation: ConversationId;
  readonly structure: string;
  readonly site: string;
  readonly worker: string;
  readonly motif: string;
  readonly mode: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly status: AppointmentStatus;
  /** Goes up each time it is moved or cancelled: a reminder or a button of an older version is void. */
  readonly version: number;
  readonly createdAt: Instant;
  /** From when a proposed time can no longer be accepted; null once it is booked. */
  readonly expiresAt: Instant | null;
  /** How it was made: the channel of the person, or the desk. */
  readonly bookedVia: string;
  /** What it knows of its person; null where it is read without being opened. */
  readonly details: AppointmentDetails | null;
  /** The appointment that took its place. */
  readonly movedTo: AppointmentId | null;
  /** By whose wish it ended before its time. */
  readonly closedBy: "person" | "service" | null;
}

/** Whether somebody is expected: a proposed time awaits its yes, the others are over. */
export function isUpcoming({ status, start }: Appointment, now: Instant): boolean {
  return status === "booked" && now < start;
}

/** Whether nobody is expected any more, by whoever's wish. */
export function isCalledOff(status: AppointmentStatus): boolean {
  return status === "cancelled" || status === "excused";
}

/** Whether a proposed time may still be accepted. */
export function isOpenProposal({ status, start, expiresAt }: Appointment, now: Instant): boolean {
  return status === "proposed" && now < start && expiresAt !== null && now < expiresAt;
}
