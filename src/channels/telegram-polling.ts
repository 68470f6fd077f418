import type { TelegramDoor } from "./telegram-door.ts";
import { takeUpdate, wantedUpdates } from "./telegram-door.ts";

/** Waiting time of one question to Telegram, in seconds. */
const patience = 25;

export interface Polling {
  /** Asks for no more, and resolves once what was received is stored. */
  stop(): Promise<void>;
}

/**
 * Long polling: an update is confirmed only once it is stored, so that a crash in between brings it
 * again. `pause` waits, or returns at once when the signal is given.
 */
export function pollTelegram(
  door: TelegramDoor,
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>,
  failed: (error: unknown) => void,
): Polling {
  const stopping = new AbortController();
  const running = poll(door, stopping.signal, pause, failed);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function poll(
  door: TelegramDoor,
  signal: AbortSignal,
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>,
  failed: (error: unknown) => void,
): Promise<void> {
  let offset = 0;
  let failures = 0;
  let cleared = false;
  while (!signal.aborted) {
    try {
      // a webhook set before would keep the updates away from here
      if (!cleared) await door.channel.polling.deleteWebhook({}, signal as never);
      cleared = true;
      const updates = await door.channel.polling.getUpdates(
        { offset, timeout: patience, allowed_updates: [...wantedUpdates] },
        signal as never, // the library names the signal of an older fetch; it is the same object
      );
      for (const update of updates) {
        await takeUpdate(door, update);
        offset = update.update_id + 1;
      }
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      failed(error);
      await pause(Math.min(30_000, 500 * 2 ** failures++), signal);
    }
  }
}
