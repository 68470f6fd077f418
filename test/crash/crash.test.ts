import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { telegramChannel } from "../../src/channels/telegram.ts";
import { openNodeHouse } from "../../src/node/house.ts";
import { type BotApi, openBotApi } from "../stand-in/bot-api.ts";
import { machineDate, pressUpdate, textUpdate } from "../stand-in/updates.ts";
import { settingsWith } from "../world.ts";

const secret = "a secret for the tests";
const chat = 77;
const updates = [
  textUpdate(1, chat, "/start", machineDate()),
  pressUpdate(2, chat, "accueil.language.french", machineDate()),
  textUpdate(3, chat, "c koi visal", machineDate()),
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "trousseau-crash-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Moments between the request to the network and the record that it was accepted: a repeat is allowed. */
function mayRepeat(points: readonly string[], last: number): boolean {
  const before = points.slice(0, last);
  const sends = before.filter((name) => name === "before send").length;
  const recorded = before.slice(before.lastIndexOf("before send")).includes("after write");
  return sends > 0 && !recorded;
}

test("a process killed at any moment answers exactly what an uninterrupted one answers", async () => {
  const whole = await run(0, join(folder, "whole.db"));
  expect(whole.texts).toHaveLength(3);
  expect(whole.points.length).toBeGreaterThan(30);

  const differing: string[] = [];
  for (let last = 1; last <= whole.points.length; last++) {
    const { texts } = await run(last, join(folder, `${last}.db`));
    const once = texts.filter((text, place) => text !== texts[place - 1]);
    const same = JSON.stringify(texts) === JSON.stringify(whole.texts);
    const repeated = JSON.stringify(once) === JSON.stringify(whole.texts);
    if (same || (repeated && mayRepeat(whole.points, last))) continue;
    differing.push(`${last} (${whole.points[last - 1]}): ${JSON.stringify(texts)}`);
  }
  expect(differing).toEqual([]);
}, 240_000);

/** Posts the updates as Telegram does, kills the server at a moment, takes up what is left. */
async function run(last: number, database: string) {
  const api = await openBotApi();
  const environment = {
    DATABASE_URL: `file:${database}`,
    SECRET_KEY: "a secret key for tests only, long enough",
    TELEGRAM_BOT_TOKEN: "4242:test",
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: api.root,
    TELEGRAM_MODE: "webhook",
    PUBLIC_URL: "http://localhost:3000",
    LOG_LEVEL: "silent",
  };
  const child = fork(new URL("child.ts", import.meta.url), [String(last)], {
    env: { ...process.env, ...environment },
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const dead = new Promise<null>((resolve) => child.once("exit", () => resolve(null)));
  const started = (await Promise.race([once(child), dead])) as { port: number } | null;
  let unsaid = [...updates];
  if (started) {
    for (const update of updates) {
      if (!(await post(started.port, update))) break;
      unsaid = unsaid.filter((one) => one !== update);
      // one after the other, so that every run passes the same moments in the same order
      await Promise.race([dead, quiet(child)]);
    }
  }
  let points: readonly string[] = [];
  if (last === 0) points = ((await quiet(child)) as { points: string[] }).points;
  else await Promise.race([dead, quiet(child)]);
  child.kill("SIGKILL");
  await dead;
  await recover(environment, unsaid, api);
  const texts = api.texts(chat);
  await api.close();
  return { texts, points };
}

/** A new process on the same file: leftovers first, then what Telegram delivers again. */
async function recover(
  environment: Readonly<Record<string, string>>,
  unsaid: readonly { readonly update_id: number }[],
  api: BotApi,
): Promise<void> {
  const { takeUpdate } = await import("../../src/channels/telegram-door.ts");
  const house = await openNodeHouse({
    settings: settingsWith(environment),
    sends: true,
    broke: (_, error) => {
      throw error;
    },
  });
  const channel = telegramChannel("4242:test", api.root);
  house.connect(channel);
  await house.takeUpLeftovers();
  await house.settled();
  const door = {
    channel,
    secret,
    clock: house.clock,
    receive: (message: Parameters<typeof house.receive>[1]) =>
      house.receive("rencontres-et-loisirs", message),
  };
  for (const update of unsaid) {
    await takeUpdate(door, update as Parameters<typeof takeUpdate>[1]);
    await house.settled();
  }
  await house.close();
}

function once(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once("message", resolve));
}

function quiet(child: ChildProcess): Promise<unknown> {
  const answer = once(child);
  if (child.connected) child.send("quiet", () => undefined);
  return answer;
}

async function post(port: number, update: unknown): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/webhooks/telegram`, {
      method: "POST",
      headers: { "x-telegram-bot-api-secret-token": secret, "content-type": "application/json" },
      body: JSON.stringify(update),
    });
    return response.ok;
  } catch {
    return false; // killed in the middle: Telegram will deliver it again
  }
}
