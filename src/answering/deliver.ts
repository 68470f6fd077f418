import type { ConversationId } from "../base/ids.ts";
import { after, type Clock, type Instant, minute } from "../base/time.ts";
import type { Channel, Delivery } from "../channels/channel.ts";
import type { Outgoing, OutgoingMessages } from "../store/outgoing-store.ts";
import { sendingLease } from "./answer.ts";

export interface Delivering {
  readonly outgoing: OutgoingMessages;
  readonly clock: Clock;
  readonly owner: string;
  /** The channel that carries messages of this account, when it is set up. */
  channelOf(message: Pick<Outgoing, "channel" | "account" | "structure">): Channel | undefined;
  /** Told that a conversation changed, for those who look at it live. */
  changed(conversation: ConversationId): void;
}

/** Waiting times after a passing fault: the first soon, the last within the hour. */
const waits = [2_000, 10_000, minute, 5 * minute, 20 * minute, 60 * minute];
/** An appointment that has begun, was cancelled or moved needs no reminder any more. */
const remindable = new Set(["booked", "proposed"]);

/**
 * Sends what a conversation has to send, one after the other, in order. Everything is read afresh just
 * before each send: what was made under another owner, or for an appointment that changed, is dropped.
 * Stops at the first that must wait, so that the next ones never overtake it.
 */
export async function deliverConversation(
  delivering: Delivering,
  conversation: ConversationId,
): Promise<void> {
  for (;;) {
    const now = delivering.clock.now();
    const [message] = await delivering.outgoing.toSend(conversation);
    if (!message) return;
    const reason = uselessBecause(message, now);
    if (reason) {
      await delivering.outgoing.abandoned(message.id, "dropped", reason);
      continue;
    }
    if (!(await isOurs(delivering, message, now))) return;
    if ((await send(delivering, message)) === "wait") return;
  }
}

function uselessBecause(message: Outgoing, now: Instant): string | null {
  if (message.kind === "reply" && message.outdated) return "owner changed";
  if (message.reminder && message.unreachable) return "unreachable";
  if (message.reminder && !remindable.has(message.reminder.status)) return "appointment changed";
  if (message.reminder && message.reminder.startsAt <= now) return "appointment began";
  return null;
}

async function isOurs(
  { outgoing, owner }: Delivering,
  message: Outgoing,
  now: Instant,
): Promise<boolean> {
  if (message.dueAt > now) return false;
  if (message.state === "sending" && message.owner === owner) return true;
  return outgoing.claim(message.id, owner, now, after(now, sendingLease));
}

async function send(delivering: Delivering, message: Outgoing): Promise<"sent" | "wait"> {
  const { outgoing, clock } = delivering;
  const channel = delivering.channelOf(message);
  if (!channel) {
    // the channel is not set up in this process: another one, or a later start, will send it
    await outgoing.later(message.id, after(clock.now(), minute), "no such channel here");
    return "wait";
  }
  const delivery = await channel.send(message.address, message.content, message.conversation);
  const result = await settle(delivering, message, delivery);
  delivering.changed(message.conversation);
  return result;
}

async function settle(
  { outgoing, clock }: Delivering,
  message: Outgoing,
  delivery: Delivery,
): Promise<"sent" | "wait"> {
  const now = clock.now();
  switch (delivery.outcome) {
    case "delivered":
      await outgoing.sent(message.id, delivery.networkId, now);
      return "sent";
    case "tryLater":
    case "unknown": {
      const wait = waits[message.attempts];
      if (wait === undefined) {
        await outgoing.abandoned(message.id, "failed", delivery.why);
        return "sent";
      }
      const asked = delivery.outcome === "tryLater" ? delivery.afterMilliseconds : null;
      await outgoing.later(message.id, after(now, asked ?? wait), delivery.why);
      return "wait";
    }
    case "unreachable":
      await outgoing.unreachable(message.conversation, now);
      await outgoing.abandoned(message.id, "failed", delivery.why);
      return "sent";
    case "refused":
      await outgoing.abandoned(message.id, "failed", delivery.why);
      return "sent";
  }
}
