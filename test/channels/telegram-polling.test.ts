import { expect, test } from "vitest";
import type { Message } from "../../src/base/message.ts";
import { instant } from "../../src/base/time.ts";
import { telegramChannel } from "../../src/channels/telegram.ts";
import { pollTelegram } from "../../src/channels/telegram-polling.ts";
import { type BotApi, openBotApi } from "../stand-in/bot-api.ts";
import { textUpdate } from "../stand-in/updates.ts";

const chat = 77;
const token = "4242:test";

/** Long polling that tells what it took, and fails when asked to. */
function polled(api: BotApi) {
  const taken: string[] = [];
  const failures: unknown[] = [];
  let toFail = 0;
  let look: (() => void) | null = null;
  const door = {
    channel: telegramChannel(token, api.root),
    secret: null,
    clock: { now: () => instant("2026-11-23T08:00:00Z") },
    async receive({ id }: Message): Promise<"stored" | "seen"> {
      if (toFail-- > 0) throw new Error("the disk is full");
      taken.push(id);
      look?.();
      return "stored";
    },
  };
  return {
    taken,
    failures,
    failNext(times: number) {
      toFail = times;
    },
    start: () =>
      pollTelegram(
        door,
        () => Promise.resolve(),
        (error) => void failures.push(error),
      ),
    until: (count: number) =>
      new Promise<void>((resolve) => {
        look = () => taken.length >= count && resolve();
        look();
      }),
  };
}

test("an update is confirmed only once it is stored: a store that fails is given it again", async () => {
  const api = await openBotApi();
  const watch = polled(api);
  watch.failNext(2);
  api.feed(textUpdate(7, chat, "un"), textUpdate(8, chat, "deux"));
  const polling = watch.start();
  await watch.until(2);
  await polling.stop();
  expect(watch.taken).toEqual(["7", "8"]);
  expect(watch.failures).toHaveLength(2);
  await api.close();
});

test("started again, it goes on where it was", async () => {
  const api = await openBotApi();
  const watch = polled(api);
  api.feed(textUpdate(7, chat, "un"));
  const first = watch.start();
  await watch.until(1);
  await first.stop();
  api.feed(textUpdate(8, chat, "deux"));
  const second = watch.start();
  await watch.until(2);
  await second.stop();
  // what was stored and not yet confirmed may come again: the store knows it by its number
  expect([...new Set(watch.taken)]).toEqual(["7", "8"]);
  expect(watch.failures).toEqual([]);
  await api.close();
});

test("a webhook set before is taken away first, and stopping does not wait for the next update", async () => {
  const api = await openBotApi();
  const watch = polled(api);
  const polling = watch.start();
  await api.until((calls) => calls.some(({ method }) => method === "deleteWebhook"));
  await polling.stop();
  expect(watch.failures).toEqual([]);
  await api.close();
});

test("one malformed update does not hold up the others", async () => {
  const api = await openBotApi();
  const watch = polled(api);
  const broken = { update_id: 7, message: 12 };
  api.feed(broken, textUpdate(8, chat, "deux"));
  const polling = watch.start();
  await watch.until(1);
  await polling.stop();
  expect(watch.taken).toEqual(["8"]);
  await api.close();
});
