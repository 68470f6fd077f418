import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const command = fileURLToPath(new URL("../../src/commands/chat.ts", import.meta.url));

test.each(["terminal", "web", "telegram", "whatsapp", "whatsapp-web"])(
  "`chat --json --channel %s` answers each line with one line that says something",
  (channel) => {
    const input =
      '{"text":"bonjour"}\n{"choice":"accueil.language.french"}\n{"text":"c koi visal"}\n';
    const printed = execFileSync(process.execPath, [command, "--json", "--channel", channel], {
      input,
      env: { ...process.env, LOG_LEVEL: "silent" },
    });
    const lines = String(printed).trim().split("\n");
    const answers = lines.map((line) => JSON.parse(line) as { replies: { text: string }[] });
    expect(answers).toHaveLength(3);
    expect(answers.map(({ replies }) => replies.length > 0)).toEqual([true, true, true]);
    expect(answers.at(-1)?.replies.at(-1)?.text).toContain("quel âge");
  },
);

test("lines that come all at once, without `--json`, are each answered after the first words", () => {
  const printed = execFileSync(process.execPath, [command], {
    input: "français\nc koi visal\n19\n",
    env: { ...process.env, LOG_LEVEL: "silent" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const said = ["Choisis ta langue", "Tu veux quoi ?", "quel âge", "Visale"].map((words) =>
    String(printed).indexOf(words),
  );
  expect(said.every((place) => place >= 0)).toBe(true);
  expect(said.slice(0, 3)).toEqual(said.slice(0, 3).toSorted((one, other) => one - other));
});
