import type { Media } from "../../src/base/message.ts";
import { second } from "../../src/base/time.ts";
import { limits } from "../../src/channels/limits.ts";
import { keepingChannel } from "../../src/channels/terminal.ts";
import { readChatLine } from "../../src/commands/chat-line.ts";
import { openBotApi } from "../stand-in/bot-api.ts";
import { graphToken, openGraphApi } from "../stand-in/graph-api.ts";
import { signatureOf } from "../stand-in/signed.ts";
import { structure } from "../world.ts";
import { everyMedia, type Network, type NetworkKind, type Sending } from "./contract-network.ts";
import { openContractSite } from "./contract-site.ts";
import { recorded } from "./recorded.ts";

const secret = "the secret of these webhooks";

const plain = { greeting: "bonjour", presses: true, edits: false, tellsTime: false, longest: null };

/** The terminal, with its lines of JSON: nothing is dressed, nothing stands in between. */
export const terminal: NetworkKind = {
  ...{ ...plain, media: everyMedia, open: openTerminal },
};

async function openTerminal(): Promise<Network> {
  const { house, now, common, settled } = await openContractSite();
  const channel = keepingChannel("terminal", "terminal");
  house.connect(channel);
  const shown: string[] = [];
  return {
    ...common,
    async send(event, sending) {
      const read = readChatLine(JSON.stringify(lineOf(event, sending)), "p1");
      if ("error" in read) throw new Error(read.error.message);
      const { id = "", content } = read;
      const from = { channel: "terminal", account: "terminal", address: read.person } as const;
      await house.receive(structure, { id, content, from, at: now() });
      await settled();
    },
    async shown() {
      for (const { text, options } of channel.taken("p1")) {
        shown.push([text, ...options.map(({ label }) => label)].join("\n"));
      }
      return [...shown];
    },
  };
}

function lineOf(event: number, sending: Sending): object {
  const id = String(event);
  const line = (name: string) => recorded("terminal", name) as object;
  if ("press" in sending) return { ...line("choice"), id, choice: sending.press };
  if ("text" in sending) return { ...line("text"), id, text: sending.text };
  if ("edit" in sending) throw new Error("a line that was read is not changed");
  return { ...line(`media-${sending.media}`), ...sending, id };
}

/** The web chat, as a browser posts to it and reads it; it sends no files yet, and no message is changed. */
export const webChat: NetworkKind = { ...plain, media: [], open: openWebChat };

async function openWebChat(): Promise<Network> {
  const { request, common } = await openContractSite();
  let cookie = "";
  return {
    ...common,
    async send(event, sending) {
      const name = "press" in sending ? "script-choice" : "script-text";
      const { path, headers, body } = recorded("web-chat", name) as Posted;
      const said = "press" in sending ? { choice: sending.press } : sending;
      const message = { ...(JSON.parse(body) as object), id: `m-${event}`, ...said };
      const init = { headers: { ...headers, cookie }, body: JSON.stringify(message) };
      const response = await request(path, init);
      cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
    },
    async shown() {
      const init = { method: "GET", headers: { cookie } };
      const response = await request("/chat/messages", init);
      const { entries } = (await response.json()) as { entries: readonly Entry[] };
      return entries
        .filter(({ from }) => from !== "person")
        .map(({ text, options }) => [text, ...options.map(({ label }) => label)].join("\n"));
    },
  };
}

interface Posted {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Entry {
  readonly from: string;
  readonly text: string;
  readonly options: readonly { readonly label: string }[];
}

/** Telegram, through its webhook and a Bot API beside the house. */
export const telegram: NetworkKind = {
  ...{ ...plain, media: everyMedia, edits: true, tellsTime: true, longest: limits.telegram.text },
  open: openTelegram,
};

async function openTelegram(): Promise<Network> {
  const api = await openBotApi();
  const { request, common, now } = await openContractSite({
    ...{ TELEGRAM_BOT_TOKEN: "4242:token", TELEGRAM_WEBHOOK_SECRET: secret },
    TELEGRAM_API_ROOT: api.root,
  });
  return {
    ...common,
    async send(event, sending, at = now()) {
      const body = JSON.stringify(updateOf(event, sending, Math.floor(at / second)));
      const headers = { "x-telegram-bot-api-secret-token": secret };
      await request("/webhooks/telegram", { headers, body });
    },
    shown: async () =>
      api.calls
        .filter(({ method, chat: to }) => method === "sendMessage" && to === "77")
        .map(({ text, buttons }) => [text, ...buttons.map((button) => button.text)].join("\n")),
    asksToWait: (retryAfter) =>
      api.mood("sendMessage", { status: 429, description: "Too Many Requests", retryAfter }),
    nobodyThere: () =>
      api.mood("sendMessage", {
        ...{ status: 403, description: "Forbidden: bot was blocked by the user" },
      }),
    async close() {
      await common.close();
      await api.close();
    },
  };
}

const telegramShapes: Readonly<Record<Media, string>> = {
  ...{ voice: "voice", image: "photo", video: "video", document: "document" },
  ...{ sticker: "sticker", location: "location", contact: "contact" },
};

function updateOf(event: number, sending: Sending, date: number): object {
  const update_id = event;
  const told = (name: string, more: object) => {
    const { message } = recorded("telegram", name) as { readonly message: object };
    return { update_id, message: { ...message, message_id: event, date, ...more } };
  };
  if ("text" in sending) return told("text", { text: sending.text });
  if ("media" in sending) {
    const { media, caption } = sending;
    return told(telegramShapes[media], caption ? { caption } : {});
  }
  if ("edit" in sending) {
    const { edited_message } = recorded("telegram", "edited-text") as { edited_message: object };
    const words = { message_id: sending.of, text: sending.edit, date, edit_date: date };
    return { update_id, edited_message: { ...edited_message, ...words } };
  }
  const { callback_query } = recorded("telegram", "callback") as { callback_query: object };
  return { update_id, callback_query: { ...callback_query, id: `c${event}`, data: sending.press } };
}

const number = "33639980001";

/** WhatsApp's Cloud API, through its signed webhook and a Graph API beside the house. */
export const cloudApi: NetworkKind = {
  ...{ ...plain, media: everyMedia, edits: true, tellsTime: true },
  ...{ longest: limits.whatsappText.text, open: openCloudApi },
};

async function openCloudApi(): Promise<Network> {
  const api = await openGraphApi();
  const { request, common, now } = await openContractSite({
    ...{ WHATSAPP_PHONE_NUMBER_ID: "106540352242922", WHATSAPP_ACCESS_TOKEN: graphToken },
    ...{ WHATSAPP_APP_SECRET: secret, WHATSAPP_VERIFY_TOKEN: "a word of ours alone" },
    WHATSAPP_API_ROOT: api.root,
  });
  return {
    ...common,
    async send(event, sending, at = now()) {
      const body = JSON.stringify(webhookWith(event, sending, String(Math.floor(at / second))));
      await request("/webhooks/whatsapp", { headers: signatureOf(body, secret), body });
    },
    shown: async () =>
      api.calls
        .filter(({ person }) => person === number)
        .map(({ text, options }) => [text, ...options.map(({ title }) => title)].join("\n")),
    asksToWait: (seconds) => api.mood({ status: 429, code: 130_429, retryAfter: `${seconds}` }),
    nobodyThere: () => api.mood({ status: 400, code: 131_026 }),
    async close() {
      await common.close();
      await api.close();
    },
  };
}

const cloudShapes: Readonly<Record<Media, string>> = {
  ...{ voice: "voice", image: "image", video: "video", document: "document" },
  ...{ sticker: "sticker", location: "location", contact: "contacts" },
};

function webhookWith(event: number, sending: Sending, timestamp: string): object {
  const webhook = recorded("whatsapp-cloud", cloudNameOf(sending)) as CloudWebhook;
  const [message] = webhook.entry[0].changes[0].value.messages;
  Object.assign(message, { id: `wamid.${event}`, timestamp });
  if ("text" in sending) Object.assign(message, { text: { body: sending.text } });
  if ("press" in sending)
    Object.assign(message.interactive?.button_reply ?? {}, { id: sending.press });
  if ("media" in sending && sending.caption) {
    Object.assign(message.image ?? {}, { caption: sending.caption });
  }
  if ("edit" in sending) {
    Object.assign(message.edit ?? {}, { original_message_id: `wamid.${sending.of}` });
    Object.assign(message.edit?.message ?? {}, { text: { body: sending.edit } });
  }
  return webhook;
}

function cloudNameOf(sending: Sending): string {
  if ("text" in sending) return "text";
  if ("press" in sending) return "button-reply";
  return "edit" in sending ? "edit" : cloudShapes[sending.media];
}

interface CloudWebhook {
  readonly entry: readonly [{ readonly changes: readonly [{ readonly value: CloudValue }] }];
}
interface CloudValue {
  readonly messages: readonly [
    {
      readonly image?: object;
      readonly interactive?: { readonly button_reply: object };
      readonly edit?: { readonly message: object };
    },
  ];
}
