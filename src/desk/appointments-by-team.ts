import type { AskedChange, ChangeMade } from "../appointments/asked-change.ts";
import type { ServiceReason } from "../appointments/history.ts";
import type { OnBehalf } from "../appointments/on-behalf.ts";
import type { UrgentTime } from "../appointments/urgent-time.ts";
import type { ConversationId, WorkerId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";

/** What the team does with appointments. */
export interface AppointmentsByTeam {
  /**
   * Offers a time; the person accepts it with a button. The slot is one of `proposable`, or a time that the
   * worker opens for this person alone.
   */
  propose(
    conversation: ConversationId,
    worker: WorkerId,
    slot: string | UrgentTime,
    motif: string | null,
  ): Promise<"proposed" | "taken" | "notYours" | "stale">;
  /** Books or moves for a person who agreed elsewhere: it is theirs at once, and they are told. */
  bookOnBehalf(
    conversation: ConversationId,
    worker: WorkerId,
    wanted: OnBehalf,
  ): Promise<"booked" | "taken" | "notYours" | "stale">;
  /** Cancels for a reason of the team's; the person is told at once. */
  cancelByService(asked: AskedChange, reason: ServiceReason): Promise<ChangeMade>;
  /** Keeps the link of a video call with the appointment, and sends it. */
  giveVideoLink(asked: AskedChange, link: string): Promise<ChangeMade>;
  /** Times a worker may propose (opening ranges need not be confirmed: the worker knows). */
  proposable(
    structure: string,
    motif: string | null,
  ): Promise<readonly { id: string; site: string; start: Instant }[]>;
}
