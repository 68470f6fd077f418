import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { isoOf, systemClock } from "../../src/base/time.ts";
import { meet, openHouse } from "../channels/house-under-test.ts";
import { structure } from "../world.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const key = "the same key for all houses of these tests";

/** `understand learn` in a process of its own. */
function learn(database: string, options: readonly string[]) {
  const env = {
    ...{ PATH: process.env["PATH"] ?? "", DATABASE_URL: `file:${database}`, SECRET_KEY: key },
  };
  const file = join(root, "src", "commands", "understand.ts");
  return new Promise<{ code: number; lines: readonly string[]; errors: string }>((resolve) => {
    execFile(
      process.execPath,
      [file, "learn", ...options],
      { cwd: root, env },
      (error, output, errors) =>
        resolve({
          code: Number(error?.code ?? 0),
          lines: output.split("\n").filter(Boolean),
          errors,
        }),
    );
  });
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "trousseau-learn-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A database in which two messages were not understood, and a worker gave both their meaning. */
async function corrected(): Promise<string> {
  const file = join(folder(), "corrected.db");
  const under = await openHouse({ file, at: isoOf(systemClock.now()) });
  await meet(under, "lina");
  await under.say("lina", "zzbrol zzfrumple");
  under.pass(1000);
  await under.say("lina", "zzfrumple zzbrol Zzkarim");
  const { misheard } = under.house.store;
  const waiting = await misheard.toGive(structure, under.now(), 9);
  const ids = waiting.map(({ id }) => id);
  const meaning = { worker: "nadia" as WorkerId, intent: "apl", safety: "none", now: under.now() };
  await misheard.give({ structure, ids, ...meaning });
  await under.close();
  return file;
}

test("what workers corrected is written for review and printed; run again, nothing is written twice", async () => {
  const database = await corrected();
  const out = join(folder(), "learned");
  const first = await learn(database, ["--out", out]);
  expect(first.code).toBe(0);
  expect(first.lines).toEqual([
    expect.stringMatching(/^fr-learned-\d\d\tapl\t\tnone\tzzbrol zzfrumple$/),
    expect.stringMatching(/^# .+: refused \(personal\); sort it again or erase it on the desk$/),
    "# 1 written, to be reviewed; 0 known already; 1 refused",
  ]);
  const file = readFileSync(join(out, "fr-learned.tsv"), "utf8");
  expect(file).toBe(`family\tintent\talso\tsafety\ttext\n${first.lines[0]}\n`);

  const again = await learn(database, ["--out", out, "--json"]);
  expect(again.lines.map((line) => JSON.parse(line).outcome)).toEqual(["refused"]);
  expect(readFileSync(join(out, "fr-learned.tsv"), "utf8")).toBe(file);
});

test("as JSON each message is one object; what cannot be read is said with the help", async () => {
  const database = await corrected();
  const { lines } = await learn(database, ["--json", "--out", join(folder(), "learned")]);
  const [written, refused] = lines.map((line) => JSON.parse(line));
  expect(written).toEqual({
    ...{ id: expect.any(String), outcome: "written", family: expect.any(String) },
    ...{ intent: "apl", safety: "none", text: "zzbrol zzfrumple" },
  });
  expect(refused).toEqual({ id: expect.any(String), outcome: "refused", why: "personal" });
  const wrong = await learn(database, ["--wrong"]);
  expect([wrong.code, wrong.lines]).toEqual([2, []]);
  expect(wrong.errors).toContain("understand -- learn");
});
