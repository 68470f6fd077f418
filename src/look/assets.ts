import { Hono } from "hono";
import { faviconSvg } from "./sign-shape.ts";

/** A file pages need: where it is read in the project, or its text when it is made here. */
export type AssetSource = {
  /** Its name in `href(name)`, "base.css". */
  readonly name: string;
  /** Its content type. */
  readonly type: string;
} & ({ readonly path: string } | { readonly text: string });

/** Reads a file by its path from the root of the project. Workers have no file system: the caller knows how. */
export type ReadAsset = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** The first characters of the digest of the body; also a part of its address. */
  readonly hash: string;
}

export interface Assets {
  /** The address of a file: "/look/base.1f3a….css". Throws for a name nobody declared. */
  href(name: string): string;
  /** The file at an address, or null. */
  find(path: string): Asset | null;
}

const fonts = "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files";

/** What every page needs: the sheet, the letters, the sign. Fonts come first: the sheet names them. */
export const lookSources: readonly AssetSource[] = [
  {
    name: "atkinson-latin.woff2",
    type: "font/woff2",
    path: `${fonts}/atkinson-hyperlegible-next-latin-wght-normal.woff2`,
  },
  {
    name: "atkinson-latin-ext.woff2",
    type: "font/woff2",
    path: `${fonts}/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2`,
  },
  // what wakes in a browser when it is rung, and what asks for it
  {
    name: "bell-worker.js",
    type: "text/javascript; charset=utf-8",
    path: "src/look/bell-worker.js",
  },
  { name: "bell.js", type: "text/javascript; charset=utf-8", path: "src/look/bell.js" },
  { name: "favicon.svg", type: "image/svg+xml", text: faviconSvg },
  { name: "base.css", type: "text/css; charset=utf-8", path: "src/look/base.css" },
  { name: "sheet.css", type: "text/css; charset=utf-8", path: "src/sheet/sheet.css" },
];

/**
 * Reads all files once, and names each after its content, so that browsers may keep it for ever.
 * A sheet or a script that says `"look:NAME"` gets the address of that file, which must come before it.
 */
export async function loadAssets(
  read: ReadAsset,
  sources: readonly AssetSource[] = lookSources,
): Promise<Assets> {
  const addresses = new Map<string, string>();
  const files = new Map<string, Asset>();
  const href = (name: string): string => {
    const address = addresses.get(name);
    if (address === undefined) throw new Error(`no file is named ${name}`);
    return address;
  };
  for (const source of sources) {
    const asset = await readOne(source, read, href);
    const address = addressOf(source.name, asset.hash);
    addresses.set(source.name, address);
    files.set(address, asset);
  }
  return { href, find: (path) => files.get(path) ?? null };
}

async function readOne(
  source: AssetSource,
  read: ReadAsset,
  href: (name: string) => string,
): Promise<Asset> {
  const encoder = new TextEncoder();
  const raw = "text" in source ? encoder.encode(source.text) : await read(source.path);
  const body = source.type.startsWith("text/")
    ? encoder.encode(
        new TextDecoder()
          .decode(raw)
          .replaceAll(/"look:([^"]+)"/g, (_, name: string) => `"${href(name)}"`),
      )
    : raw;
  return { body, type: source.type, hash: await digestOf(body) };
}

/** Ten characters: enough that two contents never share a name here. */
async function digestOf(body: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...digest.subarray(0, 5)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function addressOf(name: string, hash: string): string {
  const dot = name.lastIndexOf(".");
  return `/look/${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
}

/** Serves `/look/*`. An address holds the digest of its file: it never changes, 304 when it is known. */
export function lookRoutes(assets: Assets): Hono {
  const app = new Hono();
  app.get("/look/:file", (context) => {
    const asset = assets.find(context.req.path);
    if (!asset) return context.notFound();
    const etag = `"${asset.hash}"`;
    const headers = {
      ETag: etag,
      "Cache-Control": "public, max-age=31536000, immutable",
      "Content-Type": asset.type,
      "X-Content-Type-Options": "nosniff",
    };
    if (context.req.header("If-None-Match") === etag) return context.body(null, 304, headers);
    return context.body(asset.body, 200, headers);
  });
  return app;
}
