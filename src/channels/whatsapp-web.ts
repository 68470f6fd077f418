import { openConversation } from "../base/reply-window.ts";
import type { Clock, Instant } from "../base/time.ts";
import {
  type Channel,
  type Delivery,
  type FetchedMedia,
  forTheFirstTime,
  type Leaving,
} from "./channel.ts";
import { limits } from "./limits.ts";
import { inParts, numbered, withLinkedFile } from "./numbered.ts";
import { chatOf } from "./whatsapp-web-chats.ts";
import type { OwnWords } from "./whatsapp-web-own.ts";
import { longestQueue, typingTime } from "./whatsapp-web-pace.ts";

/** What the channel asks of the page in the browser. Each rejects when the page is gone. */
export interface WebPage {
  /** Whether the page has its line to WhatsApp. */
  isConnected(): Promise<boolean>;
  showTyping(chat: string): Promise<void>;
  /** Sends a text and gives its id; null when the page does not say. */
  say(chat: string, text: string): Promise<string | null>;
  fetch(message: string, most: number): Promise<FetchedMedia>;
}

export interface WhatsAppWebParts {
  /** The slug of the structure whose phone it is. */
  readonly account: string;
  readonly clock: Clock;
  readonly own: OwnWords;
  /** The page, while the phone is linked and ready. */
  page(): WebPage | null;
  /** When the person of a conversation last wrote; null when they never did. */
  lastHeardAt(conversation: string): Promise<Instant | null>;
  /** Has the team call somebody who may not be written to. */
  haveCalled(conversation: string): Promise<void>;
  wait(milliseconds: number): Promise<void>;
  /** A number from 0 to 1, for a pace that is not always the same. */
  chance(): number;
}

/** The phone of a structure, through WhatsApp Web: numbered text alone, typed at a human pace. */
export function whatsAppWebChannel(parts: WhatsAppWebParts): Channel {
  const line = oneAtATime();
  return {
    name: "whatsapp-web",
    account: parts.account,
    async send(address, reply, conversation, leaving = forTheFirstTime) {
      const heardAt = await parts.lastHeardAt(conversation);
      if (heardAt === null) return { outcome: "refused", why: "never wrote to us" };
      const isOpen = parts.clock.now() < heardAt + openConversation;
      if (reply.template && !isOpen) {
        // a call from the team does what this message may not
        await parts.haveCalled(conversation);
        return { outcome: "refused", why: "not an open conversation" };
      }
      const texts = inParts(numbered(withLinkedFile(reply)), limits.whatsappText.text);
      const times = texts.map((text) => typingTime(text, parts.chance()));
      const total = times.reduce((sum, time) => sum + time, 0);
      if (line.length() > longestQueue) {
        return { outcome: "tryLater", afterMilliseconds: line.length(), why: "queue" };
      }
      const typing = { parts, chat: chatOf(address), leaving };
      return line.run(total, () => typed(typing, texts, times));
    },
    async fetchMedia(ref, most) {
      const page = parts.page();
      if (!page) return { outcome: "tryLater", why: "not ready" };
      try {
        return await page.fetch(ref, most);
      } catch {
        return { outcome: "tryLater", why: "page" };
      }
    },
  };
}

interface Typing {
  readonly parts: WhatsAppWebParts;
  readonly chat: string;
  readonly leaving: Leaving;
}

async function typed(
  typing: Typing,
  texts: readonly string[],
  times: readonly number[],
): Promise<Delivery> {
  const { leaving } = typing;
  let networkId: string | null = null;
  for (const [place, text] of texts.entries()) {
    if (place < leaving.partsLeft) continue;
    const delivery = await typedOne(typing, text, times[place] ?? 0);
    if (delivery.outcome !== "delivered") return delivery;
    networkId = delivery.networkId;
    if (place < texts.length - 1) await leaving.partLeft(place, networkId);
  }
  return { outcome: "delivered", networkId };
}

async function typedOne(
  { parts, chat, leaving }: Typing,
  text: string,
  time: number,
): Promise<Delivery> {
  const later = (why: string): Delivery => ({ outcome: "tryLater", afterMilliseconds: null, why });
  try {
    const page = parts.page();
    if (!page || !(await page.isConnected())) return later("not ready");
    await page.showTyping(chat);
  } catch (error) {
    const mood = moodOf(error);
    // nothing was sent yet, however slow the page is
    return mood.outcome === "unknown" ? later(mood.why) : mood;
  }
  await parts.wait(time);
  // it waited for its turn, then was typed: a worker may have taken the conversation meanwhile
  if (!(await leaving.stillOurs())) return { outcome: "notOurs", why: "void before it was said" };
  // while it was typed the phone may have been unlinked, and the page replaced
  const page = parts.page();
  if (!page) return later("not ready");
  try {
    const networkId = await parts.own.sending(text, () => page.say(chat, text));
    return networkId === null
      ? { outcome: "unknown", why: "no id" }
      : { outcome: "delivered", networkId };
  } catch (error) {
    return moodOf(error);
  }
}

/** The page took too long for an answer: what was asked may be done all the same. */
export const tooSlow = "the page did not answer in time";

/** What an error of the library means for the message; it throws strings as well. */
function moodOf(error: unknown): Delivery {
  const text = error instanceof Error ? error.message : String(error);
  if (text === tooSlow) return { outcome: "unknown", why: "no answer" };
  // nobody is behind that number or hidden id, or not any more
  if (/no lid for user|invalid wid|wid error|not.*registered/i.test(text)) {
    return { outcome: "unreachable", why: "nobody there" };
  }
  // "Target closed", "detached Frame", "Session closed" and the like: the browser went away under us
  return { outcome: "tryLater", afterMilliseconds: null, why: "page" };
}

/** One work after the other; `length` is how long those that wait will take, in milliseconds. */
function oneAtATime() {
  let tail: Promise<unknown> = Promise.resolve();
  let planned = 0;
  return {
    length: () => planned,
    run<T>(time: number, work: () => Promise<T>): Promise<T> {
      planned += time;
      const done = tail.then(work).finally(() => {
        planned -= time;
      });
      tail = done.catch(() => undefined);
      return done;
    },
  };
}
