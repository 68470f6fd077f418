import type { Message } from "../base/message.ts";
import type { NetworkStatus } from "./channel.ts";
import type { CloudEvent } from "./whatsapp-cloud-webhook.ts";

/** What a webhook tells, as it is stored: many messages of a number at once, and many statuses. */
export type Gathered =
  | Exclude<CloudEvent, { readonly kind: "message" | "status" }>
  | {
      readonly kind: "messages";
      readonly account: string;
      readonly messages: readonly Message[];
    }
  | {
      readonly kind: "statuses";
      readonly account: string;
      readonly statuses: readonly NetworkStatus[];
    };

/**
 * The events in few parts. Messages of a number keep their order among themselves, and towards what says who
 * somebody is or who speaks for us; a status says the same at any place.
 */
export function gathered(events: readonly CloudEvent[]): readonly Gathered[] {
  const parts: Gathered[] = [];
  const statuses = new Map<string, NetworkStatus[]>();
  let messages = new Map<string, Message[]>();
  for (const event of events) {
    if (event.kind === "status") {
      listFor(statuses, event.account).push(event.status);
    } else if (event.kind === "message") {
      const isFirst = !messages.has(event.account);
      const list = listFor(messages, event.account);
      list.push(event.message);
      if (isFirst) parts.push({ kind: "messages", account: event.account, messages: list });
    } else {
      parts.push(event);
      messages = new Map();
    }
  }
  for (const [account, list] of statuses) parts.push({ kind: "statuses", account, statuses: list });
  return parts;
}

function listFor<One>(lists: Map<string, One[]>, account: string): One[] {
  const list = lists.get(account) ?? [];
  lists.set(account, list);
  return list;
}
