import type { ConversationId } from "../base/ids.ts";
import { type Channel, type Delivery, forTheFirstTime } from "./channel.ts";

/** Rings somebody whose page may be closed; `shown` are words that may be read on the outside. */
export type RingPerson = (conversation: ConversationId, shown: string | null) => Promise<Delivery>;

/**
 * The web chat: what is sent is already where the page reads it, so that being stored is being
 * delivered. The live stream is told by whoever answers or delivers. What nobody was there to read
 * rings where the person agreed to it.
 */
export function webChatChannel(structure: string, ring?: RingPerson): Channel {
  return {
    name: "web",
    account: structure,
    readsWhatIsStored: true,
    send: async (_, { text }, conversation, { mayBeShown } = forTheFirstTime) =>
      ring
        ? ring(conversation as ConversationId, mayBeShown ? text : null)
        : { outcome: "delivered", networkId: null },
  };
}
