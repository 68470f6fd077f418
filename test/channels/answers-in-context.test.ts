import { afterEach, beforeEach, expect, test } from "vitest";
import { openWorld, type World } from "../world.ts";

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await world.say("lina", "visale");
});
afterEach(() => world.close());

async function known(fact: string): Promise<unknown> {
  return (await world.standing("lina"))?.conversation.memory.known[fact]?.value;
}

async function answer(text: string): Promise<string> {
  return (await world.say("lina", text)).map((reply) => reply.text).join("\n");
}

test("an age said beside a danger is kept, and the danger goes first", async () => {
  expect(await answer("j'ai 17 ans et je suis à la rue")).toContain("\n119\n");
  expect(await known("age")).toBe(17);
  expect((await world.standing("lina"))?.conversation.urgency).toBe("immediate");
});

test.each([
  ["je veux annuler mon rdv du 24", "annuler"],
  ["je veux parler à quelqu'un avant le 20", "une personne de l'équipe"],
])("a figure inside an errand is no age: « %s »", async (text, about) => {
  expect(await answer(text)).toContain(about);
  expect(await known("age")).toBeUndefined();
});

test.each([
  ["19 ans", 19],
  ["tes3tach", 19],
  ["veintidós", 22],
  ["٢٠", 20],
  ["né en 2004", 22],
])("« %s » answers the question of the age", async (text, age) => {
  expect(await answer(text)).toContain("Question 2");
  expect(await known("age")).toBe(age);
});

test.each([
  ["lla", false],
  ["ouais grave", true],
  ["نعم", true],
  ["no idea", null],
  ["no lo sé", null],
])("« %s » answers a question of yes or no with %j", async (text, value) => {
  await answer("19");
  await answer("études");
  await answer(text);
  expect(await known("home.leaseSigned")).toBe(value);
});
