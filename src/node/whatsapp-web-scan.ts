import { takeWebMessage, type WebDoor } from "../channels/whatsapp-web-door.ts";
import type { BrowserPage } from "./whatsapp-web-page.ts";

/** Messages read of one chat; who wrote more than this while we were away is answered on the last. */
const mostOfAChat = 50;

/**
 * Gives the conversations what was written while nobody listened, oldest first in each chat, through the
 * door that live messages take: chats that are not ours are left unread. How old a message is the house
 * sees by its own date. A chat that cannot be read keeps no other from being read; it is thrown at the end.
 */
export async function scanUnread(page: BrowserPage, door: WebDoor): Promise<void> {
  const failures: unknown[] = [];
  for (const { id, unread } of await page.unreadChats()) {
    try {
      const messages = await page.lastOf(id, Math.min(unread, mostOfAChat));
      for (const message of messages) await takeWebMessage(door, message);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
