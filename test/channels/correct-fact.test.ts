import { afterEach, beforeEach, expect, test } from "vitest";
import { correctFact } from "../../src/answering/correct-fact.ts";
import { openWorld, structure, type World } from "../world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.say("lina", "j'ai 19 ans et je veux prendre rdv");
});
afterEach(() => world.close());

async function correct(fact: string, value: unknown, where = structure) {
  const conversation = await world.conversation("lina");
  return correctFact(world.house.answering, { conversation, structure: where, fact, value });
}

const memory = async () => (await world.standing("lina"))?.conversation.memory;

test("the team's word stands in the place of the answer, with its day, and the conversation stays where it was", async () => {
  const before = await memory();
  expect(before?.known["age"]?.value).toBe(19);
  expect(await correct("age", 17)).toBe("corrected");
  expect((await memory())?.known["age"]).toEqual({ value: 17, at: world.now(), byTeam: true });
  expect((await memory())?.place).toEqual(before?.place);
  await world.jobs();
  expect(world.received("lina")).toEqual([]);
  const [answer] = await world.say("lina", "Carvin");
  expect(answer?.text).toContain("Où veux-tu venir ?");
});

test("an answer may be forgotten; what was never answered, or is another structure's, is not written", async () => {
  expect(await correct("age", null)).toBe("corrected");
  expect((await memory())?.known["age"]).toBeUndefined();
  expect(await correct("resources", 500)).toBe("gone");
  expect(await correct("age", 20, "ccas-malakoff")).toBe("gone");
});
