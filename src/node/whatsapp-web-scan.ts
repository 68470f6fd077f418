import { minute } from "../base/time.ts";
import { isOurChat, takeWebMessage, type WebDoor } from "../channels/whatsapp-web-door.ts";
import type { BrowserPage, UnreadChat, Wait } from "./whatsapp-web-page.ts";

/** Messages read of one chat; who wrote more than this while we were away is answered on the last. */
const mostOfAChat = 50;
/** How long one look at what is unread may hold up what comes in meanwhile, in milliseconds. */
const lookWithin = minute;

/** What a look at the unread chats stands on. */
export interface Scan {
  readonly page: BrowserPage;
  readonly door: WebDoor;
  readonly wait: Wait;
  /** Told of each chat that cannot be read. */
  failed(error: unknown): void;
}

/**
 * Gives the conversations what was written while nobody listened, oldest first in each chat, through the
 * door that live messages take: chats that are not ours are left unread. How old a message is the house
 * sees by its own date. A chat that cannot be read is told and holds nobody else up. Gives the chats that
 * no time was left for, to be read at another look.
 */
export async function scanUnread(
  scan: Scan,
  chats: readonly UnreadChat[],
): Promise<readonly UnreadChat[]> {
  const over = new AbortController();
  const late = scan.wait(lookWithin, over.signal).then(() => {
    over.abort();
    return "late" as const;
  });
  for (const [place, chat] of chats.entries()) {
    const outcome = await Promise.race([late, tried(scan, chat, over.signal)]);
    // the one that hangs comes last: it hangs for itself alone
    if (outcome === "late") return [...chats.slice(place + 1), chat];
  }
  over.abort();
  return [];
}

async function tried(scan: Scan, chat: UnreadChat, over: AbortSignal): Promise<void> {
  try {
    await scanChat(scan, chat, over);
  } catch (error) {
    scan.failed(error);
  }
}

/** Of somebody unknown the newest message alone is looked at: it may be the words that open. */
async function scanChat(
  { page, door }: Scan,
  { id, unread }: UnreadChat,
  over: AbortSignal,
): Promise<void> {
  const most = (await isOurChat(door, id)) ? Math.min(unread, mostOfAChat) : 1;
  for (const message of await page.lastOf(id, most)) {
    // what comes after its time is read at the next look, in its order
    if (over.aborted) return;
    await takeWebMessage(door, message);
  }
}
