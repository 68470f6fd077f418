import type { Context, Hono } from "hono";
import { siteOf } from "../app.ts";
import { readiness } from "../assemble/readiness.ts";
import type { Assets } from "../look/assets.ts";
import { openPages, type Pages } from "../pages.ts";
import { openPrismaOnWorkers } from "../store/prisma-client-workers.ts";
import { type Bot, webhookOf } from "./bots.ts";
import addresses from "./generated/look.json" with { type: "json" };
import type { Constants, WorkerHouse } from "./house.ts";
import type { WorkerLog } from "./log.ts";
import { databaseMetrics } from "./metrics.ts";

/** What one request is answered with. */
export interface SiteParts {
  readonly house: WorkerHouse;
  readonly constants: Constants;
  readonly bots: readonly Bot[];
  /** The webhook of the numbers on WhatsApp, when there is one. */
  readonly whatsapp: Hono | null;
  readonly log: WorkerLog;
}

/** The files of the pages: Cloudflare serves them by itself, the pages only name them. */
const assets: Assets = {
  href(name) {
    const address: string | undefined = (addresses as Record<string, string>)[name];
    if (address === undefined) throw new Error(`no file is named ${name}`);
    return address;
  },
  find: () => null,
};

/** Those doors of the site that an address may lead to: a webhook has no need of the desk's pages. */
export function siteFor(path: string, parts: SiteParts): { app: Hono; closeStreams(): void } {
  const { house, constants, bots, whatsapp, log } = parts;
  const isWebhook = path.startsWith("/webhooks/");
  const pages = isWebhook ? null : pagesFor(path, parts);
  const app = siteOf({
    structures: [...house.structures.keys()],
    chats: pages?.chats ?? [],
    desk: pages?.desk ?? null,
    look: null,
    sheets: pages?.sheets ?? null,
    calendars: pages?.calendars ?? null,
    partners: pages?.partners ?? null,
    telegramOf: new Map(isWebhook ? bots.map((bot) => [bot.structure, webhookOf(house, bot)]) : []),
    whatsapp,
    metrics: databaseMetrics(house),
    ready() {
      const channels = [
        ...[...house.structures.keys()].map((slug) => ({ name: "web", structure: slug })),
        ...bots.map(({ structure }) => ({ name: "telegram", structure })),
        ...[...constants.settings.whatsappOf.keys()].map((structure) => ({
          ...{ name: "whatsapp", structure },
        })),
      ];
      return readiness(house, channels);
    },
    broke: (where, error) => log.failed("request broke", error, { path: where }),
  });
  return { app, closeStreams: () => pages?.closeStreams() };
}

function pagesFor(path: string, { house, constants }: SiteParts): Pages {
  const [, mark, slug = ""] = path.split("/");
  const all = [...house.structures.values()];
  // an address is of one structure: the chats of ninety-nine others need not be there
  const structures = mark === "s" ? all.filter((one) => one.slug === slug) : all.slice(0, 1);
  return openPages({
    house,
    structures,
    settings: constants.settings,
    secret: constants.secret,
    prisma: openPrismaOnWorkers(house.store.database),
    assets,
    addressOf,
  });
}

/** Where a request comes from, as the platform saw it: it writes this header itself. */
function addressOf(context: Context): string {
  return context.req.header("cf-connecting-ip") ?? "unknown";
}
