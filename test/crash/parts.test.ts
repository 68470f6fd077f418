import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { type Instant, instant, minute } from "../../src/base/time.ts";
import { telegramChannel } from "../../src/channels/telegram.ts";
import { meet, openHouse } from "../channels/house-under-test.ts";
import { openBotApi } from "../stand-in/bot-api.ts";
import { mondayMorning } from "../world.ts";
import { pointsUntil } from "./points.ts";

const lina = "77";
const nadia = "nadia" as WorkerId;
const words = Array.from({ length: 2000 }, (_, place) => `mot${place}`).join(" ");

/** A long answer of a worker, by a house that ends at a moment (0: never); then another house takes over. */
async function run(last: number) {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-parts-"));
  const api = await openBotApi();
  const clock: { now: Instant } = { now: instant(mondayMorning) };
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let isOver = false;
  const points = pointsUntil(last, () => {
    isOver = true;
    end();
  });
  // whoever is dead waits for ever
  const alive = <Work extends (...given: never[]) => Promise<unknown>>(work: Work) =>
    ((...given: Parameters<Work>) =>
      isOver ? new Promise(() => undefined) : work(...given)) as Work;
  const file = join(folder, "house.db");
  const network = telegramChannel("world:test", api.root);
  const first = await openHouse({
    ...{ file, clock, channel: { ...network, send: alive(network.send) } },
    through(real) {
      const counted = points.database(real);
      const { get, all, run: write, batch } = counted;
      return {
        ...counted,
        get: alive(get),
        all: alive(all),
        run: alive(write),
        batch: alive(batch),
      };
    },
  });
  await meet(first, lina);
  const conversation = await first.conversation(lina);
  const { handOvers } = first.house.store;
  await handOvers.takeOver(conversation, nadia, clock.now);
  await handOvers.answer(conversation, nadia, "k", { text: words, options: [] }, clock.now);
  const before = api.texts(Number(lina)).length;
  points.start();
  await Promise.race([first.house.deliver(conversation), ended]);
  await first.house.database.close();
  clock.now = (clock.now + 2 * minute) as Instant;
  const second = await openHouse({ file, clock, channel: network });
  await second.house.takeUpLeftovers();
  await second.house.settled();
  const [row] = second.rows("SELECT state FROM Outgoing WHERE kind = 'worker'");
  await second.close();
  const texts = api.texts(Number(lina)).slice(before);
  await api.close();
  rmSync(folder, { recursive: true, force: true });
  return { texts, state: row?.["state"], points: points.names };
}

test("killed between any two moments of a long answer, one part at most is said twice", async () => {
  const whole = await run(0);
  expect(whole.texts.join(" ")).toBe(words);
  expect(whole.points.length).toBeGreaterThan(8);
  const repeats: number[] = [];
  for (let last = 1; last <= whole.points.length; last++) {
    const { texts, state } = await run(last);
    const once = texts.filter((text, place) => text !== texts[place - 1]);
    expect([last, once, state]).toEqual([last, whole.texts, "sent"]);
    repeats.push(texts.length - once.length);
  }
  expect(Math.max(...repeats)).toBe(1);
}, 60_000);
