import type { Page } from "playwright-core";
import { openBrowser } from "../browser/open-browser.ts";
import { openBotApi } from "../stand-in/bot-api.ts";
import { machineDate } from "../stand-in/updates.ts";
import { signInAtDesk, zoe } from "./sign-in-at-desk.ts";
import { type TelegramPerson, telegramPerson } from "./telegram-person.ts";
import { startWorkerSite, type WorkerSite } from "./worker-site.ts";

/** From the moment a message was stored, after how many milliseconds a page showed it. */
export interface Shown {
  readonly where: "queue" | "conversation" | "chat: a worker" | "chat: the bot";
  readonly after: number;
}

/** The pages somebody looks at while others write, in a real browser, on the site on Workers. */
export interface LivePages {
  /** The visitor asks the bot on the web chat, and reads its answer. */
  askBot(round: number): Promise<readonly Shown[]>;
  /** The visitor asks for a person; a worker takes both conversations. */
  takeBoth(): Promise<void>;
  /** At once: somebody writes on Telegram, whom the worker follows, and the worker answers the visitor. */
  writeBoth(round: number): Promise<readonly Shown[]>;
  /** The pages that were loaded again since they were opened: none, if all came live. */
  reloaded(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const secret = "the secret of this webhook";
const patience = 15_000;

/** Starts the site and a browser with the visitor's page open. */
export async function openLivePages(): Promise<LivePages> {
  const api = await openBotApi();
  const site = await startWorkerSite({
    settings: {
      TELEGRAM_BOT_TOKEN: "4242:test",
      TELEGRAM_WEBHOOK_SECRET: secret,
      TELEGRAM_API_ROOT: api.root,
      DESK_ADMIN_EMAIL: zoe.email,
      DESK_ADMIN_PASSWORD: zoe.password,
    },
  });
  const { browser, close } = await openBrowser({ locale: "fr-FR", reducedMotion: "reduce" });
  const address = () => `${site.url}/webhooks/telegram`;
  const lina = telegramPerson({ api, address, secret, date: machineDate }, 5_001);
  const open = async (path: string) => {
    const page = await browser.newPage();
    await page.goto(`${site.url}${path}`);
    return page;
  };
  const chat = await openChat(open);
  const pages = new Map([["chat", chat]]);
  return {
    askBot: (round) => askBot(site, chat, round),
    async takeBoth() {
      for (const [name, page] of await takeBoth({ site, open, chat, lina })) {
        pages.set(name, page);
        await mark(page);
      }
    },
    writeBoth: (round) => writeBoth({ site, lina, pages }, round),
    async reloaded() {
      const marks = await Promise.all([...pages.values()].map(isMarked));
      return [...pages.keys()].filter((_, place) => !marks[place]);
    },
    async close() {
      await close();
      await site.close();
      await api.close();
    },
  };
}

async function openChat(open: (path: string) => Promise<Page>): Promise<Page> {
  const page = await open("/");
  await page.getByRole("button", { name: "Français" }).click();
  await page.getByText("24 mois").waitFor();
  await mark(page);
  return page;
}

/** A page that is loaded again forgets this. */
const mark = (page: Page) =>
  page.evaluate(() => document.documentElement.setAttribute("data-since-opened", ""));
const isMarked = (page: Page) =>
  page.evaluate(() => document.documentElement.hasAttribute("data-since-opened"));

interface Expected {
  readonly selector: string;
  readonly text: string;
  /** How many such are there already. */
  readonly before?: number;
}

/** When the page first shows one more, by the machine's clock; asked before it is written. */
function whenShown(page: Page, { selector, text, before = 0 }: Expected): Promise<number> {
  return page.evaluate(
    ([within, words, already, limit]) =>
      new Promise<number>((resolve, reject) => {
        const watcher = new MutationObserver(() => {
          const all = [...document.querySelectorAll(within)];
          if (all.filter((one) => one.textContent?.includes(words)).length <= already) return;
          watcher.disconnect();
          resolve(performance.timeOrigin + performance.now());
        });
        watcher.observe(document, { childList: true, subtree: true, characterData: true });
        setTimeout(() => reject(new Error(`never shown in ${within}: ${words}`)), limit);
      }),
    [selector, text, before, patience] as const,
  );
}

async function storedAt(site: WorkerSite, sql: string): Promise<number> {
  const [row] = await site.rows(sql);
  return Number(row?.["at"]);
}

async function askBot(site: WorkerSite, chat: Page, round: number): Promise<readonly Shown[]> {
  const before = await chat.locator(".from-bot").count();
  const shown = whenShown(chat, { selector: ".from-bot", text: "", before });
  await chat.getByLabel("Ton message").fill(round % 2 === 0 ? "menu" : "c koi visale");
  await chat.getByRole("button", { name: "Envoyer" }).click();
  const at = await shown;
  const stored = await storedAt(site, "SELECT MAX(receivedAt) AS at FROM Inbound");
  return [{ where: "chat: the bot", after: at - stored }];
}

interface Taking {
  readonly site: WorkerSite;
  readonly chat: Page;
  readonly lina: TelegramPerson;
  open(path: string): Promise<Page>;
}

async function takeBoth({ site, open, chat, lina }: Taking): Promise<[string, Page][]> {
  await lina.say("/start");
  await lina.press("Français");
  await lina.say("conseiller");
  await chat.getByLabel("Ton message").fill("conseiller");
  await chat.getByRole("button", { name: "Envoyer" }).click();
  await chat.locator(".from-bot", { hasText: "l'équipe" }).last().waitFor();

  const queue = await open("/desk");
  await signInAtDesk(queue);
  await queue.locator(".row").nth(1).waitFor();
  const pages: [string, Page][] = [["queue", queue]];
  for (const channel of ["telegram", "web"]) {
    const [row] = await site.rows(`SELECT id FROM Conversation WHERE channel = '${channel}'`);
    const page = await open(`/desk/conversations/${String(row?.["id"])}`);
    await page.getByRole("button", { name: "Prendre" }).click();
    await page.getByText("Vous suivez cette conversation.").waitFor();
    pages.push([channel, page]);
  }
  return pages;
}

interface Writing {
  readonly site: WorkerSite;
  readonly lina: TelegramPerson;
  readonly pages: ReadonlyMap<string, Page>;
}

async function writeBoth({ site, lina, pages }: Writing, round: number): Promise<readonly Shown[]> {
  const opened = (name: string) => {
    const page = pages.get(name);
    if (!page) throw new Error(`${name} is not open`);
    return page;
  };
  const [question, answer] = [`question numéro ${round}.`, `réponse numéro ${round}.`];
  const shown = Promise.all([
    whenShown(opened("queue"), { selector: "#file .row-words", text: question }),
    whenShown(opened("telegram"), { selector: "#fil .said-person", text: question }),
    whenShown(opened("chat"), { selector: ".from-worker", text: answer }),
  ]);
  const web = opened("web");
  await web.getByLabel("Votre réponse").fill(answer);
  await Promise.all([lina.write(question), web.getByRole("button", { name: "Envoyer" }).click()]);
  const [inQueue, inConversation, inChat] = await shown;
  const heard = await storedAt(site, "SELECT MAX(receivedAt) AS at FROM Inbound");
  const said = await storedAt(site, "SELECT MAX(createdAt) AS at FROM Outgoing");
  return [
    { where: "queue", after: inQueue - heard },
    { where: "conversation", after: inConversation - heard },
    { where: "chat: a worker", after: inChat - said },
  ];
}
