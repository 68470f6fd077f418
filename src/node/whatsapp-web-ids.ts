import { addressOf, chatOf } from "../channels/whatsapp-web-chats.ts";
import type { BrowserPage } from "./whatsapp-web-page.ts";

/** More people than write in a week; the oldest is asked again. */
const remembered = 2_000;

/**
 * The other ids of the same person: WhatsApp shows some people by their number and some by a hidden id,
 * and may change between the two. Each is asked once: a question may go out to the network.
 */
export function idsKnownBy(
  page: () => BrowserPage | null,
): (address: string) => Promise<readonly string[]> {
  const known = new Map<string, readonly string[]>();
  return async (address) => {
    const kept = known.get(address);
    if (kept) return kept;
    // not knowing is no reason to lose a message
    const ids =
      (await page()
        ?.idsOf(chatOf(address))
        .catch(() => null)) ?? null;
    if (ids === null) return [];
    const others = ids
      .map(addressOf)
      .filter((one): one is string => one !== null && one !== address);
    known.set(address, others);
    const [oldest] = known.keys();
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
    return others;
  };
}
