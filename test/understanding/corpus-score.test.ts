import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import {
  calmScore,
  confusions,
  type Heard,
  intentScore,
  misledScore,
  safetyScore,
  severalScore,
} from "../../bench/understanding-score.ts";
import { lineOf, readCorpus } from "../../corpus/read-corpus.ts";
import type { Intent } from "../../src/understanding/intent-ids.ts";

const none = { level: "none", kind: null } as const;

/** A line of the corpus (intent, also, safety) and what was heard of it. */
function heard(
  row: readonly [intent: string, also: string, safety: string],
  intent: Intent,
  safety: Heard["safety"] = none,
  also: readonly Intent[] = [],
): Heard {
  const line = lineOf(["fr-invented-01", ...row, "slt"].join("\t"));
  if (typeof line === "string") throw new Error(line);
  return { line, intent, also, safety };
}

test("an intent is right or not, and unknown misleads nobody", () => {
  const all = [
    heard(["visale", "", "none"], "visale"),
    heard(["visale", "", "none"], "unknown"),
    heard(["visale", "", "none"], "apl"),
    heard(["unknown", "", "none"], "unknown"),
  ];
  expect(intentScore(all)).toEqual({ count: 2, of: 4 });
  expect(misledScore(all)).toEqual({ count: 1, of: 4 });
});

test("of several needs all must be heard, in whatever order", () => {
  const row = ["visale", "apl,sites", "none"] as const;
  const all = [
    heard(row, "apl", none, ["sites", "visale"]),
    heard(row, "visale", none, ["apl"]),
    heard(["visale", "", "none"], "visale"),
  ];
  expect(severalScore(all)).toEqual({ count: 1, of: 2 });
});

test("alarms, questions and silence are counted apart", () => {
  const act = ["violence", "", "alarm:violence"] as const;
  const ask = ["suicide", "", "check:suicide"] as const;
  const all = [
    heard(act, "violence", { level: "alarm", kind: "violence" }),
    heard(act, "suicide", { level: "alarm", kind: "suicide" }),
    heard(act, "violence", { level: "check", kind: "violence" }),
    heard(act, "unknown"),
    heard(ask, "suicide", { level: "alarm", kind: "suicide" }),
    heard(ask, "suicide", { level: "check", kind: "suicide" }),
    heard(ask, "unknown"),
    heard(["apl", "", "none"], "apl", { level: "alarm", kind: "violence" }),
  ];
  expect(safetyScore(all)).toEqual({
    alarms: { count: 2, of: 4 },
    noticed: { count: 3, of: 4 },
    rightKind: { count: 1, of: 2 },
    checks: { count: 2, of: 3 },
    tooLoud: { count: 1, of: 3 },
  });
});

test("what was wrongly done about calm messages is counted, and nothing else", () => {
  const calm = ["apl", "", "none"] as const;
  const all = [
    heard(calm, "apl", { level: "alarm", kind: "violence" }),
    heard(calm, "apl", { level: "check", kind: "suicide" }),
    heard(calm, "apl"),
    heard(["violence", "", "alarm:violence"], "violence", { level: "alarm", kind: "violence" }),
  ];
  expect(calmScore(all)).toEqual({ alarms: { count: 1, of: 3 }, checks: { count: 1, of: 3 } });
});

test("confusions come with their number, the most frequent first", () => {
  const all = [
    heard(["apl", "", "none"], "apl"),
    heard(["apl", "", "none"], "visale"),
    heard(["fjt", "", "none"], "alt"),
    heard(["fjt", "", "none"], "alt"),
  ];
  expect(confusions(all)).toEqual([
    { meant: "fjt", heard: "alt", times: 2 },
    { meant: "apl", heard: "visale", times: 1 },
  ]);
});

const bench = new URL("../../bench/run.ts", import.meta.url).pathname;

test("the bench scores the held-back lines and shows none of them", () => {
  const { stdout, status } = spawnSync(process.execPath, [bench, "understanding", "--json"], {
    encoding: "utf8",
  });
  expect(status).toBe(0);
  const rows = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect([...new Set(rows.map(({ table }) => table))]).toEqual([
    "groups",
    "intents",
    "safety",
    "calm",
    "confusions",
    "time",
  ]);
  const held = readCorpus().filter(({ split }) => split === "held-back");
  expect(rows.find(({ group }) => group === "all").intent.of).toBe(held.length);
  expect(held.filter(({ text }) => text.length > 20 && stdout.includes(text))).toEqual([]);
});

test.each([
  [["understanding", "--split", "dev"], "--split is one of train, tune, held-back\n"],
  [
    ["understandings"],
    'no bench is called "understandings": there is "understanding", "booking", "slots", "reminders", "bilan", "fuzz", "crash", "peers", or none\n',
  ],
])("the bench refuses %j", (given, problem) => {
  const { stderr, status } = spawnSync(process.execPath, [bench, ...given], { encoding: "utf8" });
  expect(stderr).toBe(problem);
  expect(status).toBe(2);
});
