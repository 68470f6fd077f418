import type { Client } from "whatsapp-web.js";
import { z } from "zod";
import type { FetchedMedia } from "../channels/channel.ts";
import { tooSlow, type WebPage } from "../channels/whatsapp-web.ts";
import type { WebMessage } from "../channels/whatsapp-web-message.ts";

/** A page that does not answer within this is not waited for, in milliseconds. */
const patience = 20_000;
const mediaPatience = 60_000;

/** An unread chat, as the page lists it. */
export interface UnreadChat {
  readonly id: string;
  readonly unread: number;
}

/** The page behind a client, each question with an end to its patience. */
export interface BrowserPage extends WebPage {
  /** The private chats with something unread: their ids alone, nothing of what they say. */
  unreadChats(): Promise<readonly UnreadChat[]>;
  /** The last messages of a chat that are not ours, oldest first. */
  lastOf(chat: string, count: number): Promise<readonly WebMessage[]>;
  /** The hidden id and the number of one person, as far as WhatsApp tells. */
  idsOf(id: string): Promise<readonly string[]>;
  /** Asks for a new code to scan. */
  renewCode(): Promise<void>;
}

/** Waits, or returns at once when the signal is given. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

const chats = z.array(z.object({ id: z.string(), unread: z.number() }));

/** Asked of the page itself: the library's own list would look up every group with the network. */
const listUnread = `window.require("WAWebCollections").Chat.getModelsArray()
  .filter((chat) => chat.unreadCount > 0 && ["c.us", "lid"].includes(chat.id.server))
  .map((chat) => ({ id: chat.id._serialized, unread: chat.unreadCount }))`;

export function pageOf(client: Client, wait: Wait): BrowserPage {
  const asked = <T>(work: Promise<T>, most = patience) => inTime(work, most, wait);
  const chatOf = (id: string) => asked(client.getChatById(id));
  return {
    isConnected: async () => (await asked(client.getState())) === "CONNECTED",
    async showTyping(chat) {
      await asked((await chatOf(chat)).sendStateTyping());
    },
    async say(chat, text) {
      // accepted by WhatsApp, not only by the page; the library says nothing when it knows no such message
      const sent = await asked(
        client.sendMessage(chat, text, {
          ...{ waitUntilMsgSent: true, linkPreview: false },
        }),
      );
      return (sent as { readonly id: { readonly id: string } } | undefined)?.id.id ?? null;
    },
    fetch: (message, most) => asked(fetched(client, message, most), mediaPatience),
    async unreadChats() {
      const { pupPage } = client;
      return pupPage ? chats.parse(await asked(pupPage.evaluate(listUnread))) : [];
    },
    async lastOf(chat, count) {
      return asked((await chatOf(chat)).fetchMessages({ limit: count, fromMe: false }));
    },
    async idsOf(id) {
      const [found] = await asked(client.getContactLidAndPhone([id]));
      // WhatsApp may know only one of them, whatever the types say
      return [found?.lid, found?.pn].filter((one) => typeof one === "string");
    },
    async renewCode() {
      await asked(Promise.resolve(client.pupPage?.evaluate(refreshCode)));
    },
  };
}

const refreshCode = `void window.require("WAWebCmd").Cmd.refreshQR()`;

async function fetched(client: Client, id: string, most: number): Promise<FetchedMedia> {
  const message = await client.getMessageById(id);
  if (!message?.hasMedia) return { outcome: "gone", why: "no such message" };
  const { rawData } = message;
  const size = "size" in rawData ? Number(rawData.size) : 0;
  if (size > most) return { outcome: "tooLarge", why: "size" };
  const media = await message.downloadMedia();
  // the file is no longer on the phone nor with WhatsApp
  if (!media) return { outcome: "gone", why: "no file" };
  const body = new Uint8Array(Buffer.from(media.data, "base64"));
  if (body.length > most) return { outcome: "tooLarge", why: "size" };
  return { outcome: "fetched", type: media.mimetype, body };
}

/** Rejects with `tooSlow` when the work takes longer; what it does then concerns nobody. */
export async function inTime<T>(work: Promise<T>, most: number, wait: Wait): Promise<T> {
  const done = new AbortController();
  const late = wait(most, done.signal).then(() => {
    if (done.signal.aborted) return new Promise<never>(() => undefined);
    throw new Error(tooSlow);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
    work.catch(() => undefined);
  }
}
