import { afterEach, beforeEach, expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import type { LocalDate } from "../../src/base/time.ts";
import { openWorld, structure, type World } from "../world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld({ at: "2026-11-23T10:00:00+01:00" });
  await world.say("lina", "bonjour");
});
afterEach(() => world.close());

async function keep(nextOn: string, state: "sent" | "accepted" = "sent", reminds = true) {
  return world.house.store.dossiers.keep({
    ...{ id: "d", structure, conversation: await world.conversation("lina"), kind: "hlm", state },
    ...{
      nextOn: nextOn as LocalDate,
      missing: "",
      note: "",
      reminds,
      isClosed: state === "accepted",
    },
    ...{ by: "lea" as WorkerId, now: world.now() },
  });
}

async function told(at: string): Promise<readonly string[]> {
  world.setClock(at);
  await world.jobs();
  return world.received("lina").map(({ text }) => text);
}

test("the person is told once, a week before, of the day alone", async () => {
  await keep("2026-12-03");
  expect(await told("2026-11-25T10:00:00+01:00")).toEqual([]);
  const [text, ...rest] = await told("2026-11-26T10:00:00+01:00");
  expect(rest).toEqual([]);
  expect(text).toContain("Rappel : jeudi 3 décembre, c'est une date importante pour ton dossier.");
  expect(text).not.toMatch(/HLM|logement/i);
  expect(await told("2026-11-27T10:00:00+01:00")).toEqual([]);
});

test("a day that moved is told anew", async () => {
  await keep("2026-11-26");
  expect(await told("2026-11-23T11:00:00+01:00")).toHaveLength(1);
  await keep("2026-12-10");
  expect(await told("2026-12-04T10:00:00+01:00")).toHaveLength(1);
});

test("nothing is sent at night, nor of a file that is closed, nor where nobody asked for it, nor too late", async () => {
  await keep("2026-11-26");
  expect(await told("2026-11-23T23:30:00+01:00")).toEqual([]);
  await keep("2026-11-26", "accepted");
  expect(await told("2026-11-24T10:00:00+01:00")).toEqual([]);
  await keep("2026-11-26", "sent", false);
  expect(await told("2026-11-24T11:00:00+01:00")).toEqual([]);
  await keep("2026-11-20");
  expect(await told("2026-11-24T12:00:00+01:00")).toEqual([]);
});

test("while a worker has the conversation they tell it themselves; given back, it is told", async () => {
  await keep("2026-11-28");
  const conversation = await world.conversation("lina");
  await world.house.store.handOvers.takeOver(conversation, "lea" as WorkerId, world.now());
  expect(await told("2026-11-23T11:00:00+01:00")).toEqual([]);
  await world.house.store.database.run({
    ...{
      sql: "UPDATE Conversation SET heldBy = 'bot', workerId = NULL, epoch = epoch + 1 WHERE id = ?",
    },
    values: [conversation],
  });
  expect(await told("2026-11-24T11:00:00+01:00")).toHaveLength(1);
});
