import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { difference, type Lived, live } from "./story.ts";

/** Of all moments, one in so many is tried here; `npm run bench -- crash` tries each. */
const oneIn = 29;

let folder = "";
let whole: Lived;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "trousseau-lives-"));
  whole = await live(join(folder, "whole.db"), () => 0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("uninterrupted: one appointment, one reminder, the worker alone, and all forgotten in the end", () => {
  expect(whole.points.length).toBeGreaterThan(500);
  expect(whole.texts.filter((words) => words.startsWith("C'est confirmé"))).toHaveLength(1);
  expect(whole.texts.filter((words) => words.startsWith("Rappel"))).toHaveLength(1);
  expect(whole.booked).toBe(1);
  expect(whole.underWorker).toBe(0);
  expect(whole.left).toEqual({ Inbound: 0, Outgoing: 0, Conversation: 0, Person: 0 });
});

test("dead at any moment from the first word to the purge: nothing is lost, nothing is done twice", async () => {
  const differing: string[] = [];
  for (let last = 1; last <= whole.points.length; last += oneIn) {
    const lived = await live(join(folder, `${last}.db`), (life) => (life === 0 ? last : 0));
    expect(lived.kills).toBe(1);
    const differs = difference(lived, whole);
    if (differs) differing.push(`${last}, ${whole.points[last - 1]}: ${differs}`);
  }
  expect(differing).toEqual([]);
}, 120_000);

test("dead again and again, each life a little longer than the last: the story comes to the same end", async () => {
  const lived = await live(join(folder, "many.db"), (life) => 20 + 7 * life);
  expect(lived.kills).toBeGreaterThan(5);
  expect(difference(lived, whole)).toBeNull();
}, 60_000);
