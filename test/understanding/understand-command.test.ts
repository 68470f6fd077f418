import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const command = new URL("../../src/commands/understand.ts", import.meta.url).pathname;

function run(input: string, ...given: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...given], {
    input,
    encoding: "utf8",
  });
  return { lines: stdout.split("\n").slice(0, -1), stderr, status };
}

test("one JSON line comes out for each line, plain or JSON, empty ones too", () => {
  const { lines, status } = run(
    'je dors dehors\n\n{"text":"visale","language":"en"}\n{pas du json\r\n"rdv"',
    "--json",
  );
  expect(status).toBe(0);
  const read = lines.map((line) => JSON.parse(line));
  expect(read.map(({ text }) => text)).toEqual([
    "je dors dehors",
    "",
    "visale",
    "{pas du json",
    '"rdv"',
  ]);
  expect(read[0]).toEqual({
    text: "je dors dehors",
    language: "fr",
    intent: "emergency_shelter",
    confidence: read[0].confidence,
    also: [],
    safety: { level: "alarm", kind: "emergency_shelter" },
  });
  expect(read[2]).toMatchObject({ language: "en", intent: "visale" });
  expect(read.map(({ intent }) => intent)).toEqual([
    "emergency_shelter",
    "unknown",
    "visale",
    "unknown",
    "book_appointment",
  ]);
});

test("without --json it says what was understood and why", () => {
  expect(run("jveux un rdv\n").lines).toEqual([
    expect.stringMatching(/^book_appointment \(\d+ %\).*because: "/),
  ]);
});

test("help is printed, and an unknown option is refused", () => {
  expect(run("", "--help").lines[0]).toContain("understand");
  const refused = run("", "--wrong");
  expect(refused.status).toBe(2);
  expect(refused.lines).toEqual([]);
  expect(refused.stderr).toContain("--wrong");
});
