import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Assets } from "./assets.ts";
import { BaseSheet } from "./base-sheet.tsx";
import { Sign } from "./sign.tsx";

interface Paper {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly assets: Assets;
  readonly title: string;
  /** What the window is called, when it is not the title alone. */
  readonly windowTitle?: string;
  /** True for a page that has a secret address: no search engine keeps it. */
  readonly isSecret: boolean;
  /** A class of the page's own. */
  readonly own?: string;
  /** A script of the page's own, by its name among the files. */
  readonly script?: string;
  readonly children?: Child;
}

/** A page that stands alone and reads like a sheet of paper: no navigation, the sign and a title. */
export function PaperPage(paper: Paper) {
  const { language, direction, assets, title, windowTitle, isSecret, own, script, children } =
    paper;
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={language} dir={direction}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          {isSecret ? <meta name="robots" content="noindex, nofollow" /> : null}
          <title>{windowTitle ?? title}</title>
          <link rel="icon" href={assets.href("favicon.svg")} type="image/svg+xml" />
          <BaseSheet assets={assets} />
          <link rel="stylesheet" href={assets.href("sheet.css")} />
          {script ? <script type="module" src={assets.href(script)} /> : null}
        </head>
        <body>
          <main class={own ? `bilan-sheet ${own}` : "bilan-sheet"}>
            <p class="name">
              <Sign />
            </p>
            <h1>{title}</h1>
            {children}
          </main>
        </body>
      </html>
    </>
  );
}
