import { isQuiet } from "../appointments/quiet-hours.ts";
import { isAfterwards } from "../appointments/reminder-steps.ts";
import type { ConversationId } from "../base/ids.ts";
import { after, type Clock, type Instant, minute, timeIn } from "../base/time.ts";
import type { Channel, Leaving } from "../channels/channel.ts";
import type { Outgoing } from "../store/outgoing-store.ts";
import { isAnnouncement } from "./announce.ts";
import { askedToWait, nextToSend, type Passage, silentUntil } from "./next-to-send.ts";
import { isTooOld, keep, type Passed, type Settling, settle } from "./settle.ts";
import { sendingLease } from "./to-commit.ts";
import { isLost, uselessBecause } from "./useless-because.ts";
import type { Watching } from "./watching.ts";

export interface Delivering extends Settling {
  /** The clock of leases: the machine's, even when another day is looked at. */
  readonly leases: Clock;
  readonly owner: string;
  /** The channel that carries messages of this account, when it is set up. */
  channelOf(message: Pick<Outgoing, "channel" | "account" | "structure">): Channel | undefined;
  /** Told that a conversation changed, for those who look at it live. */
  changed(conversation: ConversationId): void;
  /** Told what the network answered to each message: for who counts. */
  readonly sent?: Watching["sent"];
  /** Told when what is left may be tried again, where nobody looks for it every few seconds. */
  later?(conversation: ConversationId, at: Instant): void;
}

/** A reminder that comes up in quiet hours is looked at again after this. */
const quietPause = 15 * minute;

/**
 * Sends what a conversation has to send, one after the other, in order (see `nextToSend`). Everything
 * is read afresh just before each send: what was made under another owner, or for an appointment that
 * changed, is dropped. When one must wait the others wait with it; a reminder kept until the end of
 * quiet hours holds nobody up.
 */
export async function deliverConversation(
  delivering: Delivering,
  conversation: ConversationId,
): Promise<void> {
  const passage: Passage = { somethingLeft: false, failed: [] };
  for (;;) {
    const now = delivering.clock.now();
    const all = await delivering.outgoing.toSend(conversation);
    const waiting = all.filter((one) => !isKeptForMorning(one, now));
    if (waiting.length === 0) return holdBack(delivering, all, now, after(now, quietPause));
    if (await dropped(delivering, waiting, now)) continue;
    const silent = silentUntil(all, now);
    if (silent !== null) return holdBack(delivering, waiting, now, silent, `${askedToWait}before`);
    const message = nextToSend(waiting, now, passage);
    if (!message) return holdBack(delivering, waiting, now, untilRetry(waiting, passage));
    if (message.state !== "sending" || message.owner !== delivering.owner) {
      // taken only now: the owner may have changed meanwhile, so it is read again before it is sent
      if (await claimed(delivering, message)) continue;
      delivering.later?.(conversation, message.leaseUntil ?? now);
      return;
    }
    const result = await send(delivering, message);
    if (result === "left") passage.somethingLeft = true;
    if (result === "fault") passage.failed.push(message);
  }
}

function isKeptForMorning({ reminder }: Outgoing, now: Instant): boolean {
  if (!reminder?.quietHours) return false;
  if (!isAfterwards(reminder.step) && reminder.startsAt <= now) return false;
  return isQuiet(reminder.quietHours, timeIn(reminder.zone, now));
}

/** Those due wait too, so that nobody looks at them in vain; what another process is sending is left to it. */
async function holdBack(
  { outgoing, owner, later }: Delivering,
  waiting: readonly Outgoing[],
  now: Instant,
  until: Instant | null,
  failure: string | null = null,
): Promise<void> {
  const [first] = waiting;
  if (until === null || !first) return;
  later?.(first.conversation, until);
  for (const message of waiting) {
    const isOurs = message.state === "queued" || message.owner === owner;
    if (message.dueAt <= now && isOurs) await outgoing.putOff(message, until, failure);
  }
}

/** When what failed last is tried again; null when nothing failed. */
function untilRetry(waiting: readonly Outgoing[], { failed }: Passage): Instant | null {
  return waiting.find(({ id }) => id === failed.at(-1)?.id)?.dueAt ?? null;
}

/** Drops the first that must never leave; false when there is none. */
async function dropped(
  { outgoing }: Delivering,
  waiting: readonly Outgoing[],
  now: Instant,
): Promise<boolean> {
  for (const message of waiting) {
    const reason = uselessBecause(message, now);
    if (reason === null) continue;
    // what left before a takeover has left: the rest stays unsaid
    const hasBegun = message.partsLeft > 0 && !isLost(message, reason);
    if (hasBegun) await outgoing.sent(message.id, null, now);
    else
      await outgoing.abandoned(message.id, isLost(message, reason) ? "failed" : "dropped", reason);
    return true;
  }
  return false;
}

function claimed({ outgoing, owner, leases }: Delivering, { id }: Outgoing): Promise<boolean> {
  return outgoing.claim(id, owner, leases.now(), after(leases.now(), sendingLease));
}

async function send(delivering: Delivering, message: Outgoing): Promise<Passed> {
  const channel = delivering.channelOf(message);
  if (!channel) return withoutChannel(delivering, message, delivering.clock.now());
  const result = await sendThrough(channel, delivering, message);
  delivering.changed(message.conversation);
  return result;
}

async function sendThrough(
  channel: Channel,
  delivering: Delivering,
  message: Outgoing,
): Promise<Passed> {
  const { outgoing, clock } = delivering;
  const window = windowOf(channel, message, clock.now());
  if (window === "closed" && !message.content.template) return keep(delivering, message);
  const { id, address, content, conversation, partsLeft } = message;
  const leaving: Leaving = {
    ...{ window, partsLeft, mayBeShown: message.kind === "reminder" },
    stillOurs: () => isStillOurs(delivering, message),
    partLeft: (part, networkId) => outgoing.partLeft(id, part, networkId, clock.now()),
  };
  let delivery = await channel.send(address, content, conversation, leaving);
  if (delivery.outcome === "windowClosed" && content.template && window === "open") {
    // the network counts otherwise: what stands for the words outside the window leaves at once
    delivery = await channel.send(address, content, conversation, { ...leaving, window: "closed" });
  }
  delivering.sent?.(message.channel, delivery.outcome);
  if (delivery.outcome === "windowClosed" && !content.template) return keep(delivering, message);
  return settle(delivering, message, delivery, channel.replyWindow !== undefined);
}

/** A network that is slow to say it asks again: a takeover may have come since it was read. */
async function isStillOurs(
  { outgoing, clock, owner }: Delivering,
  { id, conversation }: Outgoing,
): Promise<boolean> {
  const row = (await outgoing.toSend(conversation)).find((one) => one.id === id);
  const isHeld = row?.state === "sending" && row.owner === owner;
  return isHeld && uselessBecause(row, clock.now()) === null;
}

/** What announces words that wait, or was refused as free text, leaves as approved text whatever the hour. */
function windowOf(channel: Channel, message: Outgoing, now: Instant): "open" | "closed" {
  if (channel.replyWindow === undefined) return "open";
  if (isAnnouncement(message) || message.content.isTemplateOnly) return "closed";
  if (message.heardAt === null) return "closed";
  return now < after(message.heardAt, channel.replyWindow) ? "open" : "closed";
}

/** The channel is not set up in this process: another one, or a later start, will send it. */
async function withoutChannel(
  { outgoing }: Delivering,
  message: Outgoing,
  now: Instant,
): Promise<Passed> {
  const failure = "no such channel here";
  if (isTooOld(message, now)) {
    await outgoing.abandoned(message.id, "failed", failure);
    return "closed";
  }
  await outgoing.putOff(message, after(now, minute), failure);
  return "fault";
}
