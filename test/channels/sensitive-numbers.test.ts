import { afterEach, beforeEach, expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { openWorld, type World } from "../world.ts";

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const card = "4111 1111 1111 1111";
const erased = "J'ai effacé un numéro sensible";

async function answer(...said: Parameters<World["say"]>): Promise<string> {
  return (await world.say(...said)).map(({ text }) => text).join("\n");
}

async function memory() {
  return (await world.standing("lina"))?.conversation.memory;
}

test("what is answered beside a number is heard, and the person is told once of each kind", async () => {
  await world.say("lina", "visale");
  expect(await answer("lina", `19 ans, ma carte ${card}`)).toMatch(/^J'ai effacé.*Question 2/s);
  expect((await memory())?.known["age"]?.value).toBe(19);
  expect(await answer("lina", `études, ${card}`)).not.toContain(erased);
  expect(await answer("lina", "non, mon rib FR14 2004 1010 0505 0001 3M02 606")).toContain(erased);
});

test("a number alone is no answer and no misunderstanding", async () => {
  await world.say("lina", "visale");
  for (const text of [card, card, card]) {
    expect(await answer("lina", text)).toContain("Tu as quel âge ?");
  }
  expect(await memory()).toMatchObject({
    misunderstood: 0,
    place: { flow: "visale", step: "age" },
  });
  expect(JSON.stringify(await memory())).not.toContain("1111");
});

test("in danger other words come first, and the number is gone all the same", async () => {
  const said = await answer("lina", `je dors dehors ce soir, ma carte ${card}`);
  expect(said).toContain("\n115\n");
  expect(said).not.toContain(erased);
  const { store } = world.house;
  const shown = await store.transcripts.of(await world.conversation("lina"), { notes: false });
  expect(JSON.stringify(shown)).not.toContain("1111");
});

test("while a worker holds the conversation, that the number was erased is the only word said", async () => {
  await world.say("lina", "conseiller");
  const conversation = await world.conversation("lina");
  await world.house.store.handOvers.takeOver(
    conversation,
    "conseillere-1" as WorkerId,
    world.now(),
  );
  expect(await answer("lina", `voilà ${card}`)).toContain(erased);
  expect(await world.say("lina", `et encore ${card}`)).toEqual([]);
});
