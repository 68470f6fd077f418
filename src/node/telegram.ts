import { setTimeout as pause } from "node:timers/promises";
import type { Hono } from "hono";
import type { Trousseau } from "../assemble.ts";
import { minute } from "../base/time.ts";
import { type TelegramChannel, telegramChannel } from "../channels/telegram.ts";
import { telegramRoutes, wantedUpdates } from "../channels/telegram-door.ts";
import { type Polling, pollTelegram } from "../channels/telegram-polling.ts";
import type { Settings, TelegramSettings } from "../settings.ts";

/** One structure's bot, as the settings want it: a webhook, or long polling. */
export interface TelegramConnection {
  readonly structure: string;
  /** The bot's number. */
  readonly account: string;
  readonly routes: Hono;
  readonly polling: Polling | null;
  /** `connected` once the network took the webhook, or answered the last question of long polling. */
  state(): ConnectionState;
  /** Asks for no more, and resolves once what was received is stored. */
  stop(): Promise<void>;
}

export type ConnectionState = "connected" | "connecting";

/** Waits, or returns at once when the signal is given. */
type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

const longestPause = 5 * minute;
const patiently: Wait = (milliseconds, signal) =>
  pause(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);

/** What connecting a bot stands on. Troubles of the network are told, with the structure they are of. */
export interface Connecting {
  readonly house: Pick<Trousseau, "connect" | "receive" | "clock">;
  readonly settings: Pick<Settings, "structures" | "telegramOf" | "publicUrl">;
  failed(structure: string, error: unknown): void;
  readonly wait?: Wait;
}

/** Connects the house to the bot of each structure that has one, in the order of the structures. */
export function connectTelegram(connecting: Connecting): readonly TelegramConnection[] {
  const { structures, telegramOf } = connecting.settings;
  return structures.flatMap((structure) => {
    const telegram = telegramOf.get(structure);
    return telegram ? [connectBot(connecting, structure, telegram)] : [];
  });
}

/** Network troubles are told and tried again; they never stop the start. */
function connectBot(
  { house, settings, failed, wait = patiently }: Connecting,
  structure: string,
  telegram: TelegramSettings,
): TelegramConnection {
  const channel = telegramChannel(telegram.token, telegram.apiRoot);
  house.connect(channel);
  const door = {
    channel,
    secret: telegram.secret,
    clock: house.clock,
    receive: (message: Parameters<Trousseau["receive"]>[1]) => house.receive(structure, message),
  };
  const tell = (error: unknown) => failed(structure, error);
  const bot = { structure, account: channel.account, routes: telegramRoutes(door) };
  if (telegram.mode === "polling") {
    const state = heardBy(channel);
    const polling = pollTelegram(door, wait, tell);
    return { ...bot, polling, state, stop: () => polling.stop() };
  }
  const isFirst = structure === settings.structures[0];
  const address = `${settings.publicUrl}/webhooks/telegram${isFirst ? "" : `/${structure}`}`;
  const webhook = setWebhook(channel, address, telegram.secret, { failed: tell, wait });
  return { ...bot, polling: null, ...webhook };
}

/** Without its webhook nothing would ever arrive: it is asked for, at growing pauses, until it is taken. */
function setWebhook(
  { api }: TelegramChannel,
  address: string,
  secret: string | null,
  { failed, wait }: { readonly failed: (error: unknown) => void; readonly wait: Wait },
): Pick<TelegramConnection, "state" | "stop"> {
  const stopping = new AbortController();
  let state: ConnectionState = "connecting";
  const ask = async () => {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      try {
        await api.setWebhook(
          address,
          { allowed_updates: [...wantedUpdates], ...(secret ? { secret_token: secret } : {}) },
          stopping.signal as never, // the library names the signal of an older fetch
        );
        state = "connected";
        return;
      } catch (error) {
        if (stopping.signal.aborted) return;
        failed(error);
        await wait(Math.min(longestPause, 1_000 * 2 ** failures), stopping.signal);
      }
    }
  };
  const asking = ask();
  return {
    state: () => state,
    async stop() {
      stopping.abort();
      await asking;
    },
  };
}

/** Whether the last question of long polling was answered. */
function heardBy({ polling }: TelegramChannel): () => ConnectionState {
  let state: ConnectionState = "connecting";
  polling.config.use(async (ask, method, payload, signal) => {
    try {
      const answer = await ask(method, payload, signal);
      state = answer.ok ? "connected" : "connecting";
      return answer;
    } catch (error) {
      state = "connecting";
      throw error;
    }
  });
  return () => state;
}
