import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import flows from "../../flows/index.ts";
import { offeredLanguages } from "../../locales/index.ts";

const command = fileURLToPath(new URL("../../src/commands/flows.ts", import.meta.url));

function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

// a process of its own reads every text: slow where many run beside it
const slow = { timeout: 90_000 };

test("a check without problem ends with 0 and says so, one object a line on demand", slow, () => {
  const { status, stdout } = run("check", "--json");
  const lines = stdout.trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { ok: true, flows: flows.length, steps: expect.any(Number), languages: offeredLanguages },
  ]);
  expect(status).toBe(0);
});

test("the help is printed on demand, and when the words are not understood", slow, () => {
  const help = run("--help");
  expect(help.status).toBe(0);
  expect(help.stdout).toContain("npm run -s flows -- check [--json]");
  for (const words of [[], ["chek"], ["check", "visale"], ["check", "--fast"]]) {
    const { status, stdout, stderr } = run(...words);
    expect({ words, status, stdout }).toEqual({ words, status: 2, stdout: "" });
    expect(stderr).not.toBe("");
  }
});
