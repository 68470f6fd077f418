import { afterEach, beforeEach, expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { openWorld, type World } from "../world.ts";

const lea = "lea" as WorkerId;
let world: World;

beforeEach(async () => {
  world = await openWorld({ at: "2026-11-23T10:00:00+01:00" });
  await world.say("lina", "je veux parler à quelqu'un");
  await world.house.store.handOvers.takeOver(await world.conversation("lina"), lea, world.now());
});
afterEach(() => world.close());

const standing = async () => (await world.standing("lina"))?.conversation;

async function at(instant: string): Promise<readonly string[]> {
  world.setClock(instant);
  await world.jobs();
  return world.received("lina").map(({ text }) => text);
}

async function answers(): Promise<void> {
  const conversation = await world.conversation("lina");
  const reply = { text: "Bonjour, je suis Léa.", options: [] };
  await world.house.store.handOvers.answer(
    conversation,
    lea,
    world.house.ids.next(),
    reply,
    world.now(),
  );
  await world.house.deliver(conversation);
  world.received("lina");
}

test("whom a worker took and did not answer waits for anybody again, after eight hours of work", async () => {
  await at("2026-11-23T17:00:00+01:00");
  expect((await standing())?.heldBy).toBe("worker");
  await at("2026-11-25T10:00:00+01:00");
  expect(await standing()).toMatchObject({ heldBy: "waiting", workerId: null, urgency: "normal" });
});

test("the place in the queue is since they wrote, so that the team is called for them at once", async () => {
  await world.say("lina", "vous êtes là ?");
  const wrote = world.now();
  await at("2026-11-25T10:00:00+01:00");
  expect((await standing())?.waitingSince).toBe(wrote);
});

test("whom a worker answered is the bot's again after three days, and it says so once", async () => {
  await answers();
  expect(await at("2026-11-26T09:00:00+01:00")).toEqual([]);
  expect((await standing())?.heldBy).toBe("worker");
  const [text, ...rest] = await at("2026-11-26T11:00:00+01:00");
  expect(text).toContain("je suis de nouveau là pour tes questions");
  expect(rest).toEqual([]);
  expect(await standing()).toMatchObject({ heldBy: "bot", workerId: null });
  expect(await at("2026-11-26T12:00:00+01:00")).toEqual([]);
});

test("not at night, and not when the person wrote since", async () => {
  await answers();
  expect(await at("2026-11-26T23:00:00+01:00")).toEqual([]);
  expect((await standing())?.heldBy).toBe("worker");
  await world.say("lina", "merci");
  expect(await at("2026-11-27T09:00:00+01:00")).toEqual([]);
  expect((await standing())?.heldBy).toBe("worker");
});

test("what was put aside stays aside", async () => {
  await answers();
  const conversation = await world.conversation("lina");
  const filing = { conversation, structure: "rencontres-et-loisirs", by: lea, now: world.now() };
  await world.house.store.filing.snooze(filing, Date.parse("2026-12-10T07:00:00Z") as never);
  expect(await at("2026-11-30T11:00:00+01:00")).toEqual([]);
  expect((await standing())?.heldBy).toBe("worker");
});

test("a worker who writes at the very moment keeps the conversation", async () => {
  const { store, answering } = world.house;
  world.setClock("2026-11-25T10:00:00+01:00");
  const [talk] = await store.idle.held("rencontres-et-loisirs", world.now(), { limit: 5, left: 0 });
  await answers();
  if (!talk) throw new Error("nobody is held");
  expect(await store.idle.backToQueue(talk, answering.ids.next() as never, world.now())).toBe(
    "changed",
  );
  expect((await standing())?.heldBy).toBe("worker");
});
