import type { AppointmentId, ConversationId, PersonId, WorkerId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { AppointmentMark, AppointmentStatus } from "./appointment.ts";
import type { AppointmentDetails } from "./details.ts";
import type { CancelReason } from "./history.ts";

/** What booking wants written, in the same commit as the turn that asked for it. */
export type AppointmentChange =
  | {
      readonly kind: "book";
      readonly appointment: NewAppointment;
      /** The resources taken (worker, person, room) for each quarter of an hour. */
      readonly resources: readonly string[];
      readonly cells: readonly Instant[];
      readonly reminders: readonly NewReminder[];
      /** The appointment this one replaces, at the version the person saw. */
      readonly replaces: { readonly id: AppointmentId; readonly version: number } | null;
      readonly allowance: Allowance;
    }
  | {
      /** The time that somebody chose is kept while they confirm it; the one they held before is free. */
      readonly kind: "hold";
      readonly resources: readonly string[];
      readonly cells: readonly Instant[];
      /** The appointment that is being moved: what it takes is the person's already. */
      readonly beside: AppointmentId | null;
      readonly expiresAt: Instant;
    }
  | {
      readonly kind: "acceptProposal";
      readonly id: AppointmentId;
      readonly version: number;
      readonly reminders: readonly NewReminder[];
      /** The appointment that it takes the place of, at the version that was read. */
      readonly replaces?: { readonly id: AppointmentId; readonly version: number } | null;
      /** So many appointments to come at once; one when it is not said. */
      readonly open?: number;
    }
  | {
      readonly kind: "cancelAppointment";
      readonly id: AppointmentId;
      readonly version: number;
      /** By whose wish; the person's when it is not said. */
      readonly by?: "person" | "service";
      readonly reason?: string;
    }
  | {
      /** Why somebody cancelled, told afterwards. `version` is the one it was closed at. */
      readonly kind: "cancelReason";
      readonly id: AppointmentId;
      readonly version: number;
      readonly reason: CancelReason;
    }
  | {
      /** What a worker did with an appointment, for the audit trail. */
      readonly kind: "appointmentAudit";
      readonly worker: WorkerId;
      readonly what: string;
    }
  | {
      readonly kind: "appointmentDetails";
      readonly id: AppointmentId;
      readonly version: number;
      readonly details: AppointmentDetails;
    }
  | {
      /** A worker offers a time: it is held until it is accepted, declined or expires. */
      readonly kind: "propose";
      readonly appointment: NewAppointment;
      readonly resources: readonly string[];
      readonly cells: readonly Instant[];
      readonly expiresAt: Instant;
    }
  | {
      readonly kind: "reminderSent";
      readonly id: AppointmentId;
      readonly version: number;
      readonly step: string;
      /** In which states of its appointment it is still wanted. */
      readonly wanted: readonly AppointmentStatus[];
      /** The name of the turn that says it, when it is that of another appointment's reminder. */
      readonly within?: string;
    }
  | {
      /** Said by its worker, from their own phone, once it has begun. */
      readonly kind: "markAppointment";
      readonly id: AppointmentId;
      readonly version: number;
      readonly status: AppointmentMark;
    }
  | {
      /** Said on the day: the worker's own phone is told, in words that name nobody. */
      readonly kind: "tellLate";
      readonly id: AppointmentId;
      readonly version: number;
      readonly words: string;
    }
  | {
      /** What somebody thinks of their appointment: counted, and kept apart from who they are. */
      readonly kind: "opinion";
      readonly structure: string;
      /** The name of the count: of nothing else that is kept. */
      readonly name: string;
      readonly value: string;
      /** The first instant of its day: the minute would tell who it was. */
      readonly on: Instant;
    }
  | { readonly kind: "confirmPresence"; readonly id: AppointmentId; readonly version: number };

export interface NewAppointment {
  readonly id: AppointmentId;
  readonly structure: string;
  readonly person: PersonId;
  readonly conversation: ConversationId;
  readonly site: string;
  readonly worker: string;
  readonly motif: string;
  readonly mode: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly bookedVia: "chat" | "desk" | "waitingList" | "prescriber";
  readonly bookedAt: Instant;
  readonly details?: AppointmentDetails;
}

/** What somebody may book: the database refuses more, whoever asks, however often. */
export interface Allowance {
  /** So many appointments to come at once. */
  readonly open: number;
  /** One of a motif on this day, from its first instant to that of the next. */
  readonly day: { readonly from: Instant; readonly to: Instant };
}

export interface NewReminder {
  readonly step: string;
  readonly dueAt: Instant;
  readonly uselessAfter: Instant;
}
