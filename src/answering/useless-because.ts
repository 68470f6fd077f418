import { isAfterwards, statusesWanted } from "../appointments/reminder-steps.ts";
import { dateIn, type Instant } from "../base/time.ts";
import type { Outgoing, OutgoingKind, RemindedAppointment } from "../store/outgoing-store.ts";
import { isAnnouncement, isAnswered } from "./announce.ts";

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
  const isAfter = isAfterwards(reminder.step);
  const wanted = statusesWanted(reminder.step).some((status) => status === reminder.status);
  if (unreachable) return "unreachable";
  if (reminder.stopped) return "reminders stopped";
  if (!wanted || reminder.isAnotherChanged) return "appointment changed";
  // a question is the bot's own word: after a takeover the worker asks, or not
  if (isAfter && outdated) return "owner changed";
  if (!isAfter && reminder.startsAt <= now) return "appointment began";
  if (reminder.uselessAfter <= now) return "too late";
  return isSameDay(reminder, now) ? "one a day" : null;
}

/** What the network kept until another one had left on the same day would be a second one. */
function isSameDay({ zone, lastLeftAt }: RemindedAppointment, now: Instant): boolean {
  return lastLeftAt !== null && dateIn(zone, lastLeftAt) === dateIn(zone, now);
}

/** An hour that can no longer be accepted is not offered. */
function isOpen({ status, expiresAt }: NonNullable<Outgoing["proposal"]>, now: Instant): boolean {
  return status === "proposed" && now < expiresAt;
}

/** Whether the team must see that a useless message never left: words of its own that reached nobody. */
export function isLost({ kind }: Outgoing, reason: string): boolean {
  return reason === nobodyThere && !botsOwnWords.has(kind);
}
