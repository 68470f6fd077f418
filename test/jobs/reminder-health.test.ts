import { expect, test } from "vitest";
import { after, hour, type Instant, instant, minute } from "../../src/base/time.ts";
import { alarmsOf, reminderState } from "../../src/jobs/reminder-health.ts";
import { bookFor, meet, openHouse } from "../channels/house-under-test.ts";

const now = instant("2026-11-23T10:00:00+01:00");
const calm = { dueSince: null, sent: 0, failed: 0 };
const ago = (milliseconds: number) => after(now, -milliseconds);

test.each<[string, Parameters<typeof alarmsOf>[0], Instant | null, string]>([
  ["all is well", calm, ago(minute), ""],
  ["never looked at", calm, null, "noTick"],
  ["looked at a quarter of an hour ago", calm, ago(15 * minute), ""],
  ["a minute more", calm, ago(16 * minute), "noTick"],
  ["due for half an hour", { ...calm, dueSince: ago(30 * minute) }, ago(minute), ""],
  ["a minute more", { ...calm, dueSince: ago(31 * minute) }, ago(minute), "late"],
  ["one of ten failed", { ...calm, sent: 9, failed: 1 }, ago(minute), ""],
  ["two of eleven failed", { ...calm, sent: 9, failed: 2 }, ago(minute), "failing"],
  ["two of three: too few to say anything", { ...calm, sent: 1, failed: 2 }, ago(minute), ""],
  ["everything at once", { dueSince: ago(hour), sent: 0, failed: 20 }, null, "noTick late failing"],
])("%s: %o, last looked at %s", (_, health, lastTick, expected) => {
  expect(alarmsOf(health, lastTick, now).join(" ")).toBe(expected);
});

test("a house that slept through a reminder says so, and says no more once it has caught up", async () => {
  const under = await openHouse({ at: "2026-11-19T09:00:00+01:00" });
  await meet(under, "lina");
  await bookFor(under, "lina", 1);
  await under.jobs();
  const { house } = under;
  expect((await reminderState(house, under.now())).alarms).toEqual([]);
  under.setClock("2026-11-23T18:31:00+01:00");
  expect(await reminderState(house, under.now())).toEqual({
    alarms: ["noTick", "late"],
    dueSince: "2026-11-23T17:00:00.000Z",
  });
  await under.jobs();
  expect(await reminderState(house, under.now())).toEqual({ alarms: [], dueSince: null });
  await under.close();
});
