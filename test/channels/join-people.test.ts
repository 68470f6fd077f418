import { afterEach, beforeEach, expect, test } from "vitest";
import { joinPeople } from "../../src/answering/join-people.ts";
import type { WorkerId } from "../../src/base/ids.ts";
import { openWorld, structure, type World } from "../world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const person = async (who: string) => (await world.standing(who))?.conversation.person;

async function join(kept: string, joined: string) {
  const { answering, store } = world.house;
  return joinPeople(answering, store.links, {
    ...{ structure, kept: await world.conversation(kept) },
    joined: await world.conversation(joined),
  });
}

test("two conversations become one person's, nobody is told, and each stays where it was", async () => {
  await world.say("lina", "je cherche un logement");
  await world.say("lina-2", "prendre rdv");
  const before = (await world.standing("lina-2"))?.conversation.memory.place;
  expect(before).not.toBeNull();
  expect(await join("lina", "lina-2")).toBe("joined");
  expect(await person("lina-2")).toBe(await person("lina"));
  expect((await world.standing("lina-2"))?.conversation.memory.place).toEqual(before);
  await world.jobs();
  expect([...world.received("lina"), ...world.received("lina-2")]).toEqual([]);
  // and the conversation goes on as if nothing had happened
  const [answer] = await world.say("lina-2", "Carvin");
  expect(answer?.text).toContain("Où veux-tu venir ?");
  expect(await join("lina", "lina-2")).toBe("same");
});

test("it is undone as any link is", async () => {
  await world.say("lina", "bonjour");
  await world.say("karim", "bonjour");
  const karim = await person("karim");
  await join("lina", "karim");
  const conversation = await world.conversation("karim");
  const link = await world.house.store.database.get(
    "SELECT id FROM Link WHERE conversationId = ? AND undoneAt IS NULL AND instr(id, '.') = 0",
    [conversation],
  );
  const undone = await world.house.store.links.undo({
    ...{ link: String(link?.["id"]), conversation, structure, worker: "lea" as WorkerId },
    now: world.now(),
  });
  expect(undone).toBe("undone");
  expect(await person("karim")).toBe(karim);
});

test("another structure's conversations are not joined", async () => {
  await world.say("lina", "bonjour");
  await world.say("karim", "bonjour");
  const { answering, store } = world.house;
  const outcome = await joinPeople(answering, store.links, {
    ...{ structure: "ccas-malakoff", kept: await world.conversation("lina") },
    joined: await world.conversation("karim"),
  });
  expect(outcome).toBe("gone");
  expect(await person("karim")).not.toBe(await person("lina"));
});
