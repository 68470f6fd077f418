import { expect, test } from "vitest";
import { after, hour, type Instant, instant, minute } from "../../src/base/time.ts";
import { examine, type Machine } from "../../src/operations/doctor.ts";
import { settingsWith } from "../world.ts";

const now = instant("2026-11-24T09:00:00Z");
const copied = settingsWith({ BACKUP_FOLDER: "/copies" });
const healthy: Machine = {
  databaseBytes: 10_000_000,
  freeBytes: 20_000_000_000,
  newestCopy: after(now, -5 * hour),
  lastWritten: after(now, -minute),
};

function foundOf(machine: Partial<Machine>, settings = copied): readonly string[] {
  const patient = { settings, structures: [], workersOf: new Map(), jobs: [], now };
  return examine({ ...patient, machine: { ...healthy, ...machine } })
    .filter(({ code }) => code !== "publicUrl")
    .map(({ level, code }) => `${level} ${code}`);
}

test.each<[string, Partial<Machine>, readonly string[]]>([
  ["all is well", {}, []],
  ["under a gigabyte is free", { freeBytes: 900_000_000 }, ["should disk"]],
  [
    "there is no room for a large database to double and be copied",
    { databaseBytes: 5_000_000_000, freeBytes: 14_000_000_000 },
    ["should disk"],
  ],
  ["the clock went back an hour", { lastWritten: after(now, hour) }, ["must clock"]],
  ["machines differ by a minute", { lastWritten: after(now, minute) }, []],
  ["nothing was ever written", { lastWritten: null }, []],
  ["no copy was ever made", { newestCopy: null }, ["should neverCopied"]],
  [
    "the copy is of three days ago",
    { newestCopy: after(now, -72 * hour) as Instant },
    ["should oldCopy"],
  ],
])("%s: %j is told as %j", (_, machine, codes) => {
  expect(foundOf(machine)).toEqual(codes);
});

test("where copies are not asked for, that alone is told", () => {
  expect(foundOf({ newestCopy: null }, settingsWith({}))).toEqual(["should noBackups"]);
});
