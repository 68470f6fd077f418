import { expect, onTestFinished, test } from "vitest";
import { minute } from "../../src/base/time.ts";
import { connectTelegram } from "../../src/node/telegram.ts";
import { openBotApi } from "../stand-in/bot-api.ts";
import { settingsWith } from "../world.ts";
import { openHouse } from "./house-under-test.ts";

const fault = { status: 503, description: "Service Unavailable" };

/** A bot connected to the stand-in; `wait` is told each pause. */
async function connected(
  mode: "webhook" | "polling",
  faults: number,
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>,
) {
  const api = await openBotApi();
  api.mood(
    mode === "webhook" ? "setWebhook" : "deleteWebhook",
    ...Array.from({ length: faults }, () => fault),
  );
  const under = await openHouse();
  const told: unknown[] = [];
  const settings = settingsWith({
    PUBLIC_URL: "https://trousseau.example",
    TELEGRAM_BOT_TOKEN: "4242:test",
    TELEGRAM_WEBHOOK_SECRET: "a secret for the tests",
    TELEGRAM_API_ROOT: api.root,
    TELEGRAM_MODE: mode,
  });
  const failed = (_: string, error: unknown) => void told.push(error);
  const [telegram] = connectTelegram({ house: under.house, settings, failed, wait });
  if (!telegram) throw new Error("not connected");
  onTestFinished(async () => {
    await telegram.stop();
    await under.close();
    await api.close();
  });
  return { api, telegram, told };
}

test("a webhook that is not taken is asked for again, at growing pauses, until it is", async () => {
  const waits: number[] = [];
  const states: string[] = [];
  const { api, telegram, told } = await connected("webhook", 12, async (milliseconds) => {
    waits.push(milliseconds);
    states.push(telegram.state());
  });
  await api.until((calls) => calls.some(({ method }) => method === "setWebhook"));
  await telegram.stop();
  expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(waits).toHaveLength(12);
  expect(Math.max(...waits)).toBe(5 * minute);
  expect(told).toHaveLength(12);
  expect(new Set(states)).toEqual(new Set(["connecting"]));
  expect(api.calls.find(({ method }) => method === "setWebhook")?.body).toMatchObject({
    url: "https://trousseau.example/webhooks/telegram",
    secret_token: "a secret for the tests",
  });
});

test("taken at once, it is connected and asked for no more", async () => {
  const { api, telegram } = await connected("webhook", 0, async () => {
    throw new Error("nothing to wait for");
  });
  await api.until((calls) => calls.length === 1);
  await expect.poll(() => telegram.state()).toBe("connected");
  expect(api.calls.map(({ method }) => method)).toEqual(["setWebhook"]);
});

test("stopped, it asks no more", async () => {
  let waits = 0;
  const { api, telegram } = await connected("webhook", 100, async (_, signal) => {
    waits++;
    await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  });
  await expect.poll(() => waits).toBe(1);
  await telegram.stop();
  expect(waits).toBe(1);
  expect(telegram.state()).toBe("connecting");
  expect(api.calls).toEqual([]);
});

test("long polling is connected once the network answers", async () => {
  const states: string[] = [];
  const { telegram } = await connected("polling", 2, async () => {
    states.push(telegram.state());
  });
  await expect.poll(() => telegram.state()).toBe("connected");
  expect(states).toEqual(["connecting", "connecting"]);
});
