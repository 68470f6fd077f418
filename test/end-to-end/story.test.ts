import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Instant, isoOf } from "../../src/base/time.ts";
import { noBrowser, openBrowser } from "../browser/open-browser.ts";
import { type BotApi, openBotApi } from "../stand-in/bot-api.ts";
import { pressUpdate, textUpdate } from "../stand-in/updates.ts";
import { type Server, startServer } from "./server.ts";

const secret = "the secret of this webhook";
const password = "a long enough password";
const chat = 2001;
let api: BotApi;
let server: Server;
let updates = 0;

beforeAll(async () => {
  api = await openBotApi();
  server = await startServer({
    TELEGRAM_BOT_TOKEN: "4242:test",
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: api.root,
    TELEGRAM_MODE: "webhook",
    PUBLIC_URL: "http://localhost:9",
    DESK_ADMIN_EMAIL: "zoe@example.org",
    DESK_ADMIN_PASSWORD: password,
  });
});
afterAll(async () => {
  await server.close();
  await api.close();
});

/** Posts an update as Telegram does, and waits for the next message to the chat. */
async function send(update: unknown): Promise<string> {
  const before = api.texts(chat).length;
  const response = await fetch(`${server.url}/webhooks/telegram`, {
    method: "POST",
    headers: { "x-telegram-bot-api-secret-token": secret, "content-type": "application/json" },
    body: JSON.stringify(update),
  });
  expect(response.status).toBe(200);
  await api.until(() => api.texts(chat).length > before);
  return api.texts(chat).at(-1) ?? "";
}
const say = (text: string) => send(textUpdate(++updates, chat, text));
const press = (label: string) => {
  const buttons = api.calls
    .filter((call) => call.chat === String(chat))
    .flatMap((call) => call.buttons);
  const option = buttons.findLast((button) => button.text === label)?.callback_data;
  if (!option) throw new Error(`no button says "${label}"`);
  return send(pressUpdate(++updates, chat, option));
};

test.skipIf(noBrowser)(
  "Lina asks, is checked, books, is reminded, asks for a person, is answered by one, and goes on with the bot",
  async () => {
    expect(await say("/start")).toContain("Choisis ta langue");
    expect(await press("Français")).toContain("24 mois");
    expect(await say("c koi visal ?")).toContain("Tu as quel âge");
    await say("19 ans");
    await press("Études");
    await say("non");
    await say("1");
    await say("hénin beaumont");
    await say("450 €");
    await say("700");
    await press("Française");
    expect(await say("1")).toContain("Visale : probablement oui");

    expect(await press("Prendre rendez-vous")).toContain("quelle ville");
    await say("carvin");
    await say("1");
    expect(await say("1")).toContain("Mission locale de Carvin");
    const confirmed = await press("Confirmer");
    expect(confirmed).toContain("189 avenue de la République");
    await api.until((calls) => calls.some((call) => call.method === "sendDocument"));
    await say("Lina");

    const reminded = api.texts(chat).length;
    const lines = await server.command("jobs", "--at", firstReminder(), "--json");
    expect(JSON.parse(lines.split("\n")[0] ?? "")).toMatchObject({
      job: "reminders",
      outcome: "sent",
    });
    expect(api.texts(chat).slice(reminded).join()).toMatch(/^Rappel/);
    expect(api.texts(chat).slice(reminded).join()).not.toContain("Mission locale");
    expect(await press("Comment y aller")).toContain("189 avenue de la République");

    const { browser, close } = await openBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`${server.url}/desk`);
      await page.getByLabel(/e-mail/i).fill("zoe@example.org");
      await page.getByLabel("Mot de passe").fill(password);
      await page.getByRole("button", { name: /connecter/i }).click();
      await page.getByText("Personne n'attend.").waitFor();

      await say("conseiller");
      await page.getByRole("link", { name: /Lina/ }).click();
      await page.getByRole("button", { name: "Prendre" }).click();
      await page.getByText("Vous suivez cette conversation.").waitFor();
      const held = api.texts(chat).length;
      await page.getByLabel("Votre réponse").fill("Bonjour Lina, je suis Zoé.");
      await page.getByRole("button", { name: "Envoyer" }).click();
      await api.until(() => api.texts(chat).length === held + 1);
      expect(api.texts(chat).at(-1)).toBe("Bonjour Lina, je suis Zoé.");

      // the bot is silent: what Lina writes is shown to Zoé, and nothing else answers
      await post(textUpdate(++updates, chat, "merci, c koi le fsl ?"));
      await page.locator(".said-person", { hasText: "merci, c koi le fsl ?" }).waitFor();
      expect(api.texts(chat)).toHaveLength(held + 1);

      await page.getByText("Rendre au robot", { exact: true }).click();
      await page.getByRole("button", { name: /^Au menu/ }).click();
      await api.until(() => api.texts(chat).length === held + 2);
      expect(await say("c koi le fsl ?")).toContain("Le FSL");
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

async function post(update: unknown): Promise<void> {
  const response = await fetch(`${server.url}/webhooks/telegram`, {
    method: "POST",
    headers: { "x-telegram-bot-api-secret-token": secret },
    body: JSON.stringify(update),
  });
  expect(response.status).toBe(200);
}

/** When the first reminder is due, read where the server wrote it. */
function firstReminder(): string {
  const database = open();
  const row = database
    .prepare("SELECT MIN(dueAt) AS due FROM Reminder WHERE state = 'planned'")
    .get();
  database.close();
  return isoOf(Number(row?.["due"]) as Instant);
}

function open(): DatabaseSync {
  return new DatabaseSync((server.environment["DATABASE_URL"] ?? "").replace("file:", ""), {
    readOnly: true,
  });
}
