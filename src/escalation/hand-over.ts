import { type Urgency, urgencies } from "../base/urgency.ts";

/** Who answers: the bot, the bot until somebody of the team takes it, or a worker alone. */
export type HeldBy = "bot" | "waiting" | "worker";

/** Whoever of the team typed on the phone itself: no account says who, and any worker may go on. */
export const onPhone = "phone";

/** True when that worker may act on a conversation that a worker holds: it is theirs, or the phone's. */
export function isHeldFor(worker: string, holder: string | null): boolean {
  return holder === worker || holder === onPhone;
}

/** What a turn wants done with the conversation itself, in the same commit. */
export type HandOverChange = {
  readonly kind: "callWorker";
  readonly urgency: Exclude<Urgency, "none">;
  /** What it is about, as an intent: the first thing the queue says. */
  readonly need: string;
};

/** Where a conversation stands between the bot and the team. */
export interface Standing {
  readonly heldBy: HeldBy;
  readonly urgency: Urgency;
  readonly need: string | null;
  readonly waitingSince: number | null;
}

/**
 * The standing after a call for a worker. Urgency only rises, the place in the queue is kept from the
 * first call, and a conversation that a worker already holds stays with them. The need shown is that
 * of the most urgent call, and among calls as urgent that of the last: it is what is true now.
 */
export function callWorker(standing: Standing, change: HandOverChange, now: number): Standing {
  const higher = Math.max(urgencies.indexOf(standing.urgency), urgencies.indexOf(change.urgency));
  return {
    heldBy: standing.heldBy === "worker" ? "worker" : "waiting",
    urgency: urgencies[higher] ?? "normal",
    need:
      urgencies.indexOf(change.urgency) === higher ? change.need : (standing.need ?? change.need),
    waitingSince: standing.waitingSince ?? now,
  };
}
