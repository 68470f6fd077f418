import type { Instant } from "../base/time.ts";
import type { Outgoing, OutgoingKind } from "../store/outgoing-store.ts";
import { isAnnouncement, isAnswered } from "./announce.ts";

/** An appointment that has begun, was cancelled or moved needs no reminder any more. */
const remindable = new Set(["booked", "proposed"]);
/** After a takeover the worker speaks, of danger too: these leave no more. */
const botsOwnWords: ReadonlySet<OutgoingKind> = new Set(["reply", "safety"]);
/** The person has that address no more: somebody else may read what is sent there. */
const nobodyThere = "unreachable: moved";

/** Why a message must never leave as things stand; null when it may. */
export function uselessBecause(message: Outgoing, now: Instant): string | null {
  if (message.address === "") return nobodyThere;
  if (botsOwnWords.has(message.kind) && message.outdated) return "owner changed";
  if (isAnnouncement(message) && isAnswered(message)) return "the person wrote";
  if (message.proposal && !isOpen(message.proposal, now)) return "proposal closed";
  if (message.reminder && message.unreachable) return "unreachable";
  if (message.reminder?.stopped) return "reminders stopped";
  if (message.reminder && !remindable.has(message.reminder.status)) return "appointment changed";
  if (message.reminder && message.reminder.startsAt <= now) return "appointment began";
  if (message.reminder && message.reminder.uselessAfter <= now) return "too late";
  return null;
}

/** An hour that can no longer be accepted is not offered. */
function isOpen({ status, expiresAt }: NonNullable<Outgoing["proposal"]>, now: Instant): boolean {
  return status === "proposed" && now < expiresAt;
}

/** Whether the team must see that a useless message never left: words of its own that reached nobody. */
export function isLost({ kind }: Outgoing, reason: string): boolean {
  return reason === nobodyThere && !botsOwnWords.has(kind);
}
