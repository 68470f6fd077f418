import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { readingOf } from "../../src/assemble/readiness.ts";
import { openMetrics } from "../../src/operations/metrics.ts";
import { openWorld, type World } from "../world.ts";

let world: World | undefined;
afterEach(() => world?.close());

/** A conversation with a need, words nobody understands, and a danger, on a house that is counted. */
async function counted(): Promise<readonly string[]> {
  const metrics = openMetrics(async () => {
    if (!world) throw new Error("no house is open");
    return readingOf(world.house);
  });
  world = await openWorld({ watching: metrics });
  await world.say("noor-marked", "bonjour");
  await world.say("noor-marked", "zblorg vrrt marked");
  await world.say("noor-marked", "je veux mourir");
  await world.jobs();
  world.pass(90_000);
  return (await metrics.text()).split("\n");
}

const readFrom = (lines: readonly string[], name: string) =>
  Number(lines.find((line) => line.startsWith(`${name} `))?.slice(name.length));

test("turns, sends, dangers and words not understood are counted, and how old each job's last run is", async () => {
  const lines = await counted();
  expect(readFrom(lines, 'trousseau_turns_total{channel="telegram"}')).toBe(3);
  expect(readFrom(lines, 'trousseau_answer_seconds_count{channel="telegram"}')).toBe(3);
  expect(readFrom(lines, 'trousseau_sends_total{channel="telegram",outcome="delivered"}')).toBe(3);
  expect(readFrom(lines, 'trousseau_turn_events_total{event="danger"}')).toBe(1);
  expect(readFrom(lines, 'trousseau_turn_events_total{event="misunderstood"}')).toBe(1);
  expect(readFrom(lines, 'trousseau_turn_events_total{event="failed"}')).toBe(0);
  expect(readFrom(lines, "trousseau_unanswered")).toBe(0);
  expect(readFrom(lines, "trousseau_waiting_for_team")).toBe(1);
  expect(readFrom(lines, "trousseau_waiting_for_team_oldest_seconds")).toBe(90);
  expect(readFrom(lines, 'trousseau_job_age_seconds{job="reminders"}')).toBeGreaterThanOrEqual(0);
});

test("nobody and nothing that was said can be read in what is counted", async () => {
  const text = (await counted()).join("\n");
  expect(text).not.toMatch(/noor|marked|mourir|zblorg/);
});

test("the board that is shipped asks for nothing that is not counted", async () => {
  const names = new Set((await counted()).map((line) => /trousseau_[a-z0-9_]+/.exec(line)?.[0]));
  const board = readFileSync(new URL("../../deploy/grafana.json", import.meta.url), "utf8");
  const asked = [...new Set(board.match(/trousseau_[a-z0-9_]+/g))];
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((name) => !names.has(name))).toEqual([]);
});
