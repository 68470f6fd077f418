import { isQuiet } from "../appointments/quiet-hours.ts";
import type { ConversationId } from "../base/ids.ts";
import { after, type Clock, type Instant, minute, timeIn } from "../base/time.ts";
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
/** A reminder that comes up in quiet hours is looked at again after this. */
const quietPause = 15 * minute;
/** An appointment that has begun, was cancelled or moved needs no reminder any more. */
const remindable = new Set(["booked", "proposed"]);

/**
 * Sends what a conversation has to send, one after the other, in order. Everything is read afresh just
 * before each send: what was made under another owner, or for an appointment that changed, is dropped.
 * Stops at the first that must wait, so that the next ones never overtake it; a reminder kept until the
 * end of quiet hours holds nobody up.
 */
export async function deliverConversation(
  delivering: Delivering,
  conversation: ConversationId,
): Promise<void> {
  for (;;) {
    const now = delivering.clock.now();
    const waiting = await delivering.outgoing.toSend(conversation);
    const message = waiting.find((one) => !isKeptForMorning(one, now));
    if (!message) return putOff(delivering, waiting, now);
    const reason = uselessBecause(message, now);
    if (reason) {
      await delivering.outgoing.abandoned(message.id, "dropped", reason);
      continue;
    }
    if (message.dueAt > now) return;
    if (message.state !== "sending" || message.owner !== delivering.owner) {
      // taken only now: the owner may have changed meanwhile, so it is read again before it is sent
      if (await claimed(delivering, message, now)) continue;
      return;
    }
    if ((await send(delivering, message)) === "wait") return;
  }
}

function isKeptForMorning({ reminder }: Outgoing, now: Instant): boolean {
  if (!reminder?.quietHours || reminder.startsAt <= now) return false;
  return isQuiet(reminder.quietHours, timeIn(reminder.zone, now));
}

async function putOff({ outgoing }: Delivering, kept: readonly Outgoing[], now: Instant) {
  for (const { id, dueAt } of kept) {
    if (dueAt <= now) await outgoing.putOff(id, after(now, quietPause));
  }
}

function uselessBecause(message: Outgoing, now: Instant): string | null {
  if (message.kind === "reply" && message.outdated) return "owner changed";
  if (message.reminder && message.unreachable) return "unreachable";
  if (message.reminder && !remindable.has(message.reminder.status)) return "appointment changed";
  if (message.reminder && message.reminder.startsAt <= now) return "appointment began";
  if (message.reminder && message.reminder.uselessAfter <= now) return "too late";
  return null;
}

function claimed(
  { outgoing, owner }: Delivering,
  { id }: Outgoing,
  now: Instant,
): Promise<boolean> {
  return outgoing.claim(id, owner, now, after(now, sendingLease));
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
