import { Hono } from "hono";
import { expect, test } from "vitest";
import { after, hour } from "../../src/base/time.ts";
import { deskRoutes } from "../../src/desk/routes.tsx";
import type { KeptKind } from "../../src/engine/kept-file.ts";
import { securityHeaders } from "../../src/look/security-headers.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, home, publicUrl, tuesday, type World, worker, world } from "./desk-world.ts";

const body = Uint8Array.from({ length: 300 }, (_, place) => place % 256);

test("a photo is shown to a worker of the structure, and each opening is written down", async () => {
  const desk = world();
  const { id, address } = await sent(desk, { kind: "image", type: "image/jpeg" });
  const lea = await worker(desk, "Léa");
  const { get, page } = requestsTo(desk);
  const shown = await page(`/conversations/${id}`, lea.cookie);
  expect(shown).toContain(`src="/desk${address}"`);
  expect(shown).toContain('alt="Photo envoyée par la personne : mon bail"');
  expect(await openings(desk)).toEqual([]);
  for (let times = 0; times < 2; times++) {
    const response = await get(address, lea.cookie);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(body);
    expect(response.headers.get("content-type")).toBe("image/jpeg");
  }
  expect(await openings(desk)).toEqual([lea.id, lea.id]);
});

test("whatever a file holds, it runs nothing, is guessed to be nothing else, and no cache keeps it", async () => {
  const desk = world();
  const { address } = await sent(desk, { kind: "document", type: "application/pdf" });
  const lea = await worker(desk, "Léa");
  const app = new Hono();
  app.use(securityHeaders({ secure: false }));
  app.route("/desk", deskRoutes(desk.door).app);
  const ask = (path: string) =>
    app.request(`${publicUrl}${path}`, { headers: { cookie: lea.cookie } });
  const { headers } = await ask(`/desk${address}`);
  expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(headers.get("content-disposition")).toMatch(
    /^attachment; filename="document-\w{4}\.pdf"$/,
  );
  // the pages keep their own policy
  expect((await ask("/desk")).headers.get("content-security-policy")).toContain(
    "script-src 'self'",
  );
});

test("a voice message is listened to without a script, piece by piece, and is one opening", async () => {
  const desk = world();
  const { id, address } = await sent(desk, { kind: "voice", type: "audio/ogg" });
  const lea = await worker(desk, "Léa");
  const { get, page } = requestsTo(desk);
  expect(await page(`/conversations/${id}`, lea.cookie)).toMatch(
    /<audio controls="" preload="none" src="[^"]+" aria-label="Message vocal de la personne">/,
  );
  const first = await get(address, lea.cookie, { Range: "bytes=0-" });
  expect([first.status, first.headers.get("content-range")]).toEqual([206, "bytes 0-299/300"]);
  const next = await get(address, lea.cookie, { Range: "bytes=100-199" });
  expect(next.headers.get("content-range")).toBe("bytes 100-199/300");
  expect(new Uint8Array(await next.arrayBuffer())).toEqual(body.subarray(100, 200));
  expect((await get(address, lea.cookie, { Range: "bytes=900-" })).status).toBe(200);
  expect(await openings(desk)).toEqual([lea.id, lea.id]);
});

test("another structure's worker, another conversation, nobody at all: it is not there", async () => {
  const desk = world();
  const { file, address } = await sent(desk, { kind: "image", type: "image/jpeg" });
  const other = await desk.write({ who: "karim" });
  const paul = await worker(desk, "Paul", elsewhere);
  const lea = await worker(desk, "Léa");
  const { get } = requestsTo(desk);
  expect((await get(address, paul.cookie)).status).toBe(404);
  expect((await get(`/conversations/${other}/fichiers/${file}`, lea.cookie)).status).toBe(404);
  expect((await get(address)).status).toBe(303);
  expect(await openings(desk)).toEqual([]);
});

test.each([
  ["asked", "Le fichier arrive"],
  ["refused", "Ce fichier n'a pas été gardé"],
  ["gone", "Ce fichier n'a pas pu être récupéré"],
] as const)("of a file that is %s, what became of it is said", async (state, words) => {
  const desk = world();
  const { id, address } = await sent(desk, { kind: "image", type: "image/jpeg", state });
  const lea = await worker(desk, "Léa");
  const { get, page } = requestsTo(desk);
  expect(wordsOf(await page(`/conversations/${id}`, lea.cookie))).toContain(words);
  expect((await get(address, lea.cookie)).status).toBe(404);
});

test("a place opens on a map, and a card can be called", async () => {
  const desk = world();
  const lea = await worker(desk, "Léa");
  const { page } = requestsTo(desk);
  const place = { latitude: 50.42, longitude: 2.95, name: "Gare", address: "Hénin <Beaumont>" };
  const here = await desk.write({
    ...{ who: "lina", structure: home },
    content: { kind: "media", media: "location", place },
  });
  const shown = await page(`/conversations/${here}`, lea.cookie);
  expect(shown).toContain("Gare, Hénin &lt;Beaumont&gt;");
  expect(shown).toContain(
    'href="https://www.openstreetmap.org/?mlat=50.42&amp;mlon=2.95#map=17/50.42/2.95"',
  );
  const contacts = [{ name: "Karim", numbers: ["+33 6 39 98 00 02"] }];
  const card = await desk.write({
    ...{ who: "tom", structure: home },
    content: { kind: "media", media: "contact", contacts },
  });
  const called = await page(`/conversations/${card}`, lea.cookie);
  expect(called).toContain('Karim <a href="tel:+33639980002">+33 6 39 98 00 02</a>');
});

interface Wanted {
  readonly kind: KeptKind;
  readonly type: string;
  readonly state?: "asked" | "refused" | "gone";
}

async function sent(desk: World, { kind, type, state }: Wanted) {
  const id = await desk.write({
    who: "lina",
    structure: home,
    content: { kind: "media", media: kind, caption: "mon bail" },
    keeps: { kind, type, ref: "r", until: after(tuesday, 24 * hour) },
  });
  const row = await desk.database.get("SELECT id FROM Media WHERE conversationId = ?", [id]);
  const file = String(row?.["id"]);
  if (state === undefined) await desk.media.keep(file, type, body);
  else if (state !== "asked") await desk.media.settle(file, state);
  return { id, file, address: `/conversations/${id}/fichiers/${file}` };
}

async function openings(desk: World): Promise<readonly unknown[]> {
  const rows = await desk.database.all(
    "SELECT workerId FROM Audit WHERE what = 'file.opened' ORDER BY id",
  );
  return rows.map(({ workerId }) => workerId);
}
