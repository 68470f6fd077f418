import { expect, test } from "vitest";
import { after, hour, minute } from "../../src/base/time.ts";
import type { WebStanding } from "../../src/channels/whatsapp-web-state.ts";
import type { LinkedPhone, Role } from "../../src/desk/desk-door.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, home, tuesday, type World, worker, world } from "./desk-world.ts";

test("each network of the structure shows what came, what left, what failed", async () => {
  const desk = world();
  await wrote(desk, "telegram", [{ state: "sent", sentAt: tuesday }]);
  const left = { state: "sent", sentAt: after(tuesday, minute) };
  await wrote(desk, "whatsapp", [{ state: "failed" }, left, { state: "queued" }]);
  await wrote(desk, "web", [], elsewhere);
  const lea = await as(desk, "manager");
  const words = wordsOf(await requestsTo(desk).page("/canaux", lea));
  expect(words).toMatch(/Telegram en marche .*Dernier message parti mar\. 24\/11 14 h 30/);
  expect(words).toMatch(
    /WhatsApp en marche .*Messages en attente 1 Gardés .* 0 Échecs depuis 24 h 1/,
  );
  expect(words).not.toContain("Site en");
});

test("what waits for the person is counted, and after days of silence the last that left is still said", async () => {
  const desk = world();
  const left = { state: "sent", sentAt: tuesday };
  await wrote(desk, "whatsapp", [left, { state: "held" }]);
  desk.clock.to(after(tuesday, 72 * hour));
  const words = wordsOf(await requestsTo(desk).page("/canaux", await as(desk, "manager")));
  expect(words).toMatch(/Dernier message parti mar\. 24\/11 14 h 30 /);
  expect(words).toMatch(/Gardés jusqu'à ce que la personne écrive 1 /);
});

test("a network that refuses everybody is out of order, and an incident after ten minutes: its key may be dead", async () => {
  const desk = world();
  await wrote(desk, "whatsapp", [{ state: "failed" }, { state: "failed" }]);
  desk.clock.to(after(tuesday, 11 * minute));
  const words = wordsOf(await requestsTo(desk).page("/canaux", await as(desk, "manager")));
  expect(words).toContain("WhatsApp en panne");
  expect(words).toContain("WhatsApp : plus rien ne part depuis mar. 24/11 14 h 30");
});

test.each([
  ["worker", "/canaux", 404],
  ["worker", "/canaux/etat", 404],
  ["worker", "/canaux/qr.svg", 404],
  ["manager", "/canaux", 200],
  ["manager", "/canaux/qr.svg", 404],
  ["admin", "/canaux", 200],
  ["admin", "/canaux/qr.svg", 200],
] as const)("a %s asks for %s: %i", async (role, path, status) => {
  const desk = world();
  desk.linkPhone(waitingPhone);
  const cookie = await as(desk, role);
  expect((await requestsTo(desk).get(path, cookie)).status).toBe(status);
});

test("the code that links the phone is drawn for administrators alone; the risk is said to all", async () => {
  const desk = world();
  desk.linkPhone(waitingPhone);
  const { page, get } = requestsTo(desk);
  const admin = await as(desk, "admin");
  const shown = await page("/canaux", admin);
  expect(shown).toContain('<img class="qr" src="/desk/canaux/qr.svg?');
  const drawn = await get("/canaux/qr.svg", admin);
  expect(drawn.headers.get("content-type")).toBe("image/svg+xml");
  expect(drawn.headers.get("cache-control")).toBe("private, no-store");
  const manager = await page("/canaux", await as(desk, "manager"));
  expect(manager).not.toContain("qr.svg");
  for (const words of [wordsOf(shown), wordsOf(manager)]) {
    expect(words).toContain("WhatsApp n'autorise pas les robots sur WhatsApp Web");
    expect(words).toContain("le code doit être scanné");
  }
});

test("each new code has an image address of its own, in which the code is not", async () => {
  const desk = world();
  const admin = await as(desk, "admin");
  const addresses: string[] = [];
  for (const qr of ["2@first", "2@other", "2@other"]) {
    desk.linkPhone({ ...waitingPhone, standing: () => ({ ...standing, qr }) });
    const shown = await requestsTo(desk).page("/canaux/etat", admin);
    addresses.push(/src="([^"]*qr\.svg[^"]*)"/.exec(shown)?.[1] ?? "");
  }
  const [first, other, again] = addresses;
  expect(other).not.toBe(first);
  expect(again).toBe(other);
  expect(other).not.toContain("other");
});

test("a link to the page is in the head of managers, not of workers", async () => {
  const desk = world();
  const { page } = requestsTo(desk);
  expect(await page("/", await as(desk, "manager"))).toContain('href="/desk/canaux"');
  expect(await page("/", await as(desk, "worker"))).not.toContain('href="/desk/canaux"');
});

test.each([
  ["nine minutes", 9 * minute, false],
  ["ten minutes and a moment", 10 * minute + 1, true],
])(
  "a network that takes nothing for %s: every page of everybody says so, or not yet",
  async (_, passed, said) => {
    const desk = world();
    await wrote(desk, "telegram", [{ state: "queued", attempts: 3 }]);
    desk.clock.to(after(tuesday, passed));
    const cookie = await as(desk, "worker");
    const { page } = requestsTo(desk);
    for (const path of ["/", "/agenda", "/aide"]) {
      const words = wordsOf(await page(path, cookie));
      expect([
        path,
        words.includes("Telegram : plus rien ne part depuis mar. 24/11 14 h 30"),
      ]).toEqual([path, said]);
    }
  },
);

test("one message that fails while others leave is no incident, nor is another structure's", async () => {
  const desk = world();
  await wrote(desk, "telegram", [
    { state: "queued", attempts: 3 },
    { state: "sent", sentAt: after(tuesday, minute) },
  ]);
  await wrote(desk, "web", [{ state: "queued", attempts: 3 }], elsewhere);
  desk.clock.to(after(tuesday, hour));
  const words = wordsOf(await requestsTo(desk).page("/", await as(desk, "worker")));
  expect(words).not.toContain("plus rien ne part");
});

test("a phone that is not linked for ten minutes is an incident; linked, it is none", async () => {
  const desk = world();
  desk.linkPhone(waitingPhone);
  desk.clock.to(after(tuesday, 10 * minute));
  const cookie = await as(desk, "worker");
  const { page } = requestsTo(desk);
  expect(wordsOf(await page("/", cookie))).toContain("WhatsApp Web : plus rien ne part");
  desk.linkPhone({
    ...waitingPhone,
    standing: () => ({ ...standing, state: "ready", qr: null, account: "33600000000" }),
  });
  expect(wordsOf(await page("/", cookie))).not.toContain("plus rien ne part");
});

const standing: WebStanding = {
  state: "waitingForScan",
  since: tuesday,
  qr: "a secret",
  account: null,
  why: null,
};
const waitingPhone: LinkedPhone = {
  standing: () => standing,
  qr: async () => "<svg xmlns='http://www.w3.org/2000/svg'/>",
};

interface Left {
  readonly state: string;
  readonly attempts?: number;
  readonly sentAt?: number;
}

/** Somebody writes on a network, and is sent these. */
async function wrote(
  desk: World,
  channel: "telegram" | "whatsapp" | "web",
  left: readonly Left[],
  structure = home,
) {
  const replies = left.map(() => ({ text: "bonjour", options: [] }));
  const id = await desk.write({ who: "lina", channel, structure, replies });
  const rows = await desk.database.all(
    "SELECT id FROM Outgoing WHERE conversationId = ? ORDER BY id",
    [id],
  );
  for (const [place, { state, attempts = 0, sentAt = null }] of left.entries()) {
    await desk.database.run({
      sql: "UPDATE Outgoing SET state = ?, attempts = ?, sentAt = ? WHERE id = ?",
      values: [state, attempts, sentAt, Number(rows[place]?.["id"])],
    });
  }
}

async function as(desk: World, role: Role): Promise<string> {
  return (await worker(desk, `Léa ${role}`, home, role)).cookie;
}
