import type { AppointmentId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { NewAppointment, NewReminder } from "./changes.ts";
import type { WaitingKind, WaitingWish } from "./waiting-list.ts";

/** What the waiting list wants written, in the same commit as the turn that asked for it. */
export type WaitingListChange =
  | {
      /** Who is on the list already keeps their turn, and wishes otherwise; who now waits for something else begins anew. */
      readonly kind: "joinWaitingList";
      readonly id: string;
      readonly waitingKind: WaitingKind;
      readonly motif: string;
      readonly wish: WaitingWish;
      readonly known: readonly string[];
      readonly askAt: Instant;
    }
  | { readonly kind: "stayOnWaitingList"; readonly id: string; readonly askAt: Instant }
  | { readonly kind: "leaveWaitingList"; readonly id: string }
  | { readonly kind: "askIfStillWaiting"; readonly id: string }
  | {
      /** A freed time is held for one person: refused unless they wait, and have no other offer open. */
      readonly kind: "offerFreedTime";
      readonly waiting: string;
      readonly appointment: NewAppointment;
      readonly resources: readonly string[];
      readonly cells: readonly Instant[];
      readonly expiresAt: Instant;
    }
  | {
      readonly kind: "takeFreedTime";
      readonly id: AppointmentId;
      readonly version: number;
      readonly reminders: readonly NewReminder[];
      /** The appointment that it takes the place of, at the version that was read. */
      readonly replaces: { readonly id: AppointmentId; readonly version: number } | null;
      /** So many appointments to come at once. */
      readonly open: number;
    };
