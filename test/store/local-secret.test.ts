import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openNodeHouse } from "../../src/node/house.ts";
import { settingsWith } from "../world.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trousseau-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = () => join(folder, "secret.key");

async function secretAtStart(): Promise<string> {
  const house = await openNodeHouse({
    settings: settingsWith({ DATABASE_URL: `file:${join(folder, "house.db")}` }),
    sends: false,
    broke: (_, error) => {
      throw error;
    },
  });
  await house.close();
  return house.secret;
}

test("the first start makes a key, readable by its owner alone; the next ones keep it", async () => {
  const secret = await secretAtStart();
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(readFileSync(key(), "utf8")).toBe(secret);
  expect(statSync(key()).mode & 0o777).toBe(0o600);
  expect(await secretAtStart()).toBe(secret);
  expect(readdirSync(folder).filter((name) => name.startsWith("secret.key"))).toEqual([
    "secret.key",
  ]);
});

test("two starts at once agree on one key", async () => {
  const [one, other] = await Promise.all([secretAtStart(), secretAtStart()]);
  expect(one).toBe(other);
});

test.each([
  ["empty", ""],
  ["blank", "\n\n"],
  ["cut short", "only the half of a key"],
])("a key that is %s is refused, with the remedy, and left as it is", async (_, kept) => {
  writeFileSync(key(), kept);
  await expect(secretAtStart()).rejects.toThrow(
    /secret\.key must hold a key of at least 32 characters: put back the copy you kept/,
  );
  expect(readFileSync(key(), "utf8")).toBe(kept);
});
