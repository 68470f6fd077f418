import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { lookRoutes } from "../../src/look/assets.ts";
import { assets } from "./web-chat-house.ts";

const sheet = await readFile(new URL("../../src/look/base.css", import.meta.url), "utf8");

/** The tokens of the block that begins so, name → value. */
function tokens(selector: string): Record<string, string> {
  const block = sheet.slice(sheet.indexOf(selector)).split("}")[0] ?? "";
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}

const light = tokens(":root {");
const dark = tokens(':root[data-theme="dark"] {');

test("dark is the same whether the system or the page asks for it", () => {
  expect(Object.keys(dark).length).toBeGreaterThan(20);
  expect(tokens(':root:not([data-theme="light"]) {')).toEqual(dark);
});

/** The contrast of two colours, 1 to 21 (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const pairs: readonly (readonly [string, string, number])[] = [
  ["ink", "paper", 7],
  ["ink", "surface", 7],
  ["ink", "sunken", 7],
  ["ink-soft", "paper", 7],
  ["ink-soft", "sunken", 7],
  ["action", "paper", 7],
  ["action", "sunken", 7],
  ["on-action", "action", 7],
  ["on-action", "action-hover", 7],
  ["on-action-soft", "action-soft", 7],
  ["on-attention", "attention", 7],
  ["on-attention-soft", "attention-soft", 7],
  ["on-danger-soft", "danger-soft", 7],
  ["on-note", "note", 7],
  ["danger", "paper", 4.5],
  ["on-danger", "danger", 4.5],
  ["line-strong", "paper", 3],
  ["line-strong", "surface", 3],
];

test.each(pairs)("%s is read on %s, in light and in dark", (front, back, least) => {
  for (const theme of [light, dark]) {
    expect(contrast(theme[front] ?? "", theme[back] ?? "")).toBeGreaterThanOrEqual(least);
  }
});

test("what somebody said is read in dark too, where it has a colour of its own", () => {
  expect(contrast(dark["on-said"] ?? "", dark["said"] ?? "")).toBeGreaterThanOrEqual(7);
});

test("a file is kept for ever under an address that tells its content", async () => {
  const files = await assets;
  const app = lookRoutes(files);
  const address = files.href("base.css");
  expect(address).toMatch(/^\/look\/base\.[0-9a-f]{10}\.css$/);
  const answer = await app.request(address);
  expect(answer.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  expect(answer.headers.get("Content-Type")).toBe("text/css; charset=utf-8");
  const known = await app.request(address, {
    headers: { "If-None-Match": answer.headers.get("ETag") ?? "" },
  });
  expect(known.status).toBe(304);
  expect((await app.request("/look/base.css")).status).toBe(404);
});

test("the sheet names its letters by their addresses", async () => {
  const files = await assets;
  const text = await (await lookRoutes(files).request(files.href("base.css"))).text();
  expect(text).toContain(`url("${files.href("atkinson-latin.woff2")}")`);
  expect(text).not.toContain("look:");
});

test("a file nobody declared has no address", async () => {
  const files = await assets;
  expect(() => files.href("desk.css")).toThrow("no file is named desk.css");
});
