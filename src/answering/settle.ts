import type { WrittenReply } from "../base/message.ts";
import { after, type Clock, hour, type Instant } from "../base/time.ts";
import type { Delivery } from "../channels/channel.ts";
import type { Outgoing, OutgoingMessages } from "../store/outgoing-store.ts";
import { announcementOf, windowClosed } from "./announce.ts";
import { askedToWait, isWorn, waitAfter } from "./next-to-send.ts";

/** What settling stands on. */
export interface Settling {
  readonly outgoing: OutgoingMessages;
  readonly clock: Clock;
  /** A number from 0 to 1: what failed together is not tried again together. */
  chance(): number;
  /** What tells somebody that words of the team wait for them, where free text may not be sent. */
  announcementFor(message: Pick<Outgoing, "structure" | "language">): WrittenReply;
}

/** What became of a message. `closed`: it will never be tried again. `asked`: the network wants silence. */
export type Passed = "left" | "closed" | "fault" | "asked";

/** A network that asks for less is asked again after this all the same. */
const shortestWait = 1_000;
/** Nothing is tried for longer than this: what the network never took in a day is of yesterday. */
const givenUpAfter = 24 * hour;

/**
 * Holds a message until the person writes: only then does the network take free text again.
 */
export async function keep(
  { outgoing, clock, announcementFor }: Settling,
  message: Outgoing,
): Promise<Passed> {
  const announcement = announcementOf(message, announcementFor, clock.now());
  const isHeld = await outgoing.hold(message, windowClosed, announcement);
  // they wrote meanwhile: it leaves in a moment
  return isHeld ? "closed" : "left";
}

/**
 * Writes down what became of a message. `isTold`: the network says later what became of it, and may have
 * said already that it came too late.
 */
export async function settle(
  settling: Settling,
  message: Outgoing,
  delivery: Delivery,
  isTold: boolean,
): Promise<Passed> {
  const { outgoing } = settling;
  const now = settling.clock.now();
  switch (delivery.outcome) {
    case "delivered":
      await outgoing.sent(
        message.id,
        delivery.networkId,
        now,
        isTold ? announcementOf(message, settling.announcementFor, now) : null,
      );
      return "left";
    case "tryLater":
    case "unknown": {
      const passed = await triedAgain(settling, message, delivery, now);
      if (passed !== "worn") return passed;
      break;
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

/** A network that answers "later" is well: it is obeyed, and no attempt is counted. */
async function triedAgain(
  { outgoing, chance }: Settling,
  message: Outgoing,
  delivery: Extract<Delivery, { outcome: "tryLater" | "unknown" }>,
  now: Instant,
): Promise<Passed | "worn"> {
  const asked = delivery.outcome === "tryLater" ? delivery.afterMilliseconds : null;
  if (asked !== null) {
    const until = after(now, Math.max(asked, shortestWait));
    await outgoing.putOff(message, until, `${askedToWait}${delivery.why}`);
    return "asked";
  }
  // an old message that a start finds is tried as often as a new one before it is given up
  if (isTooOld(message, now) && isWorn(message)) return "worn";
  await outgoing.later(message, after(now, waitAfter(message.attempts, chance())), delivery.why);
  return "fault";
}

/** Whether a message has waited for so long that what it says is of yesterday. */
export function isTooOld({ createdAt }: Outgoing, now: Instant): boolean {
  return now >= after(createdAt, givenUpAfter);
}
