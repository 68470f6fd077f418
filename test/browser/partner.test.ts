import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { expect, onTestFinished, test } from "vitest";
import { lookRoutes } from "../../src/look/assets.ts";
import { securityHeaders } from "../../src/look/security-headers.ts";
import { qrSvg } from "../../src/node/qr-svg.ts";
import { prescriberRoutes } from "../../src/prescriber/prescriber-routes.tsx";
import { assets } from "../desk/desk-world.ts";
import { partnerPage } from "../prescriber/partner-page.ts";
import { openWorld } from "../world.ts";
import { noBrowser, openBrowser } from "./open-browser.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The address of the page of an invented partner. */
async function servePartner(): Promise<string> {
  const world = await openWorld();
  const { token } = await partnerPage(world.house, "Mission locale");
  const { structures, texts, clock, ids, demonstration, store } = world.house;
  const site = new Hono().use(securityHeaders({ secure: false }));
  const routes = prescriberRoutes({
    ...{ structures, texts, clock, ids, demonstration, assets, qr: qrSvg },
    ...{ diary: store.diary, requests: store.prescriptions, publicUrl: "http://partner.test" },
    addressOf: () => "192.0.2.7",
  });
  site.route("/", lookRoutes(assets)).route("/partenaire", routes);
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: site.fetch, port: 0, hostname: "127.0.0.1" }, () =>
      resolve(started),
    );
  });
  onTestFinished(async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await world.close();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/partenaire/${token}`;
}

test.skipIf(noBrowser).each(["light", "dark"] as const)(
  "a partner asks for a time without script, at 360 px, in the %s; axe finds nothing on the way",
  async (colorScheme) => {
    const address = await servePartner();
    const look = { viewport: { width: 360, height: 740 }, colorScheme };
    const { browser, close } = await openBrowser({ ...look, javaScriptEnabled: false });
    const audited = await openBrowser({ ...look, bypassCSP: true });
    onTestFinished(async () => {
      await close();
      await audited.close();
    });
    const faults = async (html: string) => {
      const page = await audited.browser.newPage();
      await page.goto(address);
      const content = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
      await page.evaluate((shown) => {
        const main = document.querySelector("main");
        if (main) main.outerHTML = shown;
      }, content);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe: rules } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await rules.run();
        const overflow = document.documentElement.scrollWidth - window.innerWidth;
        return [
          ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          ...(overflow > 0 ? [`wider by ${overflow}`] : []),
        ];
      });
      await page.close();
      return found;
    };
    const page = await browser.newPage();
    await page.goto(address);
    expect(await faults(await page.content())).toEqual([]);
    await page.getByLabel("Où ?").selectOption("ml-carvin");
    await page.getByRole("button", { name: "Voir les horaires" }).click();
    expect(await faults(await page.content())).toEqual([]);
    await page.getByLabel("mardi 24 novembre à 9 h 30").check();
    await page.getByLabel("Prénom, ou initiales").fill("Lina");
    await page.getByRole("button", { name: "Garder cet horaire" }).click();
    expect(await page.locator(".partner-code").textContent()).toMatch(
      /^rdv [A-Z2-9]{4}-[A-Z2-9]{4}$/,
    );
    expect(await page.getByText("en attente d'accord").count()).toBe(1);
    expect(await faults(await page.content())).toEqual([]);
  },
);
