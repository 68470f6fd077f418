import type { ConversationId } from "../base/ids.ts";
import type { ChannelName } from "../base/message.ts";
import { openConversation } from "../base/reply-window.ts";
import { after, type Instant } from "../base/time.ts";

/** A conversation of a person, as somewhere they may be written to. */
export interface Thread {
  readonly conversation: ConversationId;
  readonly channel: ChannelName;
  /** False when they blocked us, or their number is somebody else's by now. */
  readonly isReachable: boolean;
  /** True when they agreed to be rung while its page is closed. */
  readonly hasBell: boolean;
  /** When they last wrote there. */
  readonly heardAt: Instant | null;
}

/** In which thread something is written. */
export interface Route {
  readonly conversation: ConversationId | null;
  readonly channel: ChannelName | null;
  /** Whether anything rings where the person is; else somebody had better call. */
  readonly rings: boolean;
}

const messengers: ReadonlySet<ChannelName> = new Set([
  "telegram",
  "whatsapp",
  "whatsapp-web",
  "terminal",
]);

/**
 * Where a person is told of something now: the thread in which they booked, when it is a messenger that can
 * be written to or a page that rings; else another one of theirs that rings; else the web chat, which is read
 * when its page is opened again. On WhatsApp Web, where what nobody asked for gets a number banned, only who wrote
 * lately counts.
 */
export function routeTo(own: ConversationId, threads: readonly Thread[], now: Instant): Route {
  const rings = ({ channel, isReachable, hasBell, heardAt }: Thread) =>
    isReachable &&
    (messengers.has(channel) || hasBell) &&
    (channel !== "whatsapp-web" || (heardAt !== null && now < after(heardAt, openConversation)));
  const ordered = threads.toSorted(
    (one, other) => Number(other.conversation === own) - Number(one.conversation === own),
  );
  const ringing = ordered.find(rings);
  const found = ringing ?? ordered.find(({ channel }) => channel === "web");
  return {
    conversation: found?.conversation ?? null,
    channel: found?.channel ?? null,
    rings: ringing !== undefined,
  };
}
