import { expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { lookingLive } from "../../src/worker/looking-live.ts";
import { meet, openHouse } from "../channels/house-under-test.ts";
import { structure } from "../world.ts";

/** Somebody watches a conversation; the test says when the next look is. */
async function watched() {
  const under = await openHouse();
  await meet(under, "lina");
  const conversation = await under.conversation("lina");
  let wake = () => {};
  let asked = () => {};
  const live = lookingLive({
    database: under.house.database,
    clock: under.house.clock,
    wait: () => {
      asked();
      return new Promise((resolve) => {
        wake = resolve;
      });
    },
    failed: (error) => {
      throw error;
    },
  });
  let told = 0;
  const stop = live.watch(conversation, () => told++, structure);
  return {
    ...{ under, conversation, stop },
    /** How often the watcher was told by one look. */
    async look() {
      const before = told;
      const looked = new Promise<void>((resolve) => {
        asked = resolve;
      });
      wake();
      await looked;
      return told - before;
    },
  };
}

test("a worker's answer is told when it leaves, also when somebody looked while it waited to leave", async () => {
  const { under, conversation, look, stop } = await watched();
  const { handOvers, outgoing } = under.house.store;
  const nadia = "nadia" as WorkerId;
  await handOvers.takeOver(conversation, nadia, under.now());
  expect(await look()).toBe(1);
  await handOvers.answer(conversation, nadia, "k1", { text: "Bonjour", options: [] }, under.now());
  expect(await look()).toBe(1);
  const [waiting] = await outgoing.toSend(conversation);
  await outgoing.claim(waiting?.id ?? 0, "another invocation", under.now(), under.now());
  await look();
  await outgoing.sent(waiting?.id ?? 0, null, under.now());
  expect(await look()).toBe(1);
  expect(await look()).toBe(0);
  stop();
  await under.close();
});

test("what the person writes and what the bot answers is told, and silence is not", async () => {
  const { under, look, stop } = await watched();
  expect(await look()).toBe(1);
  expect(await look()).toBe(0);
  await under.receive("lina", "c koi visal");
  await under.house.settled();
  expect(await look()).toBe(1);
  expect(await look()).toBe(0);
  stop();
  await under.close();
});

test("the desk is told of a message whose turn was thought of before another message left, and told of once", async () => {
  const under = await openHouse();
  await meet(under, "lina");
  const conversation = await under.conversation("lina");
  let wake = () => {};
  let asked = () => {};
  const told: string[] = [];
  const live = lookingLive({
    database: under.house.database,
    clock: under.house.clock,
    wait: () => {
      asked();
      return new Promise((resolve) => {
        wake = resolve;
      });
    },
    failed: (error) => {
      throw error;
    },
  });
  const stop = live.watch("*", (one) => told.push(one), structure);
  const look = async () => {
    const looked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    told.length = 0;
    wake();
    await looked;
    return [...told];
  };
  // what happened while the page was on its way is told at the first look
  expect(await look()).toEqual([conversation]);
  expect(await look()).toEqual([]);
  under.pass(1_000);
  const write = (sql: string) => under.house.database.connection.exec(sql);
  // a message leaves at an instant later than that of the turn committed after it
  write(
    `UPDATE Outgoing SET sentAt = ${under.now() + 2_000} WHERE id = (SELECT MAX(id) FROM Outgoing)`,
  );
  expect(await look()).toEqual([conversation]);
  write(`UPDATE Conversation SET revision = revision + 1, lastActivityAt = ${under.now()}`);
  expect(await look()).toEqual([conversation]);
  expect(await look()).toEqual([]);
  stop();
  await under.close();
});
