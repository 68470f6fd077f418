import type { WrittenReply } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import type { Announcement } from "../store/held-messages.ts";
import type { Outgoing } from "../store/outgoing-store.ts";

/** Why a message is held: the network takes no free text until the person writes. */
export const windowClosed = "window closed";

/** What an announcement is named by: the conversation, and when the person last wrote. One a window. */
const named = /^window\.\w+\.(\d+)$/;

/** A message that waits for the person to write. */
export type Waiting = Pick<
  Outgoing,
  "conversation" | "kind" | "turn" | "heardAt" | "structure" | "language"
>;

/**
 * What tells the person that this waits for them; null for what the bot says of itself, which can wait
 * unannounced. However many answers wait in one closed window, it is one announcement.
 */
export function announcementOf(
  message: Waiting,
  announcementFor: (of: Pick<Outgoing, "structure" | "language">) => WrittenReply,
  now: Instant,
): Announcement | null {
  if (message.kind !== "worker") return null;
  const { conversation, heardAt } = message;
  const turn = `window.${conversation}.${heardAt ?? 0}`;
  return { conversation, turn, reply: announcementFor(message), now };
}

/** Whether a message is such an announcement. */
export function isAnnouncement({ turn }: Pick<Outgoing, "turn">): boolean {
  return named.test(turn);
}

/** Whether the person wrote since what it announces was held: it says nothing new any more. */
export function isAnswered({ turn, heardAt }: Pick<Outgoing, "turn" | "heardAt">): boolean {
  return (heardAt ?? 0) > Number(named.exec(turn)?.[1] ?? 0);
}
