import { isFollowUp } from "../appointments/follow-ups.ts";
import type { Instant } from "../base/time.ts";
import type { Outgoing, OutgoingKind, RemindedAppointment } from "../store/outgoing-store.ts";
import { isAnnouncement, isAnswered } from "./announce.ts";

/** An appointment that has begun, was cancelled or moved needs no reminder any more. */
const remindable = new Set(["booked", "proposed"]);
/** What became of somebody is asked after an appointment that was kept, as far as we know. */
const askable = new Set(["booked", "seen"]);
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
  return message.reminder ? uselessReminder(message, message.reminder, now) : null;
}

function uselessReminder(
  { unreachable, outdated }: Outgoing,
  reminder: RemindedAppointment,
  now: Instant,
): string | null {
  const isAfter = isFollowUp(reminder.step);
  const wanted = isAfter ? askable : remindable;
  if (unreachable) return "unreachable";
  if (reminder.stopped) return "reminders stopped";
  if (!wanted.has(reminder.status)) return "appointment changed";
  // a question is the bot's own word: after a takeover the worker asks, or not
  if (isAfter && outdated) return "owner changed";
  if (!isAfter && reminder.startsAt <= now) return "appointment began";
  return reminder.uselessAfter <= now ? "too late" : null;
}

/** An hour that can no longer be accepted is not offered. */
function isOpen({ status, expiresAt }: NonNullable<Outgoing["proposal"]>, now: Instant): boolean {
  return status === "proposed" && now < expiresAt;
}

/** Whether the team must see that a useless message never left: words of its own that reached nobody. */
export function isLost({ kind }: Outgoing, reason: string): boolean {
  return reason === nobodyThere && !botsOwnWords.has(kind);
}
