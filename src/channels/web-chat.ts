import type { Channel } from "./channel.ts";

/**
 * The web chat: what is sent is already where the page reads it, so that being stored is being
 * delivered. The live stream is told by whoever answers or delivers.
 */
export function webChatChannel(structure: string): Channel {
  return {
    name: "web",
    account: structure,
    readsWhatIsStored: true,
    send: async () => ({ outcome: "delivered", networkId: null }),
  };
}
