import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import type { BotApi } from "../stand-in/bot-api.ts";
import { signInAtDesk } from "./sign-in-at-desk.ts";
import type { TelegramPerson } from "./telegram-person.ts";

/** Lina meets the assistant, has Visale checked, and books at Carvin. */
export async function askAndBook(lina: TelegramPerson, api: BotApi): Promise<void> {
  expect(await lina.say("/start")).toContain("Choisis ta langue");
  expect(await lina.press("Français")).toContain("24 mois");
  expect(await lina.say("c koi visal ?")).toContain("Tu as quel âge");
  await lina.say("19 ans");
  await lina.press("Études");
  await lina.say("non");
  await lina.say("1");
  await lina.say("hénin beaumont");
  await lina.say("450 €");
  await lina.say("700");
  await lina.press("Française");
  expect(await lina.say("1")).toContain("Visale : probablement oui");

  expect(await lina.press("Prendre rendez-vous")).toContain("quelle ville");
  await lina.say("carvin");
  await lina.say("1");
  expect(await lina.say("1")).toContain("Mission locale de Carvin");
  const confirmed = await lina.press("Confirmer");
  expect(confirmed).toContain("189 avenue de la République");
  await api.until((calls) => calls.some((call) => call.method === "sendDocument"));
  await lina.say("Lina");
}

/** `ring` makes the first reminder due and has it sent. */
export async function beReminded(lina: TelegramPerson, ring: () => Promise<void>): Promise<void> {
  const reminded = lina.texts().length;
  await ring();
  expect(lina.texts().slice(reminded).join()).toMatch(/^Rappel/);
  expect(lina.texts().slice(reminded).join()).not.toContain("Mission locale");
  expect(await lina.press("Comment y aller")).toContain("189 avenue de la République");
}

/** Zoé signs in at the desk, where nobody waits yet. */
export async function openDesk(browser: BrowserContext, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${url}/desk`);
  await signInAtDesk(page);
  await page.getByText("Personne n'attend.").waitFor();
  return page;
}

/** Lina asks for a person, Zoé answers her from the desk and gives her back to the bot. */
export async function handOverAndBack(lina: TelegramPerson, api: BotApi, page: Page) {
  await lina.say("conseiller");
  await page.getByRole("link", { name: /Lina/ }).click();
  await page.getByRole("button", { name: "Prendre" }).click();
  await page.getByText("Vous suivez cette conversation.").waitFor();
  const held = lina.texts().length;
  await page.getByLabel("Votre réponse").fill("Bonjour Lina, je suis Zoé.");
  await page.getByRole("button", { name: "Envoyer" }).click();
  await api.until(() => lina.texts().length === held + 1);
  expect(lina.texts().at(-1)).toBe("Bonjour Lina, je suis Zoé.");

  // the bot is silent: what Lina writes is shown to Zoé, and nothing else answers
  await lina.write("merci, c koi le fsl ?");
  await page.locator(".said-person", { hasText: "merci, c koi le fsl ?" }).waitFor();
  expect(lina.texts()).toHaveLength(held + 1);

  await page.getByText("Rendre au robot", { exact: true }).click();
  await page.getByRole("button", { name: /^Au menu/ }).click();
  await api.until(() => lina.texts().length === held + 2);
  expect(await lina.say("c koi le fsl ?")).toContain("Le FSL");
}
