import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { after, hour, type Instant, instant, minute, systemClock } from "../../src/base/time.ts";
import { glancing } from "../../src/node/glancing.ts";
import { newsSince } from "../../src/store/news-since.ts";
import { type HouseUnderTest, meet, openHouse } from "../channels/house-under-test.ts";
import { mondayMorning, structure } from "../world.ts";

const nadia = "nadia" as WorkerId;
const second = 1_000;

/** Two processes on one file, one clock; the first looks, and keeps what it was rung for. */
async function twoProcesses() {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-glance-"));
  const file = join(folder, "house.db");
  const clock = { now: instant(mondayMorning) };
  const here = await openHouse({ file, clock });
  const there = await openHouse({ file, clock });
  onTestFinished(async () => {
    await here.close();
    await there.close();
    rmSync(folder, { recursive: true, force: true });
  });
  for (const person of ["lina", "karim"]) await meet(there, person);
  clock.now = after(clock.now, hour);
  const rung: string[] = [];
  const look = glancing(here.house);
  here.house.live.watch("*", (conversation) => rung.push(conversation), structure);
  return {
    there,
    /** One more second, one look; gives who was rung. */
    async glance(): Promise<readonly string[]> {
      clock.now = after(clock.now, second);
      rung.length = 0;
      await look();
      return [...rung];
    },
  };
}

const beat = ({ house }: HouseUnderTest) => house.store.jobs.beat(house.owner, systemClock.now());

test("beats and job leases of another process ring nobody", async () => {
  const { there, glance } = await twoProcesses();
  for (let time = 0; time < 25; time++) {
    await beat(there);
    await there.house.store.jobs.claim("redrive", "x", there.now(), after(there.now(), minute));
    expect(await glance()).toEqual([]);
  }
});

test("what another process answered rings that conversation alone", async () => {
  const { there, glance } = await twoProcesses();
  await there.say("lina", "menu");
  expect(await glance()).toEqual([await there.conversation("lina")]);
});

test("a message that another process sends later rings its conversation", async () => {
  const { there, glance } = await twoProcesses();
  const karim = await there.conversation("karim");
  await there.house.store.handOvers.takeOver(karim, nadia, there.now());
  await there.house.store.handOvers.answer(
    karim,
    nadia,
    "k",
    { text: "Bonjour", options: [] },
    there.now(),
  );
  expect(await glance()).toEqual([karim]);
  for (let time = 0; time < 10; time++) await glance();
  await beat(there);
  expect(await glance()).toEqual([]);
  await there.house.deliver(karim);
  expect(await glance()).toEqual([karim]);
});

test("a note of another process rings its conversation", async () => {
  const { there, glance } = await twoProcesses();
  const karim = await there.conversation("karim");
  await there.house.store.handOvers.note(karim, nadia, "n", "à rappeler", there.now());
  expect(await glance()).toEqual([karim]);
});

test("any other write rings everybody, half a minute later at most; nothing written, nobody", async () => {
  const { there, glance } = await twoProcesses();
  await beat(there);
  const rings: string[] = [];
  for (let time = 0; time < 30; time++) rings.push(...(await glance()));
  expect(rings).toEqual(["*"]);
  for (let time = 0; time < 60; time++) rings.push(...(await glance()));
  expect(rings).toEqual(["*"]);
});

test("the news are found through indexes, in the structures asked for", async () => {
  const under = await openHouse();
  onTestFinished(() => under.close());
  await meet(under, "lina");
  const asked: string[] = [];
  const { database } = under.house;
  const listening = {
    ...{ get: database.get, run: database.run, batch: database.batch, close: database.close },
    all: (sql: string, values?: Parameters<typeof database.all>[1]) => {
      asked.push(sql);
      return database.all(sql, values);
    },
  };
  const since = 0 as Instant;
  const lina = await under.conversation("lina");
  const news = async (slug: string, from: Instant) =>
    (await newsSince(listening, [slug], from)).map(({ conversation }) => conversation);
  expect(await news(structure, since)).toEqual([lina]);
  expect(await news("elsewhere", since)).toEqual([]);
  expect(await news(structure, after(under.now(), 1))).toEqual([]);
  const plans = [...new Set(asked)]
    .flatMap((sql) => under.rows(`EXPLAIN QUERY PLAN ${sql}`))
    .map(({ detail }) => String(detail));
  expect(plans.filter((plan) => /^SCAN (?!(s|t|few)\b)/.test(plan))).toEqual([]);
  expect(plans.join("\n")).toContain("Conversation_structure_lastActivityAt_idx");
});
