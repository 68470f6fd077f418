import { existsSync } from "node:fs";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
] as const;

/** The browser to use: the one that was named, or the first found in its usual place; null when there is none. */
export function findChrome(named: string | null): string | null {
  const candidates = named === null ? usual : [named];
  return candidates.find((path) => existsSync(path)) ?? null;
}
