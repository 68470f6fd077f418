import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Instant, isoOf } from "../../src/base/time.ts";
import { noBrowser, openBrowser } from "../browser/open-browser.ts";
import { type BotApi, openBotApi } from "../stand-in/bot-api.ts";
import { machineDate } from "../stand-in/updates.ts";
import { type Server, startServer } from "./server.ts";
import { zoe } from "./sign-in-at-desk.ts";
import { askAndBook, beReminded, handOverAndBack, openDesk } from "./story.ts";
import { telegramPerson } from "./telegram-person.ts";

const secret = "the secret of this webhook";
let api: BotApi;
let server: Server;

beforeAll(async () => {
  api = await openBotApi();
  server = await startServer({
    TELEGRAM_BOT_TOKEN: "4242:test",
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: api.root,
    TELEGRAM_MODE: "webhook",
    PUBLIC_URL: "http://localhost:9",
    DESK_ADMIN_EMAIL: zoe.email,
    DESK_ADMIN_PASSWORD: zoe.password,
  });
});
afterAll(async () => {
  await server.close();
  await api.close();
});

test.skipIf(noBrowser)(
  "Lina asks, is checked, books, is reminded, asks for a person, is answered by one, and goes on with the bot",
  async () => {
    const address = () => `${server.url}/webhooks/telegram`;
    const lina = telegramPerson({ api, address, secret, date: machineDate }, 2001);
    await askAndBook(lina, api);
    await beReminded(lina, async () => {
      const lines = await server.command("jobs", "--at", firstReminder(), "--json");
      const done = lines
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
      expect(done).toContainEqual(expect.objectContaining({ job: "reminders", outcome: "sent" }));
    });
    const { browser, close } = await openBrowser();
    try {
      await handOverAndBack(lina, api, await openDesk(browser, server.url));
    } finally {
      await close();
    }
    expect(server.log()).not.toContain("Lina");
  },
  90_000,
);

test("it is gone soon after SIGTERM, and what it was told is still there", async () => {
  expect(await server.stop()).toBeLessThan(5_000);
  const database = open();
  expect(
    database.prepare("SELECT COUNT(*) AS n FROM Inbound WHERE state = 'received'").get(),
  ).toEqual({ n: 0 });
  database.close();
});

/** When the first reminder is due, read where the server wrote it. */
function firstReminder(): string {
  const database = open();
  const row = database
    .prepare(
      "SELECT MIN(dueAt) AS due FROM Reminder WHERE state = 'planned' AND step <> 'callList'",
    )
    .get();
  database.close();
  return isoOf(Number(row?.["due"]) as Instant);
}

function open(): DatabaseSync {
  return new DatabaseSync((server.environment["DATABASE_URL"] ?? "").replace("file:", ""), {
    readOnly: true,
  });
}
