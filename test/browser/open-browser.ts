import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";

const path = process.env["CHROME_PATH"] ?? "/usr/bin/chromium";

/** Why the tests in a browser cannot run here, or null when they can. */
export const noBrowser: string | null = existsSync(path)
  ? null
  : `no browser at ${path}: set CHROME_PATH to one`;

/** A browser that remembers nothing, and how to close it and forget it. */
export async function openBrowser(
  options: BrowserContextOptions = {},
): Promise<{ readonly browser: BrowserContext; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "browser-"));
  const browser = await chromium.launchPersistentContext(folder, {
    executablePath: path,
    headless: true,
    args: [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    ],
    ...options,
  });
  browser.setDefaultTimeout(10_000);
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
