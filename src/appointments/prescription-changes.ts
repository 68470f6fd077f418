import type { AppointmentId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { NewReminder } from "./changes.ts";

/** What the requests of partners want written, in the same commit as the turn that asked for it. */
export type PrescriptionChange =
  | {
      /** The person agrees: the time that was kept becomes theirs, and the partner may see what becomes of it. */
      readonly kind: "agreeToRequest";
      readonly id: AppointmentId;
      readonly version: number;
      readonly reminders: readonly NewReminder[];
      /** The quarters of an hour in which the person is there. */
      readonly cells: readonly Instant[];
      readonly open: number;
      readonly keptUntil: Instant;
    }
  | { readonly kind: "refuseRequest"; readonly id: AppointmentId; readonly version: number }
  /** Nothing is shared with any partner from now on; the appointments stay. */
  | { readonly kind: "stopSharing" };
