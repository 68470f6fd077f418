import { expect, test } from "vitest";
import { eraseFor } from "../../src/answering/erase-for.ts";
import { readableFile } from "../../src/desk/readable-file.ts";
import { personFile } from "../../src/store/person-file.ts";
import { bookFor, type HouseUnderTest, meet, openHouse } from "../channels/house-under-test.ts";
import { structure } from "../world.ts";

const day = 24 * 3_600_000;

async function erase(under: HouseUnderTest, person: string) {
  const { answering, store, structures } = under.house;
  const conversation = await under.conversation(person);
  return eraseFor(answering, store.links, conversation, (slug) => structures.get(slug));
}

test("somebody's file is all that is kept of them, in sentences: answers, messages, appointments, what is counted", async () => {
  const under = await openHouse();
  await meet(under, "lina");
  await bookFor(under, "lina", 1);
  await under.say("lina", "c'est quoi visale ?");
  await under.jobs();
  const { store, texts, structures } = under.house;
  const file = await personFile(store.database, store.cipher, await under.conversation("lina"));
  if (!file) throw new Error("no file");
  expect(await personFile(store.database, store.cipher, file.person)).toEqual(file);
  const read = readableFile(file, { texts, structure: structures.get(structure) });
  expect(read).toMatch(/^23\/11\/2026 \d\d:\d\d · vous : c'est quoi visale \?$/m);
  expect(read).toMatch(/^Rendez-vous\n- .*, .*, pris$/m);
  expect(read).toContain("Ce qui est compté de vous, sans votre nom");
  expect(read).not.toMatch(/undefined|\{\{|null/);
  await under.close();
});

test("who asks by letter to be forgotten is: they are told where they wrote, and nothing of them stays", async () => {
  const under = await openHouse();
  await meet(under, "lina");
  await under.say("lina", "je m'appelle zz-marked");
  expect(await erase(under, "lina")).toBe("erased");
  under.pass(day);
  await under.jobs();
  expect(under.sent.at(-1)?.reply.text).toContain("tes données ont été effacées");
  for (const table of ["Person", "Conversation", "Address", "Inbound", "Outgoing"])
    expect([table, under.rows(`SELECT COUNT(*) AS n FROM ${table}`)]).toEqual([table, [{ n: 0 }]]);
  await under.close();
});

test("erasing twice does nothing more, and nobody is nobody", async () => {
  const under = await openHouse();
  await meet(under, "lina");
  const { store } = under.house;
  const conversation = await under.conversation("lina");
  expect(await erase(under, "lina")).toBe("erased");
  expect(await erase(under, "lina")).toBe("gone");
  expect(await personFile(store.database, store.cipher, conversation)).toBeNull();
  expect(await personFile(store.database, store.cipher, "nobody")).toBeNull();
  await under.close();
});

test("an alert about a danger is never closed by erasing: a person reads it first", async () => {
  const under = await openHouse();
  await meet(under, "lina");
  await under.say("lina", "mon père me frappe, j'ai peur");
  expect(await erase(under, "lina")).toBe("alertOpen");
  const rows = under.rows("SELECT heldBy, erasedAt FROM Conversation");
  expect(rows).toEqual([{ heldBy: "waiting", erasedAt: null }]);
  await under.close();
});
