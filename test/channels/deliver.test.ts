import { mkdtempSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { hour, minute } from "../../src/base/time.ts";
import type { Delivery } from "../../src/channels/channel.ts";
import { keepingChannel } from "../../src/channels/terminal.ts";
import { openNodeHouse } from "../../src/node/house.ts";
import { settingsWith } from "../world.ts";
import {
  delivered,
  type HouseOptions,
  type HouseUnderTest,
  openHouse,
  type Sent,
} from "./house-under-test.ts";

const lina = "lina";

async function met(options: HouseOptions = {}): Promise<HouseUnderTest> {
  const under = await openHouse(options);
  onTestFinished(() => under.close());
  await under.say(lina, { kind: "opened" });
  await under.press(lina, "accueil.language.french");
  return under;
}

const last = (under: HouseUnderTest) =>
  under.rows(
    "SELECT state, failure, attempts, dueAt, owner, leaseUntil FROM Outgoing ORDER BY id DESC LIMIT 1",
  )[0];
const free = { owner: null, leaseUntil: null };

/** A network with one mood for the next request, then all is well. */
function moody() {
  let next: Delivery[] = [];
  return {
    meet: (...moods: Delivery[]) => {
      next = moods;
    },
    mood: (_: Sent) => next.shift() ?? delivered,
  };
}

const fault: Delivery = { outcome: "tryLater", afterMilliseconds: null, why: "502" };

test.each<[string, Delivery, Record<string, unknown>]>([
  [
    "delivered",
    { outcome: "delivered", networkId: "9" },
    { state: "sent", failure: null, attempts: 0 },
  ],
  [
    "asked to wait",
    { outcome: "tryLater", afterMilliseconds: 30_000, why: "429" },
    { state: "queued", failure: "asked to wait: 429", attempts: 0 },
  ],
  [
    "a passing fault",
    { outcome: "tryLater", afterMilliseconds: null, why: "502" },
    { state: "queued", failure: "502", attempts: 1 },
  ],
  [
    "no answer",
    { outcome: "unknown", why: "no answer" },
    { state: "queued", failure: "no answer", attempts: 1 },
  ],
  [
    "blocked",
    { outcome: "unreachable", why: "403" },
    { state: "failed", failure: "403", attempts: 0 },
  ],
  ["refused", { outcome: "refused", why: "400" }, { state: "failed", failure: "400", attempts: 0 }],
])("%s: the row says so, and nobody holds it any more", async (_, delivery, expected) => {
  const network = moody();
  const under = await met({ mood: network.mood });
  network.meet(delivery);
  await under.press(lina, "menu.menu.book");
  expect(last(under)).toMatchObject({ ...expected, ...free });
});

test("waiting times grow from two seconds to five minutes and stay there; after a day it is given up", async () => {
  let down = false;
  const under = await met({ mood: () => (down ? fault : delivered) });
  down = true;
  const begun = under.now();
  await under.press(lina, "menu.menu.book");
  const waits: number[] = [];
  while (last(under)?.["state"] === "queued") {
    const wait = Number(last(under)?.["dueAt"]) - under.now();
    waits.push(wait / 1000);
    under.pass(wait - 1);
    const before = under.sent.length;
    await under.jobs();
    expect(under.sent).toHaveLength(before);
    under.pass(1);
    await under.jobs();
  }
  expect(waits.slice(0, 6)).toEqual([2, 10, 60, 300, 300, 300]);
  expect(Math.max(...waits)).toBe(300);
  expect(last(under)).toMatchObject({ state: "failed", failure: "502", ...free });
  expect(under.now() - begun).toBeGreaterThanOrEqual(24 * hour);
  expect(under.now() - begun).toBeLessThan(24 * hour + 5 * minute);
});

test("what waits behind a message put off leaves after it, in order", async () => {
  const network = moody();
  const under = await met({ mood: network.mood });
  network.meet({ outcome: "tryLater", afterMilliseconds: 20_000, why: "429" });
  await under.press(lina, "menu.menu.book");
  await under.say(lina, "62220");
  await under.press(lina, "rendez-vous.site.ml-carvin");
  const before = under.sent.length;
  under.pass(20_000);
  await under.jobs();
  const turns = under
    .rows("SELECT turnId FROM Outgoing ORDER BY id DESC LIMIT 3")
    .map(({ turnId }) => turnId);
  expect(under.sent.slice(before).map(({ turn }) => turn)).toEqual(turns.toReversed());
});

test("conversations held up by their first message do not fill the page of those that can leave", async () => {
  const held = new Set<string>();
  const under = await openHouse({
    mood: ({ person }) =>
      held.has(person) ? { outcome: "tryLater", afterMilliseconds: hour, why: "429" } : delivered,
  });
  onTestFinished(() => under.close());
  const people = Array.from({ length: 120 }, (_, place) => `person-${place}`);
  for (const person of people) held.add(person);
  for (const person of people) await under.say(person, { kind: "opened" });
  for (const person of people) await under.press(person, "accueil.language.french");
  held.add(lina);
  await under.say(lina, { kind: "opened" });
  const conversation = await under.conversation(lina);
  // Lina's network is well again, and hers is the youngest of 121
  held.delete(lina);
  under.house.database.connection
    .prepare("UPDATE Outgoing SET dueAt = ? WHERE conversationId = ?")
    .run(under.now(), conversation);
  under.pass(5 * minute);
  const before = under.sent.length;
  await under.jobs();
  expect(under.sent.slice(before).map(({ person }) => person)).toEqual([lina]);
});

test("no such channel in this process: the message waits for one that has it", async () => {
  const under = await met();
  const elsewhere = { channel: "whatsapp", account: "33600000000", address: "0611223344" } as const;
  await under.house.receive("rencontres-et-loisirs", {
    id: "1",
    from: elsewhere,
    at: under.now(),
    content: { kind: "opened" },
  });
  await under.house.settled();
  expect(last(under)).toMatchObject({
    state: "queued",
    failure: "no such channel here",
    attempts: 0,
    dueAt: under.now() + minute,
  });
  const whatsapp = keepingChannel("whatsapp", elsewhere.account);
  under.house.connect(whatsapp);
  under.pass(minute);
  await under.jobs();
  expect(whatsapp.taken(elsewhere.address)).toHaveLength(1);
  expect(last(under)).toMatchObject({ state: "sent", ...free });
});

test("what another process is sending is left to it until its lease ends", async () => {
  const under = await met();
  const conversation = await under.conversation(lina);
  const { connection } = under.house.database;
  const put = connection.prepare(
    "UPDATE Outgoing SET state = 'sending', owner = 'another', leaseUntil = ? WHERE id = (SELECT MAX(id) FROM Outgoing)",
  );
  put.run(under.now() + minute);
  const before = under.sent.length;
  await under.house.deliver(conversation);
  await under.jobs();
  expect(under.sent).toHaveLength(before);
  under.pass(minute + 1);
  await under.jobs();
  expect(under.sent).toHaveLength(before + 1);
  expect(last(under)).toMatchObject({ state: "sent", ...free });
});

test("two deliveries of one conversation at once send each message once", async () => {
  const under = await met();
  const conversation = await under.conversation(lina);
  under.house.database.connection.exec(
    "UPDATE Outgoing SET state = 'queued', owner = NULL, leaseUntil = NULL",
  );
  const waiting = under.rows("SELECT turnId FROM Outgoing ORDER BY id").map(({ turnId }) => turnId);
  const before = under.sent.length;
  await Promise.all([1, 2, 3].map(() => under.house.deliver(conversation)));
  expect(under.sent.slice(before).map(({ turn }) => turn)).toEqual(waiting);
});

test("a process that starts takes up at once what a dead one was sending", async () => {
  const folder = mkdtempSync(`${tmpdir()}/trousseau-deliver-`);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const under = await met({ file: `${folder}/dead.db` });
  const { connection } = under.house.database;
  connection.exec(
    "UPDATE Outgoing SET state = 'sending', owner = 'dead', leaseUntil = 9999999999999 WHERE id = 2",
  );
  // a process of this machine whose number nobody has
  connection
    .prepare(
      "INSERT INTO Instance (id, pid, host, startedAt, beatAt) VALUES ('dead', 4194305, ?, 0, 0)",
    )
    .run(hostname());
  const next = await openNodeHouse({
    settings: settingsWith({
      SECRET_KEY: "the same key for all houses of these tests",
      DATABASE_URL: `file:${folder}/dead.db`,
    }),
    clock: { now: under.now },
    sends: true,
    broke: (_, error) => {
      throw error;
    },
  });
  const channel = keepingChannel("telegram", "world");
  next.connect(channel);
  await next.takeUpLeftovers();
  await next.settled();
  expect(channel.taken(lina)).toHaveLength(1);
  expect(under.rows("SELECT id FROM Instance WHERE id = 'dead'")).toEqual([]);
  await next.close();
});

test("the network's own id of a message is kept only as a keyed hash", async () => {
  const under = await met({ mood: () => ({ outcome: "delivered", networkId: "zz-network-4711" }) });
  const rows = under.rows("SELECT networkLookup FROM Outgoing");
  expect(rows.length).toBeGreaterThan(0);
  for (const { networkLookup } of rows) expect(networkLookup).toMatch(/^[\w-]{32}$/);
  expect(JSON.stringify(rows).includes("4711")).toBe(false);
});
