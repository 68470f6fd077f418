import type { Assets } from "./assets.ts";

/**
 * What every page's head asks for first: the letters, before the sheet that names them is read, and the sheet.
 * Letters that come too late are left for the next page: none changes under the eyes of who reads.
 */
export function BaseSheet({ assets }: { readonly assets: Assets }) {
  return (
    <>
      <link
        rel="preload"
        as="font"
        type="font/woff2"
        href={assets.href("atkinson-latin.woff2")}
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={assets.href("base.css")} />
    </>
  );
}
