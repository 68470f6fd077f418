import type { Ids } from "../base/ids.ts";
import type { Message } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import { addressLookups, type Lookups } from "./address-lookup.ts";
import type { Cipher } from "./cipher.ts";
import { eventsOf } from "./event-lookups.ts";
import { keptContent } from "./kept-content.ts";

/** Somebody who wrote, once or several times, always with the same ids. */
interface Sender {
  readonly ids: readonly string[];
  /** When the latest was sent; the answer goes to where that one came from. */
  at: Instant;
  sealed: string;
  channel: string;
  account: string;
  /** Of each of their messages, under the present key and the one before. */
  readonly events: [present: string, previous: string][];
  /** For somebody who was never met. */
  readonly conversation: string;
  readonly person: string;
}

/** Messages that are stored together: no two of their senders have an id in common. */
export interface Arrivals {
  readonly structure: string;
  readonly now: Instant;
  readonly senders: readonly Sender[];
  readonly messages: readonly {
    /** The place of who sent it. */
    readonly sender: number;
    readonly event: string;
    readonly previous: string;
    readonly content: string;
    readonly at: Instant;
  }[];
  readonly lookups: readonly Lookups[];
  /** No address, sealed. */
  readonly nobody: string;
}

/** What arrives, and what its lookups and seals are made with. */
export interface Arriving {
  readonly structure: string;
  readonly messages: readonly Message[];
  readonly now: Instant;
  readonly cipher: Cipher;
  readonly ids: Ids;
}

/** About what a message adds to the values of a statement, besides what is said in it, in characters. */
const aroundMessage = 800;
/** D1 takes two million bytes in one value. */
const mostInOne = 900_000;

/**
 * Many messages as few batches, in their order. A batch ends where one value would be too large for D1, and
 * before somebody whose ids are partly those of another sender in it.
 */
export function arrivalsOf(arriving: Arriving): readonly Arrivals[] {
  const batches: Batch[] = [];
  for (const message of arriving.messages) {
    const seen = seenWith(arriving, message);
    const fits = batches.at(-1)?.takes(seen) ?? false;
    if (!fits) batches.push(openBatch(arriving));
    batches.at(-1)?.add(seen);
  }
  return batches.map((batch) => batch.arrivals);
}

interface Seen {
  readonly message: Message;
  readonly lookups: readonly Lookups[];
  readonly event: [present: string, previous: string];
  readonly content: string;
}

function seenWith({ structure, cipher }: Arriving, message: Message): Seen {
  const { from, aliases = [] } = message;
  return {
    message,
    lookups: [from.address, ...aliases].map((address) =>
      addressLookups(cipher, structure, { ...from, address }),
    ),
    event: eventsOf(cipher, message),
    content: cipher.seal(JSON.stringify(keptContent(message.content))),
  };
}

interface Batch {
  readonly arrivals: Arrivals;
  takes(seen: Seen): boolean;
  add(seen: Seen): void;
}

function openBatch({ structure, now, cipher, ids }: Arriving): Batch {
  const senders: Sender[] = [];
  const messages: Arrivals["messages"][number][] = [];
  const lookups: Lookups[] = [];
  const placeOf = new Map<string, number>();
  let size = 0;
  const placesOf = (seen: Seen) => new Set(seen.lookups.map(({ present }) => placeOf.get(present)));
  const newSender = (seen: Seen): number => {
    const { from, at } = seen.message;
    const place = senders.length;
    for (const { present } of seen.lookups) placeOf.set(present, place);
    lookups.push(...seen.lookups);
    senders.push({
      ...{ ids: seen.lookups.map(({ present }) => present), at, events: [] },
      ...{ sealed: cipher.seal(from.address), channel: from.channel, account: from.account },
      ...{ conversation: ids.next(), person: ids.next() },
    });
    return place;
  };
  return {
    arrivals: { structure, now, senders, messages, lookups, nobody: cipher.seal("") },
    takes: (seen) =>
      placesOf(seen).size === 1 && size + seen.content.length + aroundMessage <= mostInOne,
    add(seen) {
      const [known] = placesOf(seen);
      const place = known ?? newSender(seen);
      const sender = senders[place];
      if (!sender) throw new Error("a sender without a place");
      const { from, at } = seen.message;
      if (at >= sender.at) {
        Object.assign(sender, { at, channel: from.channel, account: from.account });
        sender.sealed = cipher.seal(from.address);
      }
      const [event, previous] = seen.event;
      sender.events.push(seen.event);
      messages.push({ sender: place, event, previous, content: seen.content, at });
      size += seen.content.length + aroundMessage;
    },
  };
}
