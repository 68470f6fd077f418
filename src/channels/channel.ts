import type { ChannelName, WrittenReply } from "../base/message.ts";
import type { Instant } from "../base/time.ts";

/** What the network said of a message we sent: its moods are words, not exceptions. */
export type Delivery =
  | { readonly outcome: "delivered"; readonly networkId: string | null }
  /** Asked to wait, or had a passing fault: not accepted, to be sent again later. */
  | {
      readonly outcome: "tryLater";
      readonly afterMilliseconds: number | null;
      readonly why: string;
    }
  /** Gave no answer: it may or may not have been accepted. */
  | { readonly outcome: "unknown"; readonly why: string }
  /** The network takes no free text any more until the person writes: an approved text, or nothing. */
  | { readonly outcome: "windowClosed"; readonly why: string }
  /** Nothing left: while it waited to be said, it was made void (see `Leaving`). */
  | { readonly outcome: "notOurs"; readonly why: string }
  /** The person blocked us or is gone: until they write again. */
  | { readonly outcome: "unreachable"; readonly why: string }
  /** Refused for good. */
  | { readonly outcome: "refused"; readonly why: string };

/** How one message leaves this time. */
export interface Leaving {
  /** With `closed` its template is sent in its place; a reply without one answers `windowClosed`. */
  readonly window: "open" | "closed";
  /** How many of its parts the network took already: they are not sent again. */
  readonly partsLeft: number;
  /** Whether whoever sees the phone may read its words: a reminder is written for that. */
  readonly mayBeShown: boolean;
  /** Whether it may still leave; false once somebody else took the conversation, or the message. */
  stillOurs(): Promise<boolean>;
  /** Told of each part that the network took, the first being 0; the last one is told by the delivery. */
  partLeft(part: number, networkId: string | null): Promise<void>;
}

/** A message that leaves for the first time, and that nobody else looks at. */
export const forTheFirstTime: Leaving = {
  window: "open",
  partsLeft: 0,
  mayBeShown: false,
  stillOurs: async () => true,
  partLeft: async () => undefined,
};

/** A network that carries messages. The account is ours: which bot, which number. */
export interface Channel {
  readonly name: ChannelName;
  readonly account: string;
  /** True where people read what is stored: what is written there has arrived, and nothing is left to send. */
  readonly readsWhatIsStored?: boolean;
  /**
   * How long after the person's last message free text may be sent, in milliseconds; none where a network
   * sets no limit. After it only `reply.template` leaves.
   */
  readonly replyWindow?: number;
  /**
   * Sends one reply, dressed within the network's limits. Never throws for the network's moods. Who takes
   * time over it, or sends it in parts, asks `stillOurs` just before each, and tells of each.
   */
  send(
    address: string,
    reply: WrittenReply,
    conversation: string,
    leaving?: Leaving,
  ): Promise<Delivery>;
  /** Fetches a file somebody sent; absent where files are not fetched. */
  fetchMedia?(ref: string, most: number): Promise<FetchedMedia>;
}

/** A file of a person, or why there is none. */
export type FetchedMedia =
  | { readonly outcome: "fetched"; readonly type: string; readonly body: Uint8Array }
  | { readonly outcome: "tooLarge" | "gone" | "tryLater"; readonly why: string };

/** What a network says of a message of ours, in any order and perhaps before we know its id. */
export interface NetworkStatus {
  readonly networkId: string;
  readonly state: "sent" | "delivered" | "read" | "failed";
  readonly failure: string | null;
  readonly at: Instant;
  /** What a failure means, where it is more than this one message's affair. */
  readonly means?: "unreachable" | "windowClosed";
}

/** Words that somebody of the team typed on the phone itself: the conversation is theirs from now on. */
export interface PhoneWords {
  readonly networkId: string;
  /** To whom. */
  readonly address: string;
  readonly text: string;
  readonly at: Instant;
}
