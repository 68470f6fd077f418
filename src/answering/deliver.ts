import { isQuiet } from "../appointments/quiet-hours.ts";
import type { ConversationId } from "../base/ids.ts";
import type { WrittenReply } from "../base/message.ts";
import { after, type Clock, hour, type Instant, minute, timeIn } from "../base/time.ts";
import type { Channel, Delivery } from "../channels/channel.ts";
import type { Outgoing, OutgoingMessages } from "../store/outgoing-store.ts";
import { announcementOf, isAnnouncement, windowClosed } from "./announce.ts";
import { sendingLease } from "./answer.ts";
import {
  askedToWait,
  isWorn,
  nextToSend,
  type Passage,
  silentUntil,
  waits,
} from "./next-to-send.ts";
import { isLost, uselessBecause } from "./useless-because.ts";

export interface Delivering {
  readonly outgoing: OutgoingMessages;
  readonly clock: Clock;
  /** The clock of leases: the machine's, even when another day is looked at. */
  readonly leases: Clock;
  readonly owner: string;
  /** The channel that carries messages of this account, when it is set up. */
  channelOf(message: Pick<Outgoing, "channel" | "account" | "structure">): Channel | undefined;
  /** What tells somebody that words of the team wait for them, where free text may not be sent. */
  announcementFor(message: Pick<Outgoing, "structure" | "language">): WrittenReply;
  /** Told that a conversation changed, for those who look at it live. */
  changed(conversation: ConversationId): void;
  /** Told when what is left may be tried again, where nobody looks for it every few seconds. */
  later?(conversation: ConversationId, at: Instant): void;
}

/** A reminder that comes up in quiet hours is looked at again after this. */
const quietPause = 15 * minute;
/** A network that asks for less is asked again after this all the same. */
const shortestWait = 1_000;
/** Nothing is tried for longer than this: what the network never took in a day is of yesterday. */
const givenUpAfter = 24 * hour;

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
  if (!reminder?.quietHours || reminder.startsAt <= now) return false;
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
    await outgoing.abandoned(message.id, isLost(message, reason) ? "failed" : "dropped", reason);
    return true;
  }
  return false;
}

function claimed({ outgoing, owner, leases }: Delivering, { id }: Outgoing): Promise<boolean> {
  return outgoing.claim(id, owner, leases.now(), after(leases.now(), sendingLease));
}

/** `closed`: it will never be tried again. `asked`: the network wants silence. */
type Passed = "left" | "closed" | "fault" | "asked";

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
  const { outgoing, clock, announcementFor } = delivering;
  const window = windowOf(channel, message, clock.now());
  if (window === "closed" && !message.content.template) {
    return keep(outgoing, message, announcementFor, clock.now());
  }
  const { address, content, conversation } = message;
  const stillOurs = () => isStillOurs(delivering, message);
  let delivery = await channel.send(address, content, conversation, window, stillOurs);
  if (delivery.outcome === "windowClosed" && content.template && window === "open") {
    // the network counts otherwise: what stands for the words outside the window leaves at once
    delivery = await channel.send(address, content, conversation, "closed", stillOurs);
  }
  if (delivery.outcome === "windowClosed" && !content.template) {
    return keep(outgoing, message, announcementFor, clock.now());
  }
  return settle(outgoing, message, delivery, clock.now());
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

/** Until the person writes: only then does the network take free text again. */
async function keep(
  outgoing: OutgoingMessages,
  message: Outgoing,
  announcementFor: Delivering["announcementFor"],
  now: Instant,
): Promise<Passed> {
  const isHeld = await outgoing.hold(
    message,
    windowClosed,
    announcementOf(message, announcementFor, now),
  );
  // they wrote meanwhile: it leaves in a moment
  return isHeld ? "closed" : "left";
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

async function settle(
  outgoing: OutgoingMessages,
  message: Outgoing,
  delivery: Delivery,
  now: Instant,
): Promise<Passed> {
  switch (delivery.outcome) {
    case "delivered":
      await outgoing.sent(message.id, delivery.networkId, now);
      return "left";
    case "tryLater":
    case "unknown": {
      const asked = delivery.outcome === "tryLater" ? delivery.afterMilliseconds : null;
      if (asked !== null) {
        // a network that answers "later" is well: it is obeyed, and no attempt is counted
        const until = after(now, Math.max(asked, shortestWait));
        await outgoing.putOff(message, until, `${askedToWait}${delivery.why}`);
        return "asked";
      }
      // an old message that a start finds is tried as often as a new one before it is given up
      if (isTooOld(message, now) && isWorn(message)) break;
      const wait = waits[message.attempts] ?? waits.at(-1) ?? minute;
      await outgoing.later(message, after(now, wait), delivery.why);
      return "fault";
    }
    case "notOurs":
      // nothing was tried: the next look at it finds why, and drops it
      await outgoing.putOff(message, now, delivery.why);
      return "closed";
    case "unreachable":
      await outgoing.unreachable(message.conversation, now);
      break;
    case "windowClosed":
    case "refused":
      break;
  }
  await outgoing.abandoned(message.id, "failed", delivery.why);
  return "closed";
}

function isTooOld({ createdAt }: Outgoing, now: Instant): boolean {
  return now >= after(createdAt, givenUpAfter);
}
