import type { ChannelName, WrittenReply } from "../base/message.ts";
import type { Channel } from "./channel.ts";

/** A channel that only keeps what it was given to send: the terminal, and whoever plays a conversation. */
export interface KeepingChannel extends Channel {
  /** What was sent since the last look, in order. */
  taken(address: string): readonly WrittenReply[];
}

export function keepingChannel(name: ChannelName, account: string): KeepingChannel {
  const sent = new Map<string, WrittenReply[]>();
  return {
    name,
    account,
    async send(address, reply) {
      sent.set(address, [...(sent.get(address) ?? []), reply]);
      return { outcome: "delivered", networkId: null };
    },
    taken(address) {
      const replies = sent.get(address) ?? [];
      sent.delete(address);
      return replies;
    },
  };
}
