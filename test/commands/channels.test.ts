import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { offeredLanguages } from "../../locales/index.ts";
import { isoOf, minute, systemClock } from "../../src/base/time.ts";
import { meet, openHouse } from "../channels/house-under-test.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const key = "the same key for all houses of these tests";

/** `channels` in a process of its own; what it says on both outputs. */
function channels(database: string, options: readonly string[], more: Record<string, string> = {}) {
  const env = {
    ...{ PATH: process.env["PATH"] ?? "", DATABASE_URL: `file:${database}`, SECRET_KEY: key },
    ...more,
  };
  return new Promise<{ code: number; lines: readonly string[]; errors: string }>((resolve) => {
    const file = join(root, "src", "commands", "channels.ts");
    execFile(process.execPath, [file, ...options], { cwd: root, env }, (error, output, errors) => {
      const lines = output.split("\n").filter(Boolean);
      resolve({ code: Number(error?.code ?? 0), lines, errors });
    });
  });
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "trousseau-channels-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test("the health of each network, read beside a running server", async () => {
  const file = join(folder(), "running.db");
  const now = isoOf(systemClock.now());
  let isDown = false;
  const under = await openHouse({
    ...{ file, at: now },
    mood: () =>
      isDown
        ? { outcome: "tryLater", afterMilliseconds: null, why: "502" }
        : { outcome: "delivered", networkId: null },
  });
  onTestFinished(() => under.close());
  await meet(under, "lina");
  const well = await channels(file, ["--json"]);
  expect(well.code).toBe(0);
  const one = { structure: "rencontres-et-loisirs", waiting: 0, held: 0, failed: 0 };
  const iso = isoOf(under.now());
  expect(well.lines.map((line) => JSON.parse(line))).toEqual([
    {
      ...{ ...one, channel: "web", account: "rencontres-et-loisirs", configured: true },
      ...{ lastReceivedAt: null, lastSentAt: null, state: "unused" },
    },
    {
      ...{ ...one, channel: "telegram", account: "world", configured: false },
      ...{ lastReceivedAt: iso, lastSentAt: iso, state: "notConfigured" },
    },
  ]);
  isDown = true;
  under.pass(minute);
  await under.say("lina", "menu");
  const token = { TELEGRAM_BOT_TOKEN: "world:token" };
  const failing = await channels(file, ["--json"], token);
  expect(failing.code).toBe(1);
  expect(JSON.parse(failing.lines[1] ?? "{}")).toMatchObject({
    ...{ channel: "telegram", configured: true, waiting: 1, state: "failing" },
  });
});

test("the templates, one a line for each language, in a structure's own voice", async () => {
  const database = join(folder(), "none.db");
  const { code, lines } = await channels(database, ["templates", "--json"]);
  expect(code).toBe(0);
  const forms = lines.map((line) => JSON.parse(line) as { name: string; language: string });
  expect(forms.map(({ name, language }) => `${name} ${language}`)).toEqual([
    ...[
      ...["reminder", "worker_answered", "waiting_list_offer", "outcome_question"],
      ...[
        "still_there_question",
        "missed_appointment",
        "opinion_question",
        "freed_time",
        "still_waiting",
      ],
    ].flatMap((name) => offeredLanguages.map((language) => `${name} ${language}`)),
  ]);
  const unknown = await channels(database, ["templates", "--structure", "maison-rouge"]);
  expect([unknown.code, unknown.lines]).toEqual([1, []]);
  expect(unknown.errors).toContain("maison-rouge n'est pas servie ici");
});
