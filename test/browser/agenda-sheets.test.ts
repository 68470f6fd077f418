import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { after, hour, instant } from "../../src/base/time.ts";
import { appointmentOf, fullDay } from "../desk/agenda-day.ts";
import { home, tuesday, worker } from "../desk/desk-world.ts";
import { servedDesk } from "./desk-server.ts";
import { noBrowser, openBrowser } from "./open-browser.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// without a browser on the machine these are skipped: nothing downloads one
const withBrowser = test.skipIf(noBrowser !== null);
const eight = instant("2026-11-24T07:00:00Z");

/** A desk with a full day and a busy week, and a worker who is in. */
async function busyDesk(options = {}) {
  const desk = await servedDesk();
  const { id, cookie } = await worker(desk, "Inès");
  await fullDay(desk, eight);
  for (const [place, days] of [1, 2, 3, 3, 4].entries()) {
    const at = after(eight, (24 * days + place) * hour);
    await appointmentOf(desk, {
      who: `Autre ${place}`,
      at,
      worker: "conseiller-2",
      site: "ml-henin",
    });
  }
  const now = desk.clock.now();
  const feed = { structure: home, by: id, now };
  await desk.door.makeFeed({
    ...{ ...feed, id: "f1", kind: "worker", subject: "conseillere-1", token: "t" },
  });
  await desk.door.chooseAgenda(
    id as WorkerId,
    { agenda: "conseillere-1", morningList: true, news: "none" },
    now,
  );
  const { browser, close } = await openBrowser({ locale: "fr-FR", ...options });
  onTestFinished(close);
  await browser.addCookies(
    cookie.split("; ").map((one) => ({
      name: one.slice(0, one.indexOf("=")),
      value: one.slice(one.indexOf("=") + 1),
      url: desk.url,
    })),
  );
  return { desk, page: await browser.newPage() };
}

/** What axe finds, by rule and place. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  // evaluated by the browser's own protocol: the page's policy lets no other script in
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  });
}

const addresses = [
  "/desk/agenda/jour?jour=2026-11-24",
  "/desk/agenda/jour?jour=2026-11-24&agenda=site:ml-carvin&codes=1",
  "/desk/agenda/jour?jour=2026-11-29",
  "/desk/agenda/semaine?jour=2026-11-24",
  "/desk/agenda/calendriers",
  "/desk/agenda?jour=2026-11-24",
  "/desk/aide",
];

for (const colorScheme of ["light", "dark"] as const) {
  withBrowser(
    `the day, the week, the calendars and the phone: no fault of access, nothing wider than the screen, ${colorScheme}`,
    async () => {
      const { desk, page } = await busyDesk({ colorScheme });
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        for (const address of addresses) {
          await page.goto(`${desk.url}${address}`);
          expect([width, address, await faultsOf(page)]).toEqual([width, address, []]);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect([width, address, Math.max(0, overflow)]).toEqual([width, address, 0]);
        }
      }
    },
    120_000,
  );
}

withBrowser("a day of eight prints on one page, a week on one page across", async () => {
  const { desk, page } = await busyDesk();
  // a day to come: all papers are still asked for
  await fullDay(desk, after(eight, 7 * 24 * hour));
  for (const [address, size] of [
    ["/desk/agenda/jour?jour=2026-12-01", [595, 842]],
    ["/desk/agenda/semaine?jour=2026-11-24", [842, 595]],
  ] as const) {
    await page.goto(`${desk.url}${address}`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const text = pdf.toString("latin1");
    const pages = text.match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
    expect([address, pages.length]).toEqual([address, 1]);
    const box = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text);
    expect([address, box?.slice(1).map((side) => Math.round(Number(side)))]).toEqual([
      address,
      size,
    ]);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".no-print").first().isVisible()).toBe(false);
    expect(await page.locator(".head").isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  }
});

withBrowser(
  "made without script, the address of a calendar is there to be copied; cut, it is gone",
  async () => {
    const { desk, page } = await busyDesk({ javaScriptEnabled: false });
    await page.goto(`${desk.url}/desk/agenda/calendriers`);
    await page.getByLabel("Quel agenda ?").selectOption({ label: "Mission locale de Carvin" });
    await page.getByRole("button", { name: "Créer un lien" }).click();
    const address = await page
      .getByLabel(/Lien du calendrier : Mission locale de Carvin/)
      .inputValue();
    expect(address).toMatch(/\/calendar\/[\w-]{22}\.ics$/);
    await page.getByRole("button", { name: "Couper ce lien : Mission locale de Carvin" }).click();
    await page.getByText("Le lien est coupé.").waitFor();
    expect(await desk.door.openFeed(address.slice(-26, -4), tuesday)).toBe(null);
  },
);
