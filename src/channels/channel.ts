import type { ChannelName, WrittenReply } from "../base/message.ts";

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
  /** The person blocked us or is gone: until they write again. */
  | { readonly outcome: "unreachable"; readonly why: string }
  /** Refused for good. */
  | { readonly outcome: "refused"; readonly why: string };

/** A network that carries messages. The account is ours: which bot, which number. */
export interface Channel {
  readonly name: ChannelName;
  readonly account: string;
  /** True where people read what is stored: what is written there has arrived, and nothing is left to send. */
  readonly readsWhatIsStored?: boolean;
  /** Sends one reply, dressed within the network's limits. Never throws for the network's moods. */
  send(address: string, reply: WrittenReply, conversation: string): Promise<Delivery>;
}
