import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Hono } from "hono";
import { siteOf } from "../app.ts";
import { webChatChannel } from "../channels/web-chat.ts";
import { webChatSources } from "../channels/web-chat-assets.ts";
import { deskSources } from "../desk/desk-assets.ts";
import type { SignIn } from "../desk/desk-door.ts";
import { jobStates } from "../jobs/clockwork.ts";
import { loadAssets } from "../look/assets.ts";
import type { Metrics } from "../operations/metrics.ts";
import { openPages } from "../pages.ts";
import type { Settings } from "../settings.ts";
import { openPrisma } from "../store/prisma-client.ts";
import { addressBehind } from "./address.ts";
import type { NodeHouse } from "./house.ts";
import { connectTelegram, type TelegramConnection } from "./telegram.ts";

const root = new URL("../../", import.meta.url);

/** What the site of a server on Node is put together from. */
export interface SiteParts {
  readonly house: NodeHouse;
  readonly settings: Settings;
  readonly metrics: Metrics;
  /** Told of trouble with the network of a structure's channel. */
  troubled(channel: string, structure: string, error: unknown): void;
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
  for (const slug of house.structures.keys()) house.connect(webChatChannel(slug));
  const failed = (structure: string, error: unknown) =>
    parts.troubled("telegram", structure, error);
  const bots = connectTelegram({ house, settings, failed });
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
  });
  const app = siteOf({
    ...pages,
    structures: [...house.structures.keys()],
    telegramOf: new Map(bots.map(({ structure, routes }) => [structure, routes])),
    metrics,
    ready: async () => ({
      ok: true,
      jobs: await jobStates(house),
      channels: channelStates(house, bots),
    }),
    broke: parts.broke,
  });
  return {
    app,
    signIn: pages.signIn,
    closeStreams: pages.closeStreams,
    async stop() {
      await Promise.all(bots.map((bot) => bot.stop()));
    },
  };
}

/** Each channel with its structure, for /readyz; a web chat's account is the slug itself. */
function channelStates(house: NodeHouse, bots: readonly TelegramConnection[]) {
  return house.channelsConnected().map(({ name, account }) => {
    const bot = name === "telegram" ? bots.find((one) => one.account === account) : undefined;
    return bot
      ? { name, account, structure: bot.structure, state: bot.state() }
      : { name, account, structure: account };
  });
}
