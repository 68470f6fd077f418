import type { Hono } from "hono";
import { hour } from "../base/time.ts";
import { type TelegramChannel, telegramChannel } from "../channels/telegram.ts";
import { telegramRoutes, wantedUpdates } from "../channels/telegram-door.ts";
import type { Job } from "../jobs/job.ts";
import type { Settings, TelegramSettings } from "../settings.ts";
import type { WorkerHouse } from "./house.ts";

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
 */
export function tellWebhooks(bots: readonly Bot[], publicUrl: string): Job {
  return {
    name: "webhooks",
    every: hour,
    async pass(_now, dryRun, from) {
      const start = Number(from ?? 0);
      const these = bots.slice(start, start + botsAtOnce);
      const lines = await Promise.all(
        these.map(async (bot) => ({
          job: "webhooks",
          about: bot.structure,
          outcome: dryRun ? "wouldTell" : await tell(bot, publicUrl),
        })),
      );
      const next = start + botsAtOnce;
      return { lines, next: next < bots.length ? String(next) : null };
    },
  };
}

async function tell({ structure, settings, channel }: Bot, publicUrl: string): Promise<string> {
  try {
    await channel.api.setWebhook(`${publicUrl}/webhooks/telegram/${structure}`, {
      allowed_updates: [...wantedUpdates],
      ...(settings.secret ? { secret_token: settings.secret } : {}),
    });
    return "told";
  } catch {
    // the library's errors hold the token: nothing of them is kept
    return "refused";
  }
}
