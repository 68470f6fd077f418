import type { AppointmentId, ConversationId, PersonId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";

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
    }
  | {
      readonly kind: "acceptProposal";
      readonly id: AppointmentId;
      readonly version: number;
      readonly reminders: readonly NewReminder[];
    }
  | {
      readonly kind: "cancelAppointment";
      readonly id: AppointmentId;
      readonly version: number;
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
  readonly bookedVia: "chat" | "desk";
  readonly bookedAt: Instant;
}

export interface NewReminder {
  readonly step: string;
  readonly dueAt: Instant;
  readonly uselessAfter: Instant;
}
