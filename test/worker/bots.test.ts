import { expect, test } from "vitest";
import type { Instant } from "../../src/base/time.ts";
import { telegramChannel } from "../../src/channels/telegram.ts";
import { tellWebhooks } from "../../src/worker/bots.ts";
import { openBotApi } from "../stand-in/bot-api.ts";

const silent = { warn: () => undefined, failed: () => undefined };

async function bots(count: number) {
  const api = await openBotApi();
  const all = Array.from({ length: count }, (_, place) => {
    const token = `${place + 1}:token`;
    const settings = {
      token,
      secret: `secret-${place}`,
      apiRoot: api.root,
      mode: "webhook",
    } as const;
    return { structure: `s-${place}`, settings, channel: telegramChannel(token, api.root) };
  });
  return { api, all };
}

test("each bot is told its own address and its own secret, ten in a pass", async () => {
  const { api, all } = await bots(12);
  const job = tellWebhooks(all, "https://trousseau.example", silent);
  const first = await job.pass(0 as Instant, false, null);
  expect(first.lines).toHaveLength(10);
  expect(first.next).toBe("10");
  const last = await job.pass(0 as Instant, false, first.next);
  expect(last.next).toBeNull();
  const told = api.calls.filter(({ method }) => method === "setWebhook");
  expect(told).toHaveLength(12);
  expect(told.map(({ body }) => body["url"])).toContain(
    "https://trousseau.example/webhooks/telegram/s-11",
  );
  expect(told.map(({ body }) => body["secret_token"])).toContain("secret-11");
  await api.close();
});

test("a bot that Telegram refuses is named in the log with its code, never its token, and the pass fails", async () => {
  const { api, all } = await bots(2);
  const told: unknown[] = [];
  const log = { ...silent, warn: (...given: unknown[]) => void told.push(given) };
  await api.close();
  const job = tellWebhooks(all, "https://trousseau.example", log);
  await expect(job.pass(0 as Instant, false, null)).rejects.toThrow("a webhook was refused");
  expect(told).toEqual([
    ["webhook", { structure: "s-0", code: "no answer" }],
    ["webhook", { structure: "s-1", code: "no answer" }],
  ]);
});
