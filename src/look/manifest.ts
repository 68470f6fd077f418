import type { Assets } from "./assets.ts";

/** What makes a page an app of the home screen: phones of some makers ring no other page. */
export interface Installable {
  readonly name: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Where it opens. */
  readonly start: string;
}

/** The manifest of a page (W3C Web Application Manifest), as JSON. */
export function manifestOf(page: Installable, assets: Assets): string {
  const { name, language, direction, start } = page;
  return JSON.stringify({
    ...{ id: start, name, short_name: name.slice(0, 12).trim(), lang: language, dir: direction },
    ...{ start_url: start, scope: start, display: "standalone" },
    ...{ background_color: "#faf8f4", theme_color: "#faf8f4" },
    icons: [{ src: assets.href("favicon.svg"), sizes: "any", type: "image/svg+xml" }],
  });
}

export const manifestType = "application/manifest+json; charset=utf-8";
