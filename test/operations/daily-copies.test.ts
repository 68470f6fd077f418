import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { after, hour, instant, isoOf, systemClock } from "../../src/base/time.ts";
import { copyOfTheDay, isCopyDue, newestCopy } from "../../src/node/daily-copies.ts";
import { settingsWith } from "../world.ts";

const root = mkdtempSync(join(tmpdir(), "trousseau-copies-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const now = instant("2026-11-24T03:00:00Z");

function folder(name: string, files: readonly string[]): string {
  const path = join(root, name);
  mkdirSync(path);
  for (const file of files) writeFileSync(join(path, file), "");
  return path;
}

test.each([
  ["no folder yet", null, null],
  ["nothing in it", [], null],
  ["files of somebody else", ["notes.txt", "trousseau-old.db"], null],
  [
    "two copies, out of order",
    ["trousseau-20261123T030000Z.db", "trousseau-20261122T030000Z.db"],
    "2026-11-23T03:00:00.000Z",
  ],
])("%s: the newest copy is read from the names", (name, files, newest) => {
  const found = newestCopy(files === null ? join(root, "nowhere") : folder(name, files));
  expect(found === null ? null : isoOf(found)).toBe(newest);
});

test("a copy is due when there is none, and when the newest is of yesterday, never twice on one day", () => {
  expect(isCopyDue(null, now)).toBe(true);
  expect(isCopyDue(after(now, -24 * hour), now)).toBe(true);
  expect(isCopyDue(after(now, -22 * hour), now)).toBe(false);
});

test("the copy of the day is a whole database, made beside the service; one that cannot be made is told", async () => {
  const file = join(root, "house.db");
  const database = new DatabaseSync(file);
  database.exec(
    "PRAGMA journal_mode=WAL; CREATE TABLE Kept (id TEXT); INSERT INTO Kept VALUES ('a')",
  );
  const copies = join(root, "daily");
  const settings = settingsWith({ DATABASE_URL: `file:${file}`, BACKUP_FOLDER: copies });
  await copyOfTheDay(settings, systemClock.now());
  await copyOfTheDay(settings, systemClock.now());
  const [copy = "", ...others] = readdirSync(copies);
  expect(others).toEqual([]);
  const read = new DatabaseSync(join(copies, copy), { readOnly: true });
  expect(read.prepare("SELECT id FROM Kept").all()).toEqual([{ id: "a" }]);
  read.close();
  database.close();
  const taken = join(root, "taken");
  writeFileSync(taken, "a file where the folder should be");
  const wrong = settingsWith({ BACKUP_FOLDER: join(taken, "inside") });
  await expect(copyOfTheDay(wrong, systemClock.now())).rejects.toThrow("was not made");
});
