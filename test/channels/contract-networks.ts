import type { Media } from "../../src/base/message.ts";
import { after, type Instant, instant, second } from "../../src/base/time.ts";
import { keepingChannel } from "../../src/channels/terminal.ts";
import { runAllJobs } from "../../src/jobs/clockwork.ts";
import { type NodeHouse, openNodeHouse } from "../../src/node/house.ts";
import { openNodeSite } from "../../src/node/site.ts";
import { openMetrics } from "../../src/operations/metrics.ts";
import { openBotApi } from "../stand-in/bot-api.ts";
import { graphToken, openGraphApi } from "../stand-in/graph-api.ts";
import { pressMessage, signatureOf, textMessage, webhookOf } from "../stand-in/signed.ts";
import { pressUpdate, textUpdate } from "../stand-in/updates.ts";
import { mondayMorning, settingsWith, structure } from "../world.ts";
import type { Moods, Network, Sending } from "./contract.ts";

const origin = "http://localhost:3000";
const secret = "the secret of these webhooks";
const phoneNumberId = "106540352242922";
const chat = 77;
const number = "33639980001";

interface Site {
  readonly house: NodeHouse;
  now(): Instant;
  request(path: string, init: RequestInit): Promise<Response>;
  readonly common: Pick<Network, "house" | "pass" | "jobs" | "close">;
}

/** The real house behind its real site, as the server opens them. */
async function openSite(environment: Readonly<Record<string, string>> = {}): Promise<Site> {
  let now = instant(mondayMorning);
  const broken: unknown[] = [];
  const settings = settingsWith({ PUBLIC_URL: origin, ...environment });
  const house = await openNodeHouse({
    ...{ settings, clock: { now: () => now }, inMemory: true, sends: true, strictTexts: true },
    broke: (_, error) => broken.push(error),
  });
  const site = await openNodeSite({
    ...{ house, settings, metrics: openMetrics() },
    troubled: (_channel, _structure, error) => broken.push(error),
    broke: (_, error) => broken.push(error),
  });
  const incoming = { socket: { remoteAddress: "198.51.100.1", remotePort: 4242 } };
  const settled = async () => {
    await house.settled();
    if (broken.length > 0) throw broken[0];
  };
  return {
    house,
    now: () => now,
    async request(path, init) {
      const request = new Request(new URL(path, origin), { method: "POST", ...init });
      const response = await site.app.fetch(request, { incoming });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      await settled();
      return response;
    },
    common: {
      house,
      pass(milliseconds) {
        now = after(now, milliseconds);
      },
      async jobs() {
        await runAllJobs(house, now, false);
        await settled();
      },
      async close() {
        site.closeStreams();
        await site.stop();
        await house.settled();
        await house.close();
      },
    },
  };
}

const everyMedia: readonly Media[] = [
  ...(["voice", "image", "video", "document", "sticker", "location", "contact"] as const),
];

/** The terminal: nothing is dressed, nothing stands in between. */
export async function openTerminal(): Promise<Network> {
  const { house, now, common } = await openSite();
  const channel = keepingChannel("terminal", "terminal");
  house.connect(channel);
  const from = { channel: "terminal", account: "terminal", address: "p1" } as const;
  const shown: string[] = [];
  return {
    ...common,
    ...{ presses: true, media: everyMedia },
    async send(event, sending) {
      const message = { id: String(event), from, at: now(), content: contentOf(sending) };
      await house.receive(structure, message);
      await house.settled();
    },
    async shown() {
      for (const { text, options } of channel.taken(from.address)) {
        shown.push([text, ...options.map(({ label }) => label)].join("\n"));
      }
      return [...shown];
    },
  };
}

function contentOf(sending: Sending) {
  if ("text" in sending) return { kind: "text", text: sending.text } as const;
  if ("press" in sending) return { kind: "choice", option: sending.press } as const;
  return { kind: "media", ...sending } as const;
}

/** The web chat, as a browser posts to it and reads it. */
export async function openWebChat(): Promise<Network> {
  const { request, common, house } = await openSite();
  let cookie = "";
  const headers = () => ({ cookie, "content-type": "application/json" });
  return {
    ...common,
    // a browser sends no files yet
    ...{ presses: true, media: [] },
    async send(event, sending) {
      const said = "press" in sending ? { choice: sending.press } : sending;
      const body = JSON.stringify({ id: `m-${event}`, ...said });
      const response = await request("/chat/messages", { headers: headers(), body });
      cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
      await house.settled();
    },
    async shown() {
      const response = await request("/chat/messages", { method: "GET", headers: headers() });
      const { entries } = (await response.json()) as { entries: readonly Entry[] };
      return entries
        .filter(({ from }) => from !== "person")
        .map(({ text, options }) => [text, ...options.map(({ label }) => label)].join("\n"));
    },
  };
}

interface Entry {
  readonly from: string;
  readonly text: string;
  readonly options: readonly { readonly label: string }[];
}

/** Telegram, through its webhook and a Bot API beside the house. */
export async function openTelegram(): Promise<Network & { readonly moods: Moods }> {
  const api = await openBotApi();
  const { request, common } = await openSite({
    ...{ TELEGRAM_BOT_TOKEN: "4242:token", TELEGRAM_WEBHOOK_SECRET: secret },
    TELEGRAM_API_ROOT: api.root,
  });
  return {
    ...common,
    ...{ presses: true, media: everyMedia },
    async send(event, sending) {
      const body = JSON.stringify(updateOf(event, sending));
      const headers = { "x-telegram-bot-api-secret-token": secret };
      await request("/webhooks/telegram", { headers, body });
    },
    shown: async () =>
      api.calls
        .filter(({ method, chat: to }) => method === "sendMessage" && to === String(chat))
        .map(({ text, buttons }) => [text, ...buttons.map((button) => button.text)].join("\n")),
    moods: {
      asksToWait: (retryAfter) =>
        api.mood("sendMessage", { status: 429, description: "Too Many Requests", retryAfter }),
      blocked: () =>
        api.mood("sendMessage", {
          ...{ status: 403, description: "Forbidden: bot was blocked by the user" },
        }),
    },
    async close() {
      await common.close();
      await api.close();
    },
  };
}

function updateOf(event: number, sending: Sending): object {
  if ("text" in sending) return textUpdate(event, chat, sending.text);
  if ("press" in sending) return pressUpdate(event, chat, sending.press);
  const { text: _, ...message } = textUpdate(event, chat, "").message;
  const file = { file_id: `file-${event}`, file_unique_id: "u", mime_type: "image/jpeg" };
  const shapes: Readonly<Record<Media, object>> = {
    ...{ voice: { voice: file }, video: { video: file }, document: { document: file } },
    ...{ image: { photo: [file] }, sticker: { sticker: file } },
    location: { location: { latitude: 50.43, longitude: 2.98 } },
    contact: { contact: { phone_number: "33639980002", first_name: "Tom" } },
  };
  return { update_id: event, message: { ...message, ...shapes[sending.media] } };
}

/** WhatsApp's Cloud API, through its signed webhook and a Graph API beside the house. */
export async function openCloudApi(): Promise<Network & { readonly moods: Moods }> {
  const api = await openGraphApi();
  const { request, common, now } = await openSite({
    ...{ WHATSAPP_PHONE_NUMBER_ID: phoneNumberId, WHATSAPP_ACCESS_TOKEN: graphToken },
    ...{ WHATSAPP_APP_SECRET: secret, WHATSAPP_VERIFY_TOKEN: "a word of ours alone" },
    WHATSAPP_API_ROOT: api.root,
  });
  return {
    ...common,
    ...{ presses: true, media: everyMedia },
    async send(event, sending) {
      const body = webhookOf(phoneNumberId, cloudMessage(event, sending, now()));
      await request("/webhooks/whatsapp", { headers: signatureOf(body, secret), body });
    },
    shown: async () =>
      api.calls
        .filter(({ person }) => person === number)
        .map(({ text, options }) => [text, ...options.map(({ title }) => title)].join("\n")),
    moods: {
      asksToWait: (seconds) => api.mood({ status: 429, code: 130_429, retryAfter: `${seconds}` }),
      blocked: () => api.mood({ status: 400, code: 131_026 }),
    },
    async close() {
      await common.close();
      await api.close();
    },
  };
}

function cloudMessage(event: number, sending: Sending, now: Instant): object {
  const id = `wamid.${event}`;
  const timestamp = String(Math.floor(now / second));
  if ("text" in sending) return textMessage(id, number, sending.text, timestamp);
  if ("press" in sending) return pressMessage(id, number, sending.press, timestamp);
  const file = { id: `file-${event}`, mime_type: "image/jpeg" };
  const shapes: Readonly<Record<Media, object>> = {
    ...{ voice: { type: "audio", audio: file }, video: { type: "video", video: file } },
    ...{ image: { type: "image", image: file }, sticker: { type: "sticker", sticker: file } },
    document: { type: "document", document: file },
    location: { type: "location", location: { latitude: 50.43, longitude: 2.98 } },
    contact: { type: "contacts", contacts: [{ name: { formatted_name: "Tom" } }] },
  };
  return { id, from: number, timestamp, ...shapes[sending.media] };
}
