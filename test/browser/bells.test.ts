import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, onTestFinished, test } from "vitest";
import { reply, type TestHouse, testHouse } from "../channels/web-chat-house.ts";
import { noBrowser, openBrowser } from "./open-browser.ts";
import { serveChat } from "./serve-chat.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** A point of P-256, as a key of ours is. */
const push = `B${"A".repeat(86)}`;

async function open(house: TestHouse, options: Parameters<typeof openBrowser>[0] = {}) {
  const { address, stop } = await serveChat(house);
  const opened = await openBrowser({
    viewport: { width: 320, height: 640 },
    locale: "fr-FR",
    ...options,
  });
  onTestFinished(async () => {
    await opened.close();
    await stop();
  });
  return { address, browser: opened.browser, page: await opened.browser.newPage() };
}

function ringingHouse() {
  return testHouse({ bells: { push, mail: true }, answer: () => [reply("Bonjour !")] });
}

test.skipIf(noBrowser)("without script an e-mail is given, kept and taken back", async () => {
  const house = ringingHouse();
  const { address, page } = await open(house, { javaScriptEnabled: false });
  await page.goto(`${address}/rappels`);
  expect(await page.textContent("main")).toContain("Commence d'abord la conversation");
  await page.goto(address);
  await page.click("text=Commencer");
  await page.click("text=Recevoir mes rappels");
  await page.fill("#mail", "lina@exemple");
  await page.click("text=Garder cette adresse");
  expect(await page.textContent("[role=alert]:visible")).toContain("n'est pas complète");
  await page.fill("#mail", "lina@exemple.fr");
  await page.click("text=Garder cette adresse");
  expect(house.kept).toEqual([{ kind: "mail", target: "lina@exemple.fr" }]);
  await page.click("text=Ne plus m'écrire par e-mail");
  expect(house.kept).toEqual([]);
});

test.skipIf(noBrowser)(
  "axe finds nothing on the page, at 320 px, nor on the one that stops an e-mail",
  async () => {
    const house = ringingHouse();
    const { address, page } = await open(house, { bypassCSP: true, colorScheme: "dark" });
    await page.goto(address);
    await page.waitForSelector("text=Bonjour !");
    for (const [path, title] of [
      ["/rappels", "Recevoir mes rappels"],
      ["/rappels/une-sonnette", "Ne plus recevoir d'e-mails"],
    ] as const) {
      await page.goto(address + path);
      expect(await page.title()).toContain(title);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe: rules } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await rules.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(found).toEqual([]);
    }
  },
);

test.skipIf(noBrowser)(
  "looking at the link of an e-mail stops nothing; pressing the button does",
  async () => {
    const house = ringingHouse();
    const { address, page } = await open(house);
    await page.goto(`${address}/rappels/une-sonnette`);
    expect(house.forgotten).toEqual([]);
    await page.click("text=Oui, arrêter");
    expect(await page.textContent("[role=status]")).toContain("plus aucun e-mail");
    expect(house.forgotten).toEqual(["une-sonnette"]);
  },
);

test.skipIf(noBrowser)("a browser that is rung shows the notice", async () => {
  const house = ringingHouse();
  const { address, browser, page } = await open(house);
  await browser.grantPermissions(["notifications"], { origin: address });
  await page.goto(address);
  await page.waitForSelector("text=Bonjour !");
  await page.goto(`${address}/rappels`);
  await page.evaluate(async () => {
    const box = document.querySelector("[data-bell]") as HTMLElement;
    const registration = await navigator.serviceWorker.register(box.dataset["worker"] ?? "");
    const worker = registration.installing ?? registration.active;
    while (worker?.state !== "activated")
      await new Promise((done) => worker?.addEventListener("statechange", done, { once: true }));
  });
  const session = await browser.newCDPSession(page);
  const found = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [one] = registrations;
      if (one) resolve(one.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  const registrationId = await found;
  const ring = (link: string) =>
    session.send("ServiceWorker.deliverPushMessage", {
      ...{ origin: `${address}/`, registrationId },
      data: JSON.stringify({
        title: "Nouveau message",
        body: "Ouvre la page.",
        link,
        about: "message",
      }),
    });
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration("/rappels/");
      const notices = (await registration?.getNotifications()) ?? [];
      return notices.map(({ title, body }) => `${title} ${body}`);
    });
  // a ring that comes while the worker of the page wakes may be lost: notices of one name replace each other
  const rungAndShown = async () => {
    await ring(`${address}/`);
    return shown();
  };
  await expect.poll(rungAndShown, { timeout: 15_000 }).toEqual(["Nouveau message Ouvre la page."]);
});
