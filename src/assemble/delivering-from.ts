import type { Delivering } from "../answering/deliver.ts";
import type { Parts } from "../assemble.ts";
import type { ConversationId } from "../base/ids.ts";
import { type Instant, minute, second } from "../base/time.ts";
import type { Channel } from "../channels/channel.ts";
import type { Live } from "../channels/live.ts";
import { templateCall, templateText } from "../channels/whatsapp-templates.ts";

/** What waits longer than this is found by the jobs in time. */
const nearFuture = 15 * minute;

/** What sending stands on. */
export function deliveringFrom(parts: Parts, channels: readonly Channel[], live: Live): Delivering {
  const { store, clock, handOver, background } = parts;
  const later = (conversation: ConversationId, at: Instant) => {
    const delay = at - clock.now();
    // never at once: what cannot be done at this moment would be tried again and again within it
    if (handOver && delay < nearFuture)
      background?.(handOver([conversation], Math.max(second, delay)));
  };
  return {
    outgoing: store.outgoing,
    clock,
    leases: parts.leases,
    owner: parts.owner,
    chance: parts.chance,
    channelOf: ({ channel, account }) =>
      channels.find((one) => one.name === channel && one.account === account),
    announcementFor: ({ structure, language }) => ({
      text: parts.texts.of(structure).say({ key: templateText("worker_answered") }, language),
      options: [],
      template: templateCall("worker_answered", language, {}),
    }),
    changed: live.changed,
    ...(parts.watching ? { sent: parts.watching.sent } : {}),
    ...(handOver ? { later } : {}),
  };
}
