import { isOurChat, takeWebMessage, type WebDoor } from "../channels/whatsapp-web-door.ts";
import type { BrowserPage, UnreadChat } from "./whatsapp-web-page.ts";

/** Messages read of one chat; who wrote more than this while we were away is answered on the last. */
const mostOfAChat = 50;

/**
 * Gives the conversations what was written while nobody listened, oldest first in each chat, through the
 * door that live messages take: chats that are not ours are left unread. How old a message is the house
 * sees by its own date. A chat that cannot be read is told to `failed` and holds nobody else up.
 */
export async function scanUnread(
  page: BrowserPage,
  door: WebDoor,
  failed: (error: unknown) => void,
): Promise<void> {
  for (const chat of await page.unreadChats()) {
    try {
      await scanChat(page, door, chat);
    } catch (error) {
      failed(error);
    }
  }
}

/** Of somebody unknown the newest message alone is looked at: it may be the words that open. */
async function scanChat(
  page: BrowserPage,
  door: WebDoor,
  { id, unread }: UnreadChat,
): Promise<void> {
  const most = (await isOurChat(door, id)) ? Math.min(unread, mostOfAChat) : 1;
  for (const message of await page.lastOf(id, most)) await takeWebMessage(door, message);
}
