import { expect, test } from "vitest";
import type { ConversationId, WorkerId } from "../../src/base/ids.ts";
import { randomIds } from "../../src/base/ids.ts";
import { createCipher } from "../../src/store/cipher.ts";
import type { Database } from "../../src/store/database.ts";
import { linkedTo } from "../../src/store/link-store.ts";
import { openStore } from "../../src/store/store.ts";
import { structure } from "../world.ts";
import { countOf } from "./hand-made.ts";
import { livedIn, move, moveDay, openD1, openSqlite, secret } from "./move-world.ts";

const tables = ["Alias", "EarlyStatus", "Media", "MediaPart", "LinkCode", "Link"];

/** What those tables are for, asked of a house that opens this database with the same secret. */
async function livesOn(database: Database): Promise<void> {
  const store = openStore(
    database,
    createCipher(secret),
    randomIds(() => moveDay),
  );
  const from = { channel: "whatsapp", account: "1", address: "33612345678" } as const;
  const known = await store.conversations.conversationOf(structure, from);
  expect(known).not.toBeNull();
  const hidden = { ...from, account: "2", address: "FR.1" };
  expect(await store.conversations.conversationOf(structure, hidden)).toBe(known);

  const [file] = await database.all("SELECT id, conversationId FROM Media");
  const conversation = String(file?.["conversationId"]) as ConversationId;
  const opened = await store.media.open(String(file?.["id"]), conversation, structure, moveDay);
  expect(opened?.body.length).toBe(400_000);

  const row = await database.get(
    "SELECT conversationId FROM Link WHERE formerPersonId <> personId",
  );
  const joined = String(row?.["conversationId"]) as ConversationId;
  const { link } = await linkedTo(database, joined, structure);
  const wanted = { link: link?.id ?? "", conversation: joined, structure, now: moveDay };
  expect(await store.links.undo({ ...wanted, worker: "nadia" as WorkerId })).toBe("undone");

  const early = createCipher(secret).lookup("network|early");
  const where = `EarlyStatus WHERE networkLookup = '${early}' AND state = 'sent'`;
  expect(await countOf(database, where)).toBe(1);
}

test("what WhatsApp, files and links left behind arrives on D1 and back, counted, and serves there", async () => {
  const source = await livedIn();
  const counts = await Promise.all(tables.map((table) => countOf(source, table)));
  expect(Math.min(...counts)).toBeGreaterThan(0);
  const d1 = await openD1();
  const back = openSqlite();
  for (const [from, to] of [
    [source, d1],
    [d1, back],
  ] as const) {
    const moved = await move(from, to);
    expect(moved.outcome).toBe("moved");
    const compared = "tables" in moved ? moved.tables : [];
    const told = tables.map((name) => compared.find(({ table }) => table === name)?.target.rows);
    expect(told).toEqual(counts);
    expect(await Promise.all(tables.map((table) => countOf(to, table)))).toEqual(counts);
  }
  await livesOn(d1);
  await livesOn(back);
});

test("a file that lost a part on the way is a difference", async () => {
  const source = await livedIn();
  const d1 = await openD1();
  await move(source, d1);
  await d1.run({ sql: "DELETE FROM MediaPart WHERE part = 0", values: [] });
  await d1.run({
    sql: "INSERT INTO MediaPart SELECT id, 0, 'x' FROM Media",
    values: [],
  });
  const moved = await move(source, d1, { resume: true });
  const different = "tables" in moved ? moved.tables.filter(({ same }) => !same) : [];
  expect([moved.outcome, different.map(({ table }) => table)]).toEqual(["differs", ["MediaPart"]]);
});
