import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, lstatSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { after, hour, instant } from "../../src/base/time.ts";
import { clearStaleLock } from "../../src/node/whatsapp-web-lock.ts";
import { memoryOfTree } from "../../src/node/whatsapp-web-memory.ts";
import { pairingIn } from "../../src/node/whatsapp-web-pairing.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "profile-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

/** A profile locked by that process of that machine. */
function locked(owner: string): string {
  const profile = folder();
  symlinkSync(owner, join(profile, "SingletonLock"));
  writeFileSync(join(profile, "SingletonCookie"), "");
  return profile;
}

/** A process that has that text in its command line, until the end of the test. */
async function running(text: string): Promise<number> {
  const lives = "process.stdin.resume(); process.stdout.write('here')";
  const child = spawn(process.execPath, ["-e", lives, "--", text]);
  onTestFinished(() => void child.kill("SIGKILL"));
  // spawned is not yet running: until it speaks, it may have no memory of its own
  await once(child.stdout, "data");
  return child.pid ?? 0;
}

const alone = { host: "here", isHostAlive: async () => false };

function isLocked(profile: string): boolean {
  return lstatSync(join(profile, "SingletonLock"), { throwIfNoEntry: false }) !== undefined;
}

test("a profile that nobody locked is left as it is", async () => {
  expect(await clearStaleLock(folder(), alone)).toBe("none");
});

test("the lock of a browser that is gone is cleared", async () => {
  const profile = locked("here-4194303");
  expect(await clearStaleLock(profile, alone)).toBe("cleared");
  expect(isLocked(profile)).toBe(false);
  expect(existsSync(join(profile, "SingletonCookie"))).toBe(false);
});

test("a number that was given to another program since is no browser of ours", async () => {
  const profile = locked(`here-${await running("another program")}`);
  expect(await clearStaleLock(profile, alone)).toBe("cleared");
});

test("the lock of a browser that lives is never cleared", async () => {
  const profile = folder();
  symlinkSync(
    `here-${await running(`--user-data-dir=${profile}`)}`,
    join(profile, "SingletonLock"),
  );
  expect(await clearStaleLock(profile, alone)).toBe("held");
  expect(isLocked(profile)).toBe(true);
});

test.each([
  ["a machine that is silent", false, "cleared"],
  ["a machine that gives signs of life", true, "held"],
] as const)("the lock of %s", async (_, isAlive, outcome) => {
  const asked: string[] = [];
  const isHostAlive = async (host: string) => {
    asked.push(host);
    return isAlive;
  };
  const profile = locked("other-host-42-7");
  expect(await clearStaleLock(profile, { host: "here", isHostAlive })).toBe(outcome);
  expect(isLocked(profile)).toBe(isAlive);
  expect(asked).toEqual(["other-host-42"]);
});

test.skipIf(!existsSync("/proc"))(
  "the memory of a process counts that of its children",
  async () => {
    const child = await running("a child");
    const childs = memoryOfTree(child) ?? 0;
    expect(childs).toBeGreaterThan(1_000_000);
    // both at one moment: what this process holds grows and shrinks as other tests run in it
    const tree = memoryOfTree(process.pid) ?? 0;
    expect(tree).toBeGreaterThan(process.memoryUsage().rss + childs / 2);
  },
);

test("of a process that is gone nothing is known", () => {
  expect(memoryOfTree(4_194_303)).toBeNull();
});

const nine = instant("2026-11-23T09:00:00+01:00");
const ten = after(nine, hour);

test("a pairing is remembered from one start to the next", () => {
  const file = join(folder(), "pairing.json");
  expect(pairingIn(file).of("33699999999", nine, nine)).toBe(nine);
  expect(pairingIn(file).of("33699999999", null, ten)).toBe(nine);
});

test("another phone, a new scan, or an unlinked phone begin anew", () => {
  const file = join(folder(), "pairing.json");
  const pairing = pairingIn(file);
  pairing.of("33699999999", nine, nine);
  expect(pairing.of("33688888888", null, ten)).toBe(ten);
  expect(pairing.of("33688888888", after(ten, 1), after(ten, 2))).toBe(after(ten, 1));
  pairing.forget();
  expect(pairing.of("33688888888", null, nine)).toBe(nine);
});

test("a pairing that cannot be read is made now: nothing older is ours", () => {
  const file = join(folder(), "pairing.json");
  writeFileSync(file, "{");
  expect(pairingIn(file).of("33699999999", null, ten)).toBe(ten);
});
