import { afterEach, beforeEach, expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { openWorld, type World } from "../world.ts";

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const shelter = "je dors dehors ce soir";
const called = { heldBy: "waiting", urgency: "immediate" };

async function standing() {
  return (await world.standing("lina"))?.conversation;
}

/** The whole of what was answered, as one text. */
async function answer(...said: Parameters<World["say"]>): Promise<string> {
  return (await world.say(...said)).map(({ text }) => text).join("\n");
}

test("as the very first words, before any language was chosen", async () => {
  expect(await answer("lina", "🤷")).toContain("Choisis ta langue");
  expect(await answer("lina", shelter)).toContain("\n115\n");
  expect(await standing()).toMatchObject({ ...called, need: "emergency_shelter" });
});

test("in the middle of a flow, whose question is kept and offered again", async () => {
  await world.say("lina", "visale");
  expect(await answer("lina", shelter)).toContain("\n115\n");
  expect((await standing())?.memory.suspended).toMatchObject({ flow: "visale", step: "age" });
  const [back] = await world.press("lina", "Continuer");
  expect(back?.text).toContain("Tu as quel âge ?");
});

test("while a worker is awaited", async () => {
  await world.say("lina", "conseiller");
  expect(await standing()).toMatchObject({ heldBy: "waiting", urgency: "normal", need: "human" });
  expect(await answer("lina", "je veux mourir")).toContain("\n3114\n");
  expect(await standing()).toMatchObject({ ...called, need: "suicide" });
});

test("while a worker holds the conversation: the desk turns red, and the bot says nothing", async () => {
  await world.say("lina", "conseiller");
  const { store } = world.house;
  const conversation = await world.conversation("lina");
  await store.handOvers.takeOver(conversation, "conseillere-1" as WorkerId, world.now());
  expect(await world.say("lina", "mon copain me frappe")).toEqual([]);
  expect(await standing()).toMatchObject({ heldBy: "worker", urgency: "immediate" });
});

test("after STOP", async () => {
  await world.say("lina", "visale");
  await world.say("lina", "stop");
  expect(await answer("lina", shelter)).toContain("\n115\n");
  expect(await standing()).toMatchObject({ ...called, need: "emergency_shelter" });
});

test("in the caption of a photo", async () => {
  await world.say("lina", "visale");
  const photo = { kind: "media", media: "image", caption: shelter } as const;
  expect(await answer("lina", photo)).toContain("\n115\n");
  expect(await standing()).toMatchObject({ ...called, need: "emergency_shelter" });
});

test("in a message that was changed", async () => {
  await world.say("lina", "visale");
  expect(await answer("lina", { kind: "edited", text: "je veux mourir" })).toContain("\n3114\n");
  expect(await standing()).toMatchObject({ ...called, need: "suicide" });
});

test("after a « non » to the gentle question, which is asked again or becomes an alarm", async () => {
  await world.say("lina", "jen peux plus");
  await world.press("lina", "Non");
  expect(await standing()).toMatchObject({ heldBy: "bot", urgency: "none" });
  expect(await answer("lina", "jen peux plus")).toContain("Est-ce que tu penses à mourir ?");
  expect(await answer("lina", "je veux mourir")).toContain("\n3114\n");
  expect(await standing()).toMatchObject({ ...called, need: "suicide" });
});

test("the gentle question may stay without an answer: the question that was left is heard", async () => {
  await world.say("lina", "visale");
  await world.say("lina", "jen peux plus");
  expect(await answer("lina", "20")).toContain("Question 2 sur 8");
  expect(await standing()).toMatchObject({ heldBy: "bot", urgency: "none" });
});

test("the day of a departure is kept for the worker, with a high urgency", async () => {
  await world.say("lina", "je dois partir vendredi");
  expect(await standing()).toMatchObject({ urgency: "high", need: "soon_without_home" });
  expect((await standing())?.memory.known["leavesHomeOn"]?.value).toBe("2026-11-27");
});
