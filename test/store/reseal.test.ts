import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openNodeHouse } from "../../src/node/house.ts";
import { reseal } from "../../src/store/reseal.ts";
import { settingsWith } from "../world.ts";

const folder = mkdtempSync(join(tmpdir(), "trousseau-reseal-"));
const [former, present] = [
  "the former key of the house, long enough",
  "the key that came after it, long enough",
];
const structure = "rencontres-et-loisirs";
let files = 0;
let path = "";
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

async function houseWith(SECRET_KEY: string, SECRET_KEY_PREVIOUS?: string) {
  const house = await openNodeHouse({
    settings: settingsWith({
      ...{ DATABASE_URL: `file:${path}`, SECRET_KEY, LOG_LEVEL: "silent" },
      ...(SECRET_KEY_PREVIOUS ? { SECRET_KEY_PREVIOUS } : {}),
    }),
    sends: true,
    broke(_, error) {
      throw error;
    },
  });
  house.connect({
    ...{ name: "telegram", account: "bot" },
    send: async () => ({ outcome: "delivered", networkId: null }),
  });
  const say = async (id: string, content: { kind: "opened" } | { kind: "text"; text: string }) => {
    const from = { channel: "telegram", account: "bot", address: "lina" } as const;
    await house.receive(structure, { id, from, at: house.clock.now(), content });
    await house.settled();
  };
  return { house, say, close: () => house.close() };
}

/** Every sealed value of every table, by the key that closed it. */
async function keysIn(house: Awaited<ReturnType<typeof houseWith>>["house"]) {
  const { database } = house.store;
  const tables = await database.all("SELECT name FROM sqlite_master WHERE type = 'table'");
  const keys = new Map<string, number>();
  for (const { name } of tables)
    for (const column of await database.all(`PRAGMA table_info("${name}")`)) {
      if (!String(column["name"]).endsWith("Sealed")) continue;
      const rows = await database.all(
        `SELECT "${column["name"]}" AS sealed FROM "${name}" WHERE "${column["name"]}" IS NOT NULL`,
      );
      for (const { sealed } of rows) {
        const [key = ""] = String(sealed).split(".");
        keys.set(key, (keys.get(key) ?? 0) + 1);
      }
    }
  return keys;
}

async function talkedUnderTheFormerKey() {
  path = join(mkdtempSync(join(tmpdir(), "trousseau-reseal-")), `${++files}.db`);
  const first = await houseWith(former);
  await first.say("1", { kind: "opened" });
  await first.say("2", { kind: "text", text: "français" });
  const { cipher, database } = first.house.store;
  await database.run({
    sql: "UPDATE Person SET firstNameSealed = ?, nameLookup = ?",
    values: [cipher.seal("Lina"), cipher.lookup("name|lina")],
  });
  await first.close();
}

test("all that the former key closed is closed with the present one, and without the former nothing is lost", async () => {
  await talkedUnderTheFormerKey();
  const second = await houseWith(present, former);
  const closed = [...(await keysIn(second.house)).values()].reduce((sum, many) => sum + many, 0);
  const done = await reseal(second.house.store.database, second.house.store.cipher);
  expect(done).toEqual({ values: closed, lookups: 2, left: 0 });
  expect(closed).toBeGreaterThan(5);
  expect((await keysIn(second.house)).size).toBe(1);
  // said again, there is nothing left to do
  expect(await reseal(second.house.store.database, second.house.store.cipher)).toEqual({
    ...{ values: 0, lookups: 0, left: 0 },
  });
  await second.close();
  const third = await houseWith(present);
  await third.say("3", { kind: "text", text: "visale" });
  const { store } = third.house;
  expect(await store.database.all("SELECT COUNT(*) AS many FROM Conversation")).toEqual([
    { many: 1 },
  ]);
  const [row] = await store.database.all("SELECT id FROM Conversation");
  const pending = await store.conversations.pending(String(row?.["id"]) as never);
  expect(pending?.conversation.memory).toMatchObject({ language: "fr", place: { flow: "visale" } });
  expect(await store.people.people(structure, "Lina", 5)).toHaveLength(1);
  await third.close();
});

test("what no key given here opens is left as it is, and counted", async () => {
  await talkedUnderTheFormerKey();
  const stranger = await houseWith(present);
  const before = await keysIn(stranger.house);
  const done = await reseal(stranger.house.store.database, stranger.house.store.cipher);
  expect(done).toMatchObject({ values: 0, lookups: 0 });
  expect(done.left).toBeGreaterThan(5);
  expect(await keysIn(stranger.house)).toEqual(before);
  await stranger.close();
});
