import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { after, hour, isoOf, minute } from "../../src/base/time.ts";
import { jobStates, runAllJobs, runJob } from "../../src/jobs/clockwork.ts";
import type { Job, JobLine } from "../../src/jobs/job.ts";
import { bookFor, type HouseUnderTest, openHouse } from "../channels/house-under-test.ts";
import { everything } from "../store/hand-made.ts";

const lina = "lina";
const key = "the same key for all houses of these tests";
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trousseau-jobs-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function booked(file?: string): Promise<HouseUnderTest> {
  const under = await openHouse({ at: "2026-11-19T09:00:00+01:00", ...(file ? { file } : {}) });
  await under.say(lina, { kind: "opened" });
  await under.press(lina, "accueil.language.french");
  await bookFor(under, lina, 1);
  return under;
}

function job(run: () => Promise<readonly JobLine[]>): Job {
  return {
    ...{ name: "invented", every: minute },
    pass: async () => ({ lines: await run(), next: null }),
  };
}

test("a dry run says what is due and changes nothing at all", async () => {
  const under = await booked();
  under.setClock("2026-11-23T18:00:00+01:00");
  const before = await everything(under.house.database);
  const lines = await runAllJobs(under.house, under.now(), true);
  expect(lines.map(({ job: name, outcome, step }) => `${name} ${outcome} ${step}`)).toEqual([
    "reminders wouldSend threeDays",
  ]);
  expect(await everything(under.house.database)).toBe(before);
  const done = await under.jobs();
  expect(done.map(({ outcome, step }) => `${outcome} ${step}`)).toEqual(["sent threeDays"]);
  expect(await under.jobs()).toEqual([]);
  await under.close();
});

test("a job that another process runs is left to it; when that one died, its lease ends after five minutes", async () => {
  const under = await openHouse();
  const { jobs } = under.house.store;
  let runs = 0;
  const counted = job(async () => {
    runs++;
    return [];
  });
  expect(await jobs.claim("invented", "dead", under.now(), after(under.now(), 5 * minute))).toBe(
    true,
  );
  await runJob(under.house, counted, under.now());
  under.pass(5 * minute);
  await runJob(under.house, counted, under.now());
  expect(runs).toBe(0);
  under.pass(1);
  await runJob(under.house, counted, under.now());
  expect(runs).toBe(1);
  await under.close();
});

test("a job that breaks says so, frees itself, and runs again", async () => {
  const under = await openHouse();
  const broken = job(async () => {
    throw new Error("the disk is full");
  });
  await expect(runJob(under.house, broken, under.now())).rejects.toThrow("the disk is full");
  expect(await under.house.store.jobs.all()).toContainEqual({
    name: "invented",
    lastRunAt: under.now(),
    lastResult: "failed",
  });
  const lines = [{ job: "invented", outcome: "done" }];
  expect(
    await runJob(
      under.house,
      job(async () => lines),
      under.now(),
    ),
  ).toEqual(lines);
  await under.close();
});

test("the state of each job is known: when it last ran, and how it ended", async () => {
  const under = await openHouse();
  expect(
    (await jobStates(under.house)).map(({ name, lastRunAt }) => `${name} ${lastRunAt}`),
  ).toEqual([
    ...["reminders null", "statuses null", "agendas null", "mornings null", "workshops null"],
    ...[
      "media null",
      "waiting-list null",
      "calls null",
      "idle null",
      "dossiers null",
      "situations null",
      "redrive null",
      "sweep null",
      "purge null",
    ],
  ]);
  await under.jobs();
  const at = isoOf(under.now());
  expect(await jobStates(under.house)).toEqual(
    [
      "reminders",
      "statuses",
      "agendas",
      "mornings",
      "workshops",
      "media",
      "waiting-list",
      "calls",
      "idle",
      "dossiers",
      "situations",
      "redrive",
      "sweep",
      "purge",
    ].map((name) => ({
      name,
      lastRunAt: at,
      lastResult: "ok:0",
    })),
  );
  await under.close();
});

test("what a crash left unanswered is answered by the job, whatever its age", async () => {
  const under = await booked();
  const { conversations } = under.house.store;
  await conversations.accept(
    "rencontres-et-loisirs",
    {
      id: "left",
      from: { channel: "telegram", account: "world", address: lina },
      at: under.now(),
      content: { kind: "text", text: "menu" },
    },
    under.now(),
  );
  const before = under.sent.length;
  under.pass(2_000); // being answered right now, for all we know
  expect(await under.jobs()).toEqual([]);
  under.pass(hour);
  expect((await under.jobs()).map(({ job: name, outcome }) => `${name} ${outcome}`)).toEqual([
    "redrive unanswered",
  ]);
  expect(under.sent).toHaveLength(before + 1);
  await under.close();
});

function command(file: string, ...given: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      fileURLToPath(new URL("../../src/commands/jobs.ts", import.meta.url)),
      ...given,
    ],
    {
      env: { PATH: process.env["PATH"], DATABASE_URL: `file:${file}`, SECRET_KEY: key },
      encoding: "utf8",
    },
  );
  return { status, stderr, lines: stdout.split("\n").filter(Boolean) };
}

test("the command runs what is due at an instant, one JSON object a line and nothing else", async () => {
  const file = join(folder, "jobs.db");
  const under = await booked(file);
  const at = "2026-11-23T18:00:00+01:00";
  const [visit] = under.rows("SELECT id FROM Appointment");
  const listed = command(file, "--at", at, "--json", "--dry-run");
  expect({ status: listed.status, stderr: listed.stderr }).toEqual({ status: 0, stderr: "" });
  const expected = {
    job: "reminders",
    about: visit?.["id"],
    step: "threeDays",
    at: "2026-11-23T17:00:00.000Z",
  };
  expect(listed.lines.map((line) => JSON.parse(line))).toEqual([
    { ...expected, outcome: "wouldSend" },
  ]);
  expect(under.rows("SELECT state FROM Reminder WHERE state <> 'planned'")).toEqual([]);
  const done = command(file, "--at", at, "--json");
  expect(done.lines.map((line) => JSON.parse(line))).toEqual([{ ...expected, outcome: "sent" }]);
  expect(command(file, "--at", at, "--json").lines).toEqual([]);
  expect(under.rows("SELECT state FROM Reminder WHERE state = 'sent'")).toHaveLength(1);
  await under.close();
});

test.each([
  ["an instant that is none", ["--at", "demain"]],
  ["an option that is none", ["--tomorrow"]],
])("%s: the command says so and does not exit 0", (_, given) => {
  const { status, stderr, lines } = command(join(folder, "none.db"), ...given);
  expect(status).not.toBe(0);
  expect(stderr).not.toBe("");
  expect(lines).toEqual([]);
});
