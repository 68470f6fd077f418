import { afterAll, beforeAll, expect, test } from "vitest";
import { type Instant, instant } from "../../src/base/time.ts";
import { noBrowser, openBrowser } from "../browser/open-browser.ts";
import { type BotApi, openBotApi } from "../stand-in/bot-api.ts";
import { textUpdate } from "../stand-in/updates.ts";
import { statusOfLargePost } from "./large-post.ts";
import { zoe } from "./sign-in-at-desk.ts";
import { askAndBook, beReminded, handOverAndBack, openDesk } from "./story.ts";
import { telegramPerson } from "./telegram-person.ts";
import { startWorkerSite, type WorkerSite } from "./worker-site.ts";

const secret = "the secret of the first webhook";
const malakoff = "the secret of Malakoff's webhook";
const mondayMorning = instant("2026-11-23T09:00:00+01:00");
let api: BotApi;
let site: WorkerSite;

beforeAll(async () => {
  api = await openBotApi();
  site = await startWorkerSite({
    at: mondayMorning,
    settings: {
      TELEGRAM_BOT_TOKEN: "4242:test",
      TELEGRAM_WEBHOOK_SECRET: secret,
      TELEGRAM_BOT_TOKEN__CCAS_MALAKOFF: "4343:test",
      TELEGRAM_WEBHOOK_SECRET__CCAS_MALAKOFF: malakoff,
      TELEGRAM_API_ROOT: api.root,
      DESK_ADMIN_EMAIL: zoe.email,
      DESK_ADMIN_PASSWORD: zoe.password,
    },
  });
});
afterAll(async () => {
  await site.close();
  await api.close();
});

test.skipIf(noBrowser)(
  "on Workers, Lina asks, is checked, books, is reminded after a deployment, asks for a person, is answered by one, and goes on with the bot",
  async () => {
    const address = () => `${site.url}/webhooks/telegram`;
    const lina = telegramPerson({ api, address, secret }, 3001);
    await askAndBook(lina, api);
    await beReminded(lina, async () => {
      const before = lina.texts().length;
      const [row] = await site.rows(
        "SELECT MIN(dueAt) AS due FROM Reminder WHERE state = 'planned'",
      );
      // no command sets the hour there: the engine is started again, with its clock at that hour
      await site.deployAt(Number(row?.["due"]) as Instant);
      await site.ring();
      await api.until(() => lina.texts().length > before);
    });
    const { browser, close } = await openBrowser();
    try {
      await handOverAndBack(lina, api, await openDesk(browser, site.url));
    } finally {
      await close();
    }
    expect(await site.rows("SELECT id FROM Inbound WHERE state = 'received'")).toEqual([]);
    expect(site.log()).not.toMatch(/Lina|"level":"error"/);
  },
  120_000,
);

test("each bot is told of its own webhook, with its own secret", async () => {
  await api.until((calls) => calls.filter(({ method }) => method === "setWebhook").length >= 2);
  const told = api.calls
    .filter(({ method }) => method === "setWebhook")
    .map(({ body }) => [body["url"], body["secret_token"]]);
  expect(told).toContainEqual([`${site.url}/webhooks/telegram/rencontres-et-loisirs`, secret]);
  expect(told).toContainEqual([`${site.url}/webhooks/telegram/ccas-malakoff`, malakoff]);
});

test("at Malakoff's bot and on its page, people are called vous", async () => {
  const address = () => `${site.url}/webhooks/telegram/ccas-malakoff`;
  const karim = telegramPerson({ api, address, secret: malakoff }, 3002);
  expect(await karim.say("/start")).toContain("Choisissez votre langue");
  const page = await (await fetch(`${site.url}/s/ccas-malakoff`)).text();
  expect(page).toContain("Malakoff");
  expect(page).toMatch(/\bvous\b/i);
  expect(page).not.toMatch(/\b(?:tu|ton|tes)\b/i);
});

test("without script, a form is answered on the page it leads back to", async () => {
  const form = new URLSearchParams({ id: "first", opened: "true" });
  const headers = { origin: site.url };
  const request = { method: "POST", headers, body: form, redirect: "manual" } as const;
  const sent = await fetch(`${site.url}/s/ccas-malakoff`, request);
  expect([sent.status, sent.headers.get("location")]).toEqual([303, "/s/ccas-malakoff#last"]);
  const cookie = sent.headers.get("set-cookie")?.split(";")[0] ?? "";
  const page = async (path: string) =>
    (await fetch(`${site.url}${path}`, { headers: { cookie } })).text();
  expect(await page("/s/ccas-malakoff")).toContain("Choisissez votre langue");
  expect(await page("/")).not.toContain("Choisissez votre langue");
});

const json = { "content-type": "application/json" };
const signed = (given: string) => ({ "x-telegram-bot-api-secret-token": given });
const update = JSON.stringify(textUpdate(900_001, 3003, "bonjour"));

test.each([
  ["no secret", "/webhooks/telegram", update, {}, 401],
  ["another structure's secret", "/webhooks/telegram", update, signed(malakoff), 401],
  ["the first one's secret", "/webhooks/telegram/ccas-malakoff", update, signed(secret), 401],
  ["a structure without a bot", "/webhooks/telegram/ccas-rueil-malmaison", update, {}, 404],
  ["a structure nobody knows", "/webhooks/telegram/nowhere", update, signed(secret), 404],
  ["no JSON", "/webhooks/telegram", "{", signed(secret), 400],
  ["JSON that is no update", "/webhooks/telegram", "[1]", signed(secret), 400],
  ["no JSON on the web chat", "/chat/messages", "{", {}, 400],
  ["an address that is none", "/nowhere", "", {}, 404],
])("given %s, POST %s answers as the contract says", async (_, path, body, headers, status) => {
  const all = { ...json, ...headers };
  const response = await fetch(`${site.url}${path}`, { method: "POST", headers: all, body });
  await response.arrayBuffer();
  expect(response.status).toBe(status);
  expect(api.texts(3003)).toEqual([]);
});

test.each([
  ["/webhooks/telegram", {}, true, 401],
  ["/webhooks/telegram", signed(secret), true, 413],
  ["/webhooks/telegram", signed(secret), false, 413],
  ["/chat/messages", json, true, 413],
  ["/chat/messages", json, false, 413],
])(
  "POST %s of 2 MiB with %j, announced: %j, is refused",
  async (path, headers, announced, status) => {
    expect(await statusOfLargePost(`${site.url}${path}`, { headers, announced })).toBe(status);
  },
);

test.each([
  ["/s/nowhere", 404],
  ["/nowhere", 404],
  ["/healthz", 200],
])("GET %s answers %d", async (path, status) => {
  expect((await fetch(`${site.url}${path}`)).status).toBe(status);
});

test("readiness names the channels of each structure and how the jobs are; the metrics can be read", async () => {
  const ready: unknown = await (await fetch(`${site.url}/readyz`)).json();
  expect(ready).toMatchObject({ ok: true });
  expect(ready).toHaveProperty("channels", [
    { name: "web", structure: "rencontres-et-loisirs" },
    { name: "web", structure: "ccas-malakoff" },
    { name: "web", structure: "ccas-rueil-malmaison" },
    { name: "telegram", structure: "rencontres-et-loisirs" },
    { name: "telegram", structure: "ccas-malakoff" },
  ]);
  expect(ready).toHaveProperty("jobs.0.name", "reminders");
  const metrics = await (await fetch(`${site.url}/metrics`)).text();
  expect(metrics).toContain('trousseau_job_age_seconds{job="reminders"}');
});

test("the pages' files are served by the platform, to be kept for ever", async () => {
  const page = await (await fetch(site.url)).text();
  const files = [...new Set(page.match(/\/look\/[^"]+/g))];
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const response = await fetch(`${site.url}${file}`);
    expect([response.status, response.headers.get("cache-control")]).toEqual([
      200,
      "public, max-age=31536000, immutable",
    ]);
    await response.arrayBuffer();
  }
});

test.each(["/desk", "/desk/agenda", "/desk/stream", "/desk/conversations/x"])(
  "without a session %s shows nothing of the desk",
  async (path) => {
    const response = await fetch(`${site.url}${path}`, { redirect: "manual" });
    expect([303, 401]).toContain(response.status);
    expect(await response.text()).not.toMatch(/Lina|Personne n'attend/);
  },
);
