import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { after, hour, instant } from "../../src/base/time.ts";
import { runAllJobs } from "../../src/jobs/clockwork.ts";
import { type NodeHouse, openNodeHouse } from "../../src/node/house.ts";
import { openNodeSite } from "../../src/node/site.ts";
import { openMetrics } from "../../src/operations/metrics.ts";
import type { Database } from "../../src/store/database.ts";
import { type BotApi, openBotApi } from "../stand-in/bot-api.ts";
import { textUpdate } from "../stand-in/updates.ts";
import { mondayMorning, settingsWith } from "../world.ts";

const secret = "a secret for the tests";
let folder = "";
let api: BotApi;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "trousseau-faults-"));
  api = await openBotApi();
});
afterEach(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Standing {
  readonly house: NodeHouse;
  readonly broken: readonly unknown[];
  /** The status that Telegram's webhook answers; anything but 200 and Telegram asks again. */
  write(update: number, chat: number, text: string): Promise<number>;
  ready(): Promise<{ readonly status: number; readonly body: unknown }>;
  setClock(to: string): void;
  /** What was left behind is taken up, as the minute's jobs do. */
  jobs(): Promise<void>;
  close(): Promise<void>;
}

/** The house on a file, behind its site, as a server opens it; the network is a stand-in over real HTTP. */
async function open(through?: (database: Database) => Database): Promise<Standing> {
  let now = instant(mondayMorning);
  const broken: unknown[] = [];
  const broke = (_: string, error: unknown) => void broken.push(error);
  const settings = settingsWith({
    DATABASE_URL: `file:${join(folder, "trousseau.db")}`,
    PUBLIC_URL: "http://localhost:3000",
    TELEGRAM_BOT_TOKEN: "4242:test",
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: api.root,
  });
  const house = await openNodeHouse({
    ...{ settings, clock: { now: () => now }, sends: true, strictTexts: true, broke },
    ...(through ? { through } : {}),
  });
  const troubled = (channel: string, _: string, error: unknown) => broke(channel, error);
  const site = await openNodeSite({ house, settings, metrics: openMetrics(), troubled, broke });
  const incoming = { socket: { remoteAddress: "198.51.100.1", remotePort: 4242 } };
  const ask = (path: string, init?: RequestInit) =>
    site.app.fetch(new Request(`http://localhost:3000${path}`, init), { incoming });
  return {
    ...{ house, broken },
    async write(update, chat, text) {
      const body = JSON.stringify(textUpdate(update, chat, text, Math.floor(now / 1000)));
      const headers = {
        "content-type": "application/json",
        "x-telegram-bot-api-secret-token": secret,
      };
      return (await ask("/webhooks/telegram", { method: "POST", headers, body })).status;
    },
    async ready() {
      const response = await ask("/readyz");
      return { status: response.status, body: await response.json() };
    },
    setClock(to) {
      now = instant(to);
    },
    async jobs() {
      // older than what is being answered right now
      now = after(now, 60_000);
      await runAllJobs(house, now, false);
      await house.settled();
    },
    async close() {
      site.closeStreams();
      await site.stop();
      await house.settled();
      await house.close();
    },
  };
}

/** How often each chat was told what Visale is. */
const answered = (chat: number) => api.texts(chat).filter((text) => /Visale/.test(text)).length;

const troubles: readonly [string, (file: DatabaseSync, path: string) => () => void][] = [
  [
    "the disk is full",
    (file) => {
      const { page_count: pages } = file.prepare("PRAGMA page_count").get() as {
        page_count: number;
      };
      file.exec(`PRAGMA max_page_count=${pages}`);
      return () => file.exec("PRAGMA max_page_count=1073741823");
    },
  ],
  [
    "the file can only be read",
    (file) => {
      file.exec("PRAGMA query_only=ON");
      return () => file.exec("PRAGMA query_only=OFF");
    },
  ],
  [
    "another program holds the file",
    (file, path) => {
      file.exec("PRAGMA busy_timeout=20");
      const other = new DatabaseSync(path);
      other.exec("BEGIN IMMEDIATE");
      return () => {
        other.exec("ROLLBACK");
        other.close();
      };
    },
  ],
];

test.each(troubles)(
  "%s: Telegram is told to ask again, and each message is answered once",
  async (_, begin) => {
    const standing = await open();
    const people = [...Array(40).keys()].map((nth) => 100 + nth);
    // a long message needs room that a full disk has not
    const long = `c koi visale ? ${"merci ".repeat(600)}`;
    const mend = begin(standing.house.database.connection, join(folder, "trousseau.db"));
    const refused: number[] = [];
    for (const chat of people) {
      if ((await standing.write(chat, chat, long)) !== 200) refused.push(chat);
      await standing.house.settled();
    }
    expect(refused.length).toBeGreaterThan(0);
    // what could not be kept was not answered: an answer without its question would be lost at a restart
    for (const chat of refused) expect(api.texts(chat)).toEqual([]);

    mend();
    for (const chat of refused) expect(await standing.write(chat, chat, long)).toBe(200);
    await standing.house.settled();
    await standing.jobs();
    expect(people.filter((chat) => answered(chat) !== 1)).toEqual([]);
    await standing.close();
  },
);

test("a database that answers nothing makes /readyz say so, without a word of why", async () => {
  let dead = false;
  const standing = await open((database) => ({
    get: (...given) =>
      dead ? Promise.reject(new Error("disk I/O error")) : database.get(...given),
    all: (...given) =>
      dead ? Promise.reject(new Error("disk I/O error")) : database.all(...given),
    run: (statement) => database.run(statement),
    batch: (statements) => database.batch(statements),
    close: () => database.close(),
  }));
  expect(await standing.ready()).toMatchObject({ status: 200, body: { ok: true } });
  dead = true;
  expect(await standing.ready()).toEqual({
    status: 503,
    body: { ok: false, wrong: [{ code: "database" }] },
  });
  dead = false;
  expect(await standing.ready()).toMatchObject({ status: 200, body: { ok: true } });
  await standing.close();
});

test("on a slow disk Telegram hears 200 only once the message is kept, and the answer leaves after it is", async () => {
  let slow = false;
  const waiting: (() => void)[] = [];
  const gate = () =>
    slow ? new Promise<void>((resolve) => void waiting.push(resolve)) : Promise.resolve();
  const standing = await open((database) => ({
    get: (...given) => database.get(...given),
    all: (...given) => database.all(...given),
    run: (statement) => gate().then(() => database.run(statement)),
    batch: (statements) => gate().then(() => database.batch(statements)),
    close: () => database.close(),
  }));
  slow = true;
  let status = 0;
  const posted = standing.write(1, 7, "c koi visale").then((said) => {
    status = said;
  });
  // one write after the other is let through; nobody hears of what is not on the disk
  const seen: string[] = [];
  while (answered(7) === 0) {
    await new Promise((resolve) => setImmediate(resolve));
    const next = waiting.shift();
    if (!next) continue;
    seen.push(`${status} ${answered(7)}`);
    next();
  }
  await posted;
  expect(seen[0]).toBe("0 0");
  expect(status).toBe(200);
  expect(seen.length).toBeGreaterThanOrEqual(2);
  slow = false;
  for (const next of waiting) next();
  await standing.house.settled();
  await standing.jobs();
  expect(answered(7)).toBe(1);
  await standing.close();
});

test("a clock that jumps back or ahead repeats nothing and loses nothing", async () => {
  const standing = await open();
  await standing.write(1, 7, "c koi visale");
  await standing.house.settled();
  const said = api.texts(7).length;
  standing.setClock("2026-11-23T05:00:00+01:00");
  await standing.jobs();
  await standing.write(2, 8, "c koi visale");
  await standing.house.settled();
  standing.setClock("2026-11-25T09:00:00+01:00");
  await standing.jobs();
  await standing.jobs();
  expect(api.texts(7)).toHaveLength(said);
  expect(answered(8)).toBe(1);
  expect(await standing.ready()).toMatchObject({ status: 200 });
  expect(standing.broken).toEqual([]);
  expect(standing.house.clock.now() - instant(mondayMorning)).toBeGreaterThan(47 * hour);
  await standing.close();
});

test("a storm of 429: nothing is lost, nothing leaves before the network asked, each answer leaves once", async () => {
  const standing = await open();
  const people = [...Array(20).keys()].map((nth) => 300 + nth);
  const busy = { status: 429, description: "Too Many Requests: retry after 5", retryAfter: 5 };
  api.mood("sendMessage", ...people.map(() => busy));
  for (const chat of people) await standing.write(chat, chat, "c koi visale");
  await standing.house.settled();
  expect(people.filter((chat) => answered(chat) > 0)).toEqual([]);
  await standing.jobs();
  expect(people.filter((chat) => answered(chat) !== 1)).toEqual([]);
  await standing.close();
});
