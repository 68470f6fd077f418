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
  /** When they last wrote there. */
  readonly heardAt: Instant | null;
  /** Their browser may be told that something waits there. */
  readonly isTold: boolean;
  /** They gave an e-mail address. */
  readonly hasEmail: boolean;
}

/** What the house may use besides its threads. */
export interface OtherWays {
  readonly push: boolean;
  readonly email: boolean;
}

/** In which thread something is written, and what tells the person of it where a thread does not ring. */
export interface Route {
  readonly conversation: ConversationId | null;
  readonly channel: ChannelName | null;
  readonly alsoBy: "push" | "email" | null;
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
 * How a person is told of something now, the first that works of: the thread in which they booked, when it
 * is a messenger that can be written to; the browser of their web chat; another messenger of theirs; their
 * e-mail. The web chat is written to all the same: it is read when the page is opened again.
 * On WhatsApp Web, where what nobody asked for gets a number banned, only who wrote lately counts.
 */
export function routeTo(
  own: ConversationId,
  threads: readonly Thread[],
  ways: OtherWays,
  now: Instant,
): Route {
  const rings = ({ channel, isReachable, heardAt }: Thread) =>
    isReachable &&
    messengers.has(channel) &&
    (channel !== "whatsapp-web" || (heardAt !== null && now < after(heardAt, openConversation)));
  const from = (thread: Thread | undefined, alsoBy: Route["alsoBy"], isHeard: boolean): Route => ({
    ...{ conversation: thread?.conversation ?? null, channel: thread?.channel ?? null },
    ...{ alsoBy, rings: isHeard },
  });
  const first = threads.find(({ conversation }) => conversation === own);
  if (first && rings(first)) return from(first, null, true);
  const page = first?.channel === "web" ? first : threads.find(({ channel }) => channel === "web");
  const told = ways.push
    ? [first, ...threads].find((one) => one?.channel === "web" && one.isTold)
    : undefined;
  if (told) return from(told, "push", true);
  const other = threads.find(rings);
  if (other) return from(other, null, true);
  const byEmail = ways.email && threads.some(({ hasEmail }) => hasEmail);
  return from(page, byEmail ? "email" : null, byEmail);
}
