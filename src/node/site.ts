import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Hono } from "hono";
import { siteOf } from "../app.ts";
import { readiness } from "../assemble/readiness.ts";
import { ringHere } from "../assemble/ring-here.ts";
import { isoOf } from "../base/time.ts";
import { webChatChannel } from "../channels/web-chat.ts";
import { webChatSources } from "../channels/web-chat-assets.ts";
import { connectNumbers } from "../channels/whatsapp-cloud-numbers.ts";
import type { WebStanding } from "../channels/whatsapp-web-state.ts";
import { deskSources } from "../desk/desk-assets.ts";
import type { LinkedPhone, SignIn } from "../desk/desk-door.ts";
import { loadAssets } from "../look/assets.ts";
import type { Metrics } from "../operations/metrics.ts";
import { openPages } from "../pages.ts";
import type { Settings } from "../settings.ts";
import { openPrisma } from "../store/prisma-client.ts";
import { addressBehind } from "./address.ts";
import type { NodeHouse } from "./house.ts";
import { qrSvg } from "./qr-svg.ts";
import { connectTelegram, type TelegramConnection } from "./telegram.ts";
import { linkPhones, type WhatsAppWebConnection } from "./whatsapp-web.ts";

const root = new URL("../../", import.meta.url);

/** What the site of a server on Node is put together from. */
export interface SiteParts {
  readonly house: NodeHouse;
  readonly settings: Settings;
  readonly metrics: Metrics;
  /** Told of trouble with the network of a structure's channel. */
  troubled(channel: string, structure: string, error: unknown): void;
  /** Told of each change of a phone linked by WhatsApp Web. */
  linked?(structure: string, standing: WebStanding): void;
  /** Told of a request that broke, by the pattern of its address. */
  broke(path: string, error: unknown): void;
}

export interface NodeSite {
  readonly app: Hono;
  readonly signIn: SignIn;
  /** Ends the live streams, so that a server that stops is not held by them. */
  closeStreams(): void;
  /** Asks the networks for no more, and resolves once what was received is stored. */
  stop(): Promise<void>;
}

/** Connects the channels of every structure to the house, and opens the pages of all of them. */
export async function openNodeSite(parts: SiteParts): Promise<NodeSite> {
  const { house, settings, metrics } = parts;
  for (const slug of house.structures.keys()) house.connect(webChatChannel(slug, ringHere(house)));
  const failed = (structure: string, error: unknown) =>
    parts.troubled("telegram", structure, error);
  const bots = connectTelegram({ house, settings, failed });
  const whatsapp = connectNumbers(house, settings.whatsappOf);
  const phones = linkPhones({
    ...{ house, settings },
    failed: (structure, error) => parts.troubled("whatsapp-web", structure, error),
    ...(parts.linked ? { changed: parts.linked } : {}),
  });
  const read = async (path: string) =>
    new Uint8Array(readFileSync(fileURLToPath(new URL(path, root))));
  const assets = await loadAssets(read, [...webChatSources, ...deskSources]);
  const pages = openPages({
    house,
    structures: [...house.structures.values()],
    settings,
    secret: house.secret,
    prisma: openPrisma(house.database),
    assets,
    addressOf: (context) => addressBehind(context, settings),
    qr: qrSvg,
    phoneOf: (structure) => linkedPhone(phones.find((one) => one.structure === structure)),
  });
  const app = siteOf({
    ...pages,
    structures: [...house.structures.keys()],
    telegramOf: new Map(bots.map(({ structure, routes }) => [structure, routes])),
    whatsapp,
    metrics,
    ready: () => readiness(house, channelStates(house, settings, bots, phones)),
    broke: parts.broke,
  });
  return {
    app,
    signIn: pages.signIn,
    closeStreams: pages.closeStreams,
    async stop() {
      await Promise.all([...bots, ...phones].map((one) => one.stop()));
    },
  };
}

/** A phone as the desk shows it. */
function linkedPhone(phone: WhatsAppWebConnection | undefined): LinkedPhone | null {
  if (!phone) return null;
  return {
    standing: () => phone.state(),
    async qr() {
      const { qr } = phone.state();
      return qr === null ? null : qrSvg(qr);
    },
  };
}

/** Each channel with its structure, for /readyz; a web chat's account is the slug itself. */
function channelStates(
  house: NodeHouse,
  { whatsappOf }: Settings,
  bots: readonly TelegramConnection[],
  phones: readonly WhatsAppWebConnection[],
) {
  const numbers = new Map(
    [...whatsappOf].map(([slug, { phoneNumberId }]) => [phoneNumberId, slug]),
  );
  return house.channelsConnected().map(({ name, account }) => {
    const bot = name === "telegram" ? bots.find((one) => one.account === account) : undefined;
    const phone = name === "whatsapp-web" ? phones.find((one) => one.structure === account) : null;
    // never the code to scan, nor the number: anybody may read this
    if (phone) {
      const { state, since, why } = phone.state();
      return { name, account, structure: account, state, since: isoOf(since), why };
    }
    const number = name === "whatsapp" ? numbers.get(account) : undefined;
    return bot
      ? { name, account, structure: bot.structure, state: bot.state() }
      : { name, account, structure: number ?? account };
  });
}
