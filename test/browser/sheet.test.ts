import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { expect, onTestFinished, test } from "vitest";
import { loadAssets, lookRoutes } from "../../src/look/assets.ts";
import { securityHeaders } from "../../src/look/security-headers.ts";
import { sheetRoutes } from "../../src/sheet/sheet-routes.tsx";
import { openWorld } from "../world.ts";
import { noBrowser, openBrowser } from "./open-browser.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const root = fileURLToPath(new URL("../..", import.meta.url));

/** The address of the sheet of an invented person, and of a link that opens nothing. */
async function serveSheet(): Promise<{ readonly sheet: string; readonly gone: string }> {
  const world = await openWorld();
  const said = ["bilan logement", "oui", "22", "sans emploi", "800", "chez un pote", "Carvin"];
  const rest = ["1", "non", "non", "jamais", "française", "non", "oui"];
  for (const text of [...said, ...rest, "ma fiche"]) await world.say("noah", text);
  const [reply] = await world.press("noah", "Voir et imprimer");
  const token = /\/fiche\/(\S+)/.exec(reply?.text ?? "")?.[1] ?? "";
  const assets = await loadAssets(
    async (path) => new Uint8Array(await readFile(`${root}/${path}`)),
  );
  const { structures, texts, clock, store } = world.house;
  const sheets = sheetRoutes({ structures, texts, assets, clock, sheets: store.sheets });
  const site = new Hono().use(securityHeaders({ secure: false }));
  site.route("/", lookRoutes(assets)).route("/fiche", sheets);
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
  const address = `http://127.0.0.1:${port}/fiche`;
  return { sheet: `${address}/${token}`, gone: `${address}/anything` };
}

test.skipIf(noBrowser)(
  "axe finds nothing on the sheet, at 320 px, in the dark, nor where it is gone",
  async () => {
    const { sheet, gone } = await serveSheet();
    const { browser, close } = await openBrowser({
      viewport: { width: 320, height: 640 },
      colorScheme: "dark",
      bypassCSP: true,
    });
    onTestFinished(close);
    const page = await browser.newPage();
    for (const [address, title] of [
      [sheet, "Ma fiche logement"],
      [gone, "Cette fiche n'est plus là"],
    ] as const) {
      await page.goto(address);
      expect(await page.title()).toBe(title);
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
