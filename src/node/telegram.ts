import { setTimeout as pause } from "node:timers/promises";
import type { Hono } from "hono";
import type { Trousseau } from "../assemble.ts";
import { telegramChannel } from "../channels/telegram.ts";
import { telegramRoutes, wantedUpdates } from "../channels/telegram-door.ts";
import { type Polling, pollTelegram } from "../channels/telegram-polling.ts";
import type { Settings } from "../settings.ts";

/** Telegram as the settings want it: a webhook, or long polling, or nothing. */
export interface TelegramConnection {
  readonly routes: Hono;
  readonly polling: Polling | null;
}

/** Connects the house to its bot. Network troubles are told and tried again; they never stop the start. */
export function connectTelegram(
  house: Pick<Trousseau, "connect" | "receive" | "clock">,
  structure: string,
  settings: Settings,
  failed: (error: unknown) => void,
): TelegramConnection | null {
  const { telegram, publicUrl } = settings;
  if (!telegram) return null;
  const channel = telegramChannel(telegram.token, telegram.apiRoot);
  house.connect(channel);
  const door = {
    channel,
    secret: telegram.secret,
    clock: house.clock,
    receive: (message: Parameters<Trousseau["receive"]>[1]) => house.receive(structure, message),
  };
  const routes = telegramRoutes(door);
  if (telegram.mode === "polling") {
    const wait = (time: number, signal: AbortSignal) =>
      pause(time, undefined, { signal }).catch(() => undefined);
    return { routes, polling: pollTelegram(door, wait, failed) };
  }
  channel.api
    .setWebhook(`${publicUrl}/webhooks/telegram`, {
      allowed_updates: [...wantedUpdates],
      ...(telegram.secret ? { secret_token: telegram.secret } : {}),
    })
    .catch(failed);
  return { routes, polling: null };
}
