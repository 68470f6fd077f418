import { expect, onTestFinished, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { hour, minute } from "../../src/base/time.ts";
import type { Delivery } from "../../src/channels/channel.ts";
import { keepingChannel } from "../../src/channels/terminal.ts";
import { delivered, type HouseUnderTest, meet, openHouse, type Sent } from "./house-under-test.ts";

const lina = "lina";
const nadia = "nadia" as WorkerId;
const fault: Delivery = { outcome: "tryLater", afterMilliseconds: null, why: "502" };
const busyFor = (milliseconds: number): Delivery => ({
  outcome: "tryLater",
  afterMilliseconds: milliseconds,
  why: "429",
});

/** A network that is well until told otherwise. */
async function met() {
  const network: { mood(sent: Sent): Delivery } = { mood: () => delivered };
  const under = await openHouse({ mood: (sent) => network.mood(sent) });
  onTestFinished(() => under.close());
  await meet(under, lina);
  return { network, under };
}

/** Jobs as the clock runs them, every five seconds. */
async function live(under: HouseUnderTest, milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 5_000) {
    under.pass(5_000);
    await under.jobs();
  }
}

const unsent = (under: HouseUnderTest) =>
  under.rows("SELECT kind, state, attempts FROM Outgoing WHERE state <> 'sent' ORDER BY id");
const inOrder = (under: HouseUnderTest, sent: readonly Sent[]) => {
  const turns = under.rows("SELECT turnId FROM Outgoing ORDER BY id").map(({ turnId }) => turnId);
  const places = sent.map(({ turn }) => turns.indexOf(turn));
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1));
};

test("the network is back after half an hour: what waited leaves within five minutes", async () => {
  const { network, under } = await met();
  network.mood = () => fault;
  await under.press(lina, "menu.menu.book");
  await live(under, 28 * minute);
  network.mood = () => delivered;
  await live(under, 5 * minute);
  expect(unsent(under)).toEqual([]);
});

test("the network is back and the person writes: all leaves at once, in order", async () => {
  const { network, under } = await met();
  network.mood = () => fault;
  await under.press(lina, "menu.menu.book");
  await under.say(lina, "62220");
  await live(under, 28 * minute);
  network.mood = () => delivered;
  const before = under.sent.length;
  await under.say(lina, "menu");
  expect(unsent(under)).toEqual([]);
  expect(under.sent).toHaveLength(before + 3);
  expect(inOrder(under, under.sent.slice(before))).toBe(true);
});

test("words about danger pass ahead of what waits, and what waited follows", async () => {
  const { network, under } = await met();
  network.mood = () => fault;
  await under.press(lina, "menu.menu.book");
  await live(under, 28 * minute);
  network.mood = () => delivered;
  const sent = await under.say(lina, "je veux mourir");
  expect(sent.map(({ kind }) => kind)).toEqual(["safety", "reply"]);
  expect(unsent(under)).toEqual([]);
});

test("put off themselves, words about danger are tried again on their own times, not behind the others", async () => {
  const { network, under } = await met();
  network.mood = () => fault;
  await under.press(lina, "menu.menu.book");
  await live(under, 28 * minute);
  await under.say(lina, "je veux mourir");
  network.mood = () => delivered;
  under.pass(2_000);
  const before = under.sent.length;
  await under.jobs();
  expect(under.sent.slice(before).map(({ kind }) => kind)).toEqual(["safety", "reply"]);
});

test("while the network is down nobody is tried more often for what waits behind", async () => {
  const { network, under } = await met();
  network.mood = () => fault;
  await under.press(lina, "menu.menu.book");
  await under.say(lina, "je veux mourir");
  await under.say(lina, "62220");
  const before = under.sent.length;
  await live(under, 60 * minute);
  // two heads, twelve times an hour, and the few first tries
  expect(under.sent.length - before).toBeLessThan(60);
});

test("asked to wait, even words about danger wait, and no longer than asked", async () => {
  const { network, under } = await met();
  network.mood = () => busyFor(20_000);
  await under.press(lina, "menu.menu.book");
  network.mood = () => delivered;
  expect(await under.say(lina, "je veux mourir")).toEqual([]);
  under.pass(19_999);
  const before = under.sent.length;
  await under.jobs();
  expect(under.sent).toHaveLength(before);
  under.pass(1);
  await under.jobs();
  expect(unsent(under)).toEqual([]);
});

test("twenty times asked to wait, a message leaves all the same", async () => {
  const { network, under } = await met();
  let asked = 0;
  network.mood = () => (++asked <= 20 ? busyFor(3_000) : delivered);
  await under.press(lina, "menu.menu.book");
  for (let time = 0; time < 20; time++) {
    under.pass(3_000);
    await under.jobs();
  }
  expect(unsent(under)).toEqual([]);
  expect(under.rows("SELECT attempts FROM Outgoing ORDER BY id DESC LIMIT 1")).toEqual([
    { attempts: 0 },
  ]);
});

test("three hours of outage lose nothing", async () => {
  const { network, under } = await met();
  network.mood = () => fault;
  await under.press(lina, "menu.menu.book");
  for (let passed = 0; passed < 180; passed++) {
    under.pass(minute);
    await under.jobs();
  }
  network.mood = () => delivered;
  under.pass(5 * minute);
  await under.jobs();
  expect(unsent(under)).toEqual([]);
});

test("a start after two days down tries old messages as often as new ones", async () => {
  const { network, under } = await met();
  network.mood = () => fault;
  await under.press(lina, "menu.menu.book");
  under.pass(48 * hour);
  await under.jobs();
  await under.jobs();
  network.mood = () => delivered;
  under.pass(10_000);
  await under.jobs();
  expect(unsent(under)).toEqual([]);
});

test("one message that the network stumbles over holds up the others for some minutes, not a day", async () => {
  const { network, under } = await met();
  const stumbles = (sent: Sent) => sent.reply.options.some(({ id }) => id.includes(".commune."));
  await under.press(lina, "menu.menu.book");
  network.mood = (sent) => (stumbles(sent) ? fault : delivered);
  await under.say(lina, "menu");
  await under.press(lina, "menu.menu.book");
  expect(unsent(under)).toMatchObject([{ state: "queued" }]);
  await under.say(lina, "menu");
  await live(under, 12 * minute);
  expect(unsent(under)).toMatchObject([{ kind: "reply", state: "queued" }]);
});

test("no such channel here for a day: given up, where a worker can see it", async () => {
  const under = await openHouse({ channel: keepingChannel("telegram", "another") });
  onTestFinished(() => under.close());
  await under.say(lina, { kind: "opened" });
  for (let hours = 0; hours < 24; hours++) {
    expect(under.rows("SELECT state, attempts FROM Outgoing")).toEqual([
      { state: "queued", attempts: 0 },
    ]);
    under.pass(hour);
    await under.jobs();
  }
  expect(under.rows("SELECT state, failure FROM Outgoing")).toEqual([
    { state: "failed", failure: "no such channel here" },
  ]);
});

test("words about danger that were put off leave no more once a worker has taken over", async () => {
  const { network, under } = await met();
  network.mood = () => fault;
  await under.say(lina, "je veux mourir");
  await under.house.store.handOvers.takeOver(await under.conversation(lina), nadia, under.now());
  network.mood = () => delivered;
  const before = under.sent.length;
  await live(under, 2 * minute);
  expect(under.sent).toHaveLength(before);
  expect(under.rows("SELECT kind, state, failure FROM Outgoing ORDER BY id DESC LIMIT 1")).toEqual([
    { kind: "safety", state: "dropped", failure: "owner changed" },
  ]);
});
