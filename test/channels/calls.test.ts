import { afterEach, beforeEach, expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { after, minute } from "../../src/base/time.ts";
import { alertPhones } from "../../src/store/alert-phones.ts";
import { sql } from "../../src/store/database.ts";
import { openWorld, structure, type World } from "../world.ts";

const monday = "2026-11-23";
const [nadia, samir] = ["worker-nadia", "worker-samir"] as [WorkerId, WorkerId];

let world: World;

beforeEach(async () => {
  world = await openWorld({ at: `${monday}T10:00:00+01:00` });
  for (const [id, code] of [
    [nadia, "ABCD2345"],
    [samir, "EFGH2345"],
  ] as const) {
    await world.house.store.database.run(
      sql(
        `INSERT INTO Worker (id, name, email, emailVerified, role, structure, createdAt, updatedAt)
         VALUES (?, ?, ?, 1, 'worker', ?, 0, 0)`,
        ...[id, id, `${id}@exemple.fr`, structure],
      ),
    );
    const phones = alertPhones(world.house.store.database, world.house.store.cipher);
    await phones.giveAlertCode(id, code, after(world.now(), 15 * minute));
    await world.say(id, `alerte ${code.slice(0, 4)}-${code.slice(4)}`);
  }
  await world.house.store.calls.chooseCalls(nadia, "first");
  await world.house.store.calls.chooseCalls(samir, "backup");
});
afterEach(() => world.close());

async function callsTo(worker: string): Promise<readonly string[]> {
  await world.jobs();
  return world.received(worker).map(({ text }) => text);
}

async function asksForSomebody(person: string): Promise<void> {
  await world.say(person, "je veux parler à quelqu'un");
}

const first = "Une personne attend une réponse. Ouvre le bureau.";
const again = "Une personne attend encore une réponse. Ouvre le bureau.";

test("who asked to be called is told once, without a name or a subject", async () => {
  await asksForSomebody("lina");
  expect(await callsTo(nadia)).toEqual([first]);
  expect(await callsTo(nadia)).toEqual([]);
  expect(await callsTo(samir)).toEqual([]);
});

test("nobody comes: both are told, then the person, once", async () => {
  await asksForSomebody("lina");
  await callsTo(nadia);
  world.setClock(`${monday}T11:00:00+01:00`);
  expect(await callsTo(nadia)).toEqual([again]);
  expect(world.received(samir).map(({ text }) => text)).toEqual([again]);
  expect(world.received("lina")).toEqual([]);
  world.setClock(`${monday}T18:00:00+01:00`);
  await world.jobs();
  const told = world.received("lina").map(({ text }) => text);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("Désolé : personne n'a encore pu te répondre");
  await world.jobs();
  expect(world.received("lina")).toEqual([]);
  // and the conversation still waits for the team
  expect((await world.standing("lina"))?.conversation.heldBy).toBe("waiting");
});

test("who is taken up in time hears no apology, and nobody is called again", async () => {
  await asksForSomebody("lina");
  await callsTo(nadia);
  const conversation = await world.conversation("lina");
  await world.house.store.handOvers.takeOver(conversation, nadia, world.now());
  world.setClock(`${monday}T18:00:00+01:00`);
  expect(await callsTo(samir)).toEqual([]);
  expect(world.received("lina")).toEqual([]);
});

test("a conversation put aside calls nobody until its day, or until the person writes", async () => {
  await asksForSomebody("lina");
  const conversation = await world.conversation("lina");
  const filing = { conversation, structure, by: nadia, now: world.now() };
  await world.house.store.filing.snooze(filing, after(world.now(), 48 * 60 * minute));
  expect(await callsTo(nadia)).toEqual([]);
  await world.say("lina", "vous êtes là ?");
  expect(await callsTo(nadia)).toEqual([first]);
});

test("a danger is not put aside", async () => {
  await world.say("lina", "je veux mourir");
  const conversation = await world.conversation("lina");
  const filing = { conversation, structure, by: nadia, now: world.now() };
  const until = after(world.now(), 48 * 60 * minute);
  expect(await world.house.store.filing.snooze(filing, until)).toBe("refused");
  expect(await callsTo(nadia)).toEqual(["Une personne attend : c'est urgent. Ouvre le bureau."]);
});

test("somebody who chose to be told nothing is told nothing", async () => {
  await world.house.store.calls.chooseCalls(nadia, null);
  await asksForSomebody("lina");
  expect(await callsTo(nadia)).toEqual([]);
});

test("whom a conversation is given to is told on their phone, once", async () => {
  await asksForSomebody("lina");
  await callsTo(nadia);
  const conversation = await world.conversation("lina");
  const filing = { conversation, structure, by: nadia, now: world.now() };
  const words = "Une conversation vous est confiée. Ouvrez le bureau.";
  expect(await world.house.store.filing.assign(filing, samir, words)).toBe("filed");
  expect(await callsTo(samir)).toEqual([words]);
  expect(await world.house.store.filing.assign(filing, "nobody" as WorkerId, words)).toBe(
    "refused",
  );
});

test("while the team is in appointments the promise says from when it reads", async () => {
  const { laidDown } = world.house.store;
  const until = after(world.now(), 60 * minute);
  const document = JSON.stringify({ until });
  const own = { structure, kind: "busy", id: "team", by: nadia, now: world.now() } as const;
  await laidDown.layDown({ ...own, document, words: null, expiresAt: until });
  world.pass(minute);
  const [answer] = await world.say("lina", "je veux parler à quelqu'un");
  expect(answer?.text).toContain(
    "en rendez-vous : elle lit les messages aujourd'hui à partir de 11 h",
  );
});
