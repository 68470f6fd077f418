import type { ChannelName } from "./message.ts";
import { hour } from "./time.ts";

/**
 * How long after the person's last message free text may be sent, in milliseconds, by network; one that
 * sets no limit is not named.
 */
export const replyWindows: Readonly<Partial<Record<ChannelName, number>>> = { whatsapp: 24 * hour };

/**
 * On WhatsApp Web, what we begin ourselves (a reminder, an offer) goes only to somebody who wrote within
 * this, in milliseconds: more gets a number banned.
 */
export const openConversation = 7 * 24 * hour;
