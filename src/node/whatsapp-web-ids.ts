import { type Clock, hour, type Instant } from "../base/time.ts";
import { addressOf, chatOf } from "../channels/whatsapp-web-chats.ts";
import type { BrowserPage } from "./whatsapp-web-page.ts";

/** More people than write in a week; the oldest is asked again. */
const remembered = 2_000;

/** A number may be given to somebody else: what was told is believed for this long, in milliseconds. */
const believedFor = hour;

interface Told {
  readonly others: readonly string[];
  readonly at: Instant;
}

/**
 * The other ids of the same person: WhatsApp shows some people by their number and some by a hidden id,
 * and may change between the two. Nobody is asked about twice in an hour: a question may go out to the network.
 */
export function idsKnownBy(
  page: () => BrowserPage | null,
  clock: Clock,
): (address: string) => Promise<readonly string[]> {
  const known = new Map<string, Told>();
  return async (address) => {
    const kept = known.get(address);
    const now = clock.now();
    if (kept && now < kept.at + believedFor) return kept.others;
    // not knowing is no reason to lose a message
    const ids =
      (await page()
        ?.idsOf(chatOf(address))
        .catch(() => null)) ?? null;
    if (ids === null) return [];
    const others = ids
      .map(addressOf)
      .filter((one): one is string => one !== null && one !== address);
    known.delete(address);
    known.set(address, { others, at: now });
    const [oldest] = known.keys();
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
    return others;
  };
}
