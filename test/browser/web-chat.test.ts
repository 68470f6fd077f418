import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import type { Content, WrittenReply } from "../../src/base/message.ts";
import { reply, type TestHouse, testHouse } from "../channels/web-chat-house.ts";
import { noBrowser, openBrowser } from "./open-browser.ts";
import { serveChat } from "./serve-chat.ts";

if (noBrowser) console.warn(`the web chat was not tried in a browser: ${noBrowser}`);
const inBrowser = test.skipIf(noBrowser !== null);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const menu = [
  { id: "menu.start.visale", label: "Mes aides" },
  { id: "menu.start.papers", label: "Mes papiers" },
];

/** A small conversation: a menu, a question, a danger with a number to call. */
function answer(content: Content): readonly WrittenReply[] {
  if (content.kind === "opened")
    return [reply("Salut ! Je suis un robot."), reply("Tu cherches quoi ?", menu)];
  if (content.kind === "choice") return [reply("Tu as quel âge ?")];
  if (content.kind === "text" && content.text.includes("dormir"))
    return [reply("Appelle maintenant :\n115\nSi tu ne peux pas parler :\n114")];
  if (content.kind === "text" && content.text === "langue") return [reply("Choisis ta langue.")];
  return content.kind === "text"
    ? [reply("Visale : probablement oui. Lis https://www.visale.fr/")]
    : [];
}

const toClose: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

/** The page of a house, opened by somebody new. */
async function open(
  options: BrowserContextOptions = {},
): Promise<{ page: Page; house: TestHouse; address: string }> {
  const house = testHouse({ answer });
  const { address, stop } = await serveChat(house);
  toClose.push(stop);
  const { browser, close } = await openBrowser({
    locale: "fr-FR",
    viewport: { width: 360, height: 740 },
    reducedMotion: "reduce",
    ...options,
  });
  toClose.push(close);
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(address);
  return { page, house, address };
}

const bubbles = (page: Page) => page.locator(".entry .bubble").allTextContents();

inBrowser(
  "the welcome comes by itself; a choice, a text and a worker's answer follow",
  async () => {
    const { page, house } = await open();
    await page.getByRole("button", { name: "Mes aides" }).click();
    await page.getByText("Tu as quel âge ?").waitFor();
    await page.getByLabel("Ton message").fill("19 ans");
    await page.getByRole("button", { name: "Envoyer" }).click();
    await page.getByText("probablement oui").waitFor();
    house.say("worker", reply("Bonjour, c'est Nadia."));
    await page.getByText("Bonjour, c'est Nadia.").waitFor();
    expect((await bubbles(page)).map((text) => text.replaceAll("\u00a0", " "))).toEqual([
      "Salut ! Je suis un robot.",
      "Tu cherches quoi ?",
      "Mes aides",
      "Tu as quel âge ?",
      "19 ans",
      "Visale : probablement oui. Lis https://www.visale.fr/ (nouvel onglet)",
      "Bonjour, c'est Nadia.",
    ]);
    expect(house.received.map(({ content }) => content)).toEqual([
      { kind: "opened" },
      { kind: "choice", option: "menu.start.visale" },
      { kind: "text", text: "19 ans" },
    ]);
  },
);

inBrowser("a page loaded again goes on where it was, and is not opened twice", async () => {
  const { page, house } = await open();
  await page.getByRole("button", { name: "Mes papiers" }).click();
  await page.getByText("Tu as quel âge ?").waitFor();
  await page.reload();
  expect(await bubbles(page)).toHaveLength(4);
  house.say("worker", reply("Je prends la suite."));
  await page.getByText("Je prends la suite.").waitFor();
  expect(house.received.filter(({ content }) => content.kind === "opened")).toHaveLength(1);
});

inBrowser("an old choice still sends itself, and the language button says its word", async () => {
  const { page, house } = await open();
  await page.getByRole("button", { name: "Mes aides" }).click();
  await page.getByText("Tu as quel âge ?").waitFor();
  await page.getByRole("button", { name: "Mes papiers" }).click();
  await page.getByRole("button", { name: "Langue" }).click();
  await page.getByText("Choisis ta langue.").waitFor();
  expect(house.received.slice(2).map(({ content }) => content)).toEqual([
    { kind: "choice", option: "menu.start.papers" },
    { kind: "text", text: "langue" },
  ]);
});

inBrowser("what could not leave says so, and leaves when it is asked to", async () => {
  const { page, house } = await open();
  await page.getByText("Tu cherches quoi ?").waitFor();
  await page.context().setOffline(true);
  await page.getByLabel("Ton message").fill("je suis là");
  await page.keyboard.press("Enter");
  await page.locator(".state-failed").waitFor();
  await page.context().setOffline(false);
  await page.getByText("probablement oui").waitFor();
  expect(await page.locator(".state-failed").isVisible()).toBe(false);
  expect(house.received.filter(({ content }) => content.kind === "text")).toHaveLength(1);
});

inBrowser("the keyboard alone: choose, answer on a new line, and go on in the field", async () => {
  const { page, house } = await open();
  await page.getByRole("button", { name: "Mes aides" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Tu as quel âge ?").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("text");
  await page.keyboard.type("j'ai");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("19 ans");
  await page.keyboard.press("Enter");
  await page.getByText("probablement oui").waitFor();
  expect(house.received.at(-1)?.content).toEqual({ kind: "text", text: "j'ai\n19 ans" });
});

inBrowser(
  "a number in danger is a button, and three presses of Escape leave at once, with no way back",
  async () => {
    const { page } = await open();
    await page.getByText("Tu cherches quoi ?").waitFor();
    await page.getByLabel("Ton message").fill("je ne sais pas où dormir");
    await page.keyboard.press("Enter");
    const call = page.getByRole("link", { name: "Appeler le 115" });
    expect(await call.getAttribute("href")).toBe("tel:115");
    expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    const message = page.getByRole("link", { name: "SMS au 114" });
    expect(await message.getAttribute("href")).toBe("sms:114");
    await page.route("https://meteofrance.com/", (route) => route.fulfill({ body: "soleil" }));
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await call.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await page.waitForURL("https://meteofrance.com/");
    expect(await page.evaluate(() => history.length)).toBe(2);
  },
);

inBrowser(
  "left by its button, the page says nothing any more until it is opened again",
  async () => {
    const { page, address } = await open();
    await page.getByText("Tu cherches quoi ?").waitFor();
    await page.route("https://meteofrance.com/", (route) => route.fulfill({ body: "soleil" }));
    await page.getByRole("link", { name: "Quitter vite" }).click();
    await page.waitForURL("https://meteofrance.com/");
    await page.goto(address);
    expect(await page.title()).toBe("Page");
    expect(await page.locator("main").innerText()).toBe("Page\n\nRien à lire ici.\n\nOuvrir");
    await page.getByRole("button", { name: "Ouvrir" }).click();
    await page.getByText("Tu cherches quoi ?").waitFor();
  },
);

inBrowser("the safe word hides the page at once, and is never sent", async () => {
  const { page, house } = await open();
  await page.getByText("Tu cherches quoi ?").waitFor();
  await page.getByText("Pour cacher la page : écris « météo ».").click();
  await page.getByLabel("Choisis ton mot pour cacher la page").fill("Cerise");
  await page.getByRole("button", { name: "Garder ce mot" }).click();
  await page.getByText("Pour cacher la page : écris ton mot.").waitFor();
  await page.route("https://meteofrance.com/", (route) => route.fulfill({ body: "soleil" }));
  await page.getByLabel("Ton message").fill("CERISE ");
  await page.keyboard.press("Enter");
  await page.waitForURL("https://meteofrance.com/");
  expect(house.received.map(({ content }) => content.kind)).toEqual(["opened"]);
});

inBrowser("without script, the safe word and the button hide the page too", async () => {
  const { page, house, address } = await open({ javaScriptEnabled: false });
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.getByText("Tu cherches quoi ?").waitFor();
  await page.getByLabel("Ton message").fill("meteo");
  await page.getByRole("button", { name: "Envoyer" }).click();
  expect(await page.title()).toBe("Page");
  expect(house.received.map(({ content }) => content.kind)).toEqual(["opened"]);
  await page.getByRole("button", { name: "Ouvrir" }).click();
  await page.getByText("Tu cherches quoi ?").waitFor();
  await page.route("https://meteofrance.com/", (route) => route.fulfill({ body: "soleil" }));
  await page.getByRole("link", { name: "Quitter vite" }).click();
  await page.waitForURL("https://meteofrance.com/");
  await page.goto(address);
  expect(await page.title()).toBe("Page");
});

inBrowser("without script: begin, choose and write", async () => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.getByRole("button", { name: "Mes aides" }).click();
  await page.getByText("Tu as quel âge ?").waitFor();
  await page.getByLabel("Ton message").fill("19");
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByText("probablement oui").waitFor();
  expect(await page.getByRole("button", { name: "Lire à voix haute" }).count()).toBe(0);
});

inBrowser.for([
  { colorScheme: "light", viewport: { width: 360, height: 740 } },
  { colorScheme: "dark", viewport: { width: 360, height: 740 } },
  { colorScheme: "light", viewport: { width: 1440, height: 900 } },
] as const)("axe finds nothing at $viewport.width px, $colorScheme", async (options) => {
  const { page, house } = await open(options);
  await page.getByRole("button", { name: "Mes aides" }).click();
  await page.getByText("Tu as quel âge ?").waitFor();
  house.say("worker", {
    ...reply("Voici :\n115", menu),
    file: { name: "rdv.ics", type: "text/calendar", body: "x" },
  });
  await page.getByText("Voici :").waitFor();
  await page.locator("summary").click();
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as { axe: { run(): Promise<AxeResult> } }
    ).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  expect(found).toEqual([]);
});

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

inBrowser("nothing is wider than a screen of 320 px, with long words and choices", async () => {
  const { page, house } = await open({ viewport: { width: 320, height: 480 } });
  await page.getByText("Tu cherches quoi ?").waitFor();
  house.say(
    "bot",
    reply(`${"anticonstitutionnellement".repeat(6)} https://exemple.fr/${"a".repeat(90)}`, [
      {
        id: "a.b.c",
        label: "Un choix dont le libellé est vraiment beaucoup trop long pour un petit écran",
      },
    ]),
  );
  await page.getByText("Un choix dont").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
