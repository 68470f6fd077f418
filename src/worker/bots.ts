import { GrammyError } from "grammy";
import type { Hono } from "hono";
import { hour } from "../base/time.ts";
import { type TelegramChannel, telegramChannel } from "../channels/telegram.ts";
import { telegramRoutes, wantedUpdates } from "../channels/telegram-door.ts";
import type { Job } from "../jobs/job.ts";
import type { Settings, TelegramSettings } from "../settings.ts";
import type { WorkerHouse } from "./house.ts";
import type { WorkerLog } from "./log.ts";

/** A structure's bot, connected to the house. */
export interface Bot {
  readonly structure: string;
  readonly settings: TelegramSettings;
  readonly channel: TelegramChannel;
}

/** Connects the bots of the structures that have one: what is written for them can then be sent. */
export function connectBots(house: WorkerHouse, settings: Settings): readonly Bot[] {
  return settings.structures.flatMap((structure) => {
    const own = settings.telegramOf.get(structure);
    if (!own) return [];
    const channel = telegramChannel(own.token, own.apiRoot);
    house.connect(channel);
    return [{ structure, settings: own, channel }];
  });
}

/** The webhook of a bot. */
export function webhookOf(house: WorkerHouse, { structure, settings, channel }: Bot): Hono {
  return telegramRoutes({
    channel,
    secret: settings.secret,
    clock: house.clock,
    receive: (message) => house.receive(structure, message),
    background: house.background,
  });
}

/** Bots told of their webhook in one pass. */
const botsAtOnce = 10;

/**
 * Tells Telegram where each bot's updates go, again and again: a new deployment, a new secret or a new bot
 * works within the hour and nobody has to remember a command. Each is told the same thing, which is no harm.
 * One that Telegram does not take is named in the log; the pass then fails, and is tried again.
 */
export function tellWebhooks(bots: readonly Bot[], publicUrl: string, log: WorkerLog): Job {
  return {
    name: "webhooks",
    every: hour,
    async pass(_now, dryRun, from) {
      const start = Number(from ?? 0);
      const these = bots.slice(start, start + botsAtOnce);
      const outcomes = await Promise.all(
        these.map(async (bot) => (dryRun ? "wouldTell" : tell(bot, publicUrl, log))),
      );
      if (outcomes.includes("refused")) throw new Error("a webhook was refused");
      const lines = these.map(({ structure }, place) => ({
        job: "webhooks",
        about: structure,
        outcome: outcomes[place] ?? "told",
      }));
      const next = start + botsAtOnce;
      return { lines, next: next < bots.length ? String(next) : null };
    },
  };
}

async function tell(
  { structure, settings, channel }: Bot,
  publicUrl: string,
  log: WorkerLog,
): Promise<"told" | "refused"> {
  try {
    await channel.api.setWebhook(`${publicUrl}/webhooks/telegram/${structure}`, {
      allowed_updates: [...wantedUpdates],
      ...(settings.secret ? { secret_token: settings.secret } : {}),
    });
    return "told";
  } catch (error) {
    // the library's errors may hold the token: only Telegram's own code is kept
    const code = error instanceof GrammyError ? error.error_code : "no answer";
    log.warn("webhook", { structure, code });
    return "refused";
  }
}
