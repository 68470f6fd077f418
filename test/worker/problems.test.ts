import { expect, test } from "vitest";
import { readStructures } from "../../src/node/house.ts";
import { missingToOpen, problemsOnWorkers } from "../../src/worker/problems.ts";
import { settingsWith } from "../world.ts";

const secret = "a secret key for tests only, long enough";
const address = "https://trousseau.example";

test.each([
  ["all that is needed", { SECRET_KEY: secret, PUBLIC_URL: address }, []],
  ["no key", { PUBLIC_URL: address }, ["SECRET_KEY is missing"]],
  ["no address", { SECRET_KEY: secret }, ["PUBLIC_URL is missing"]],
  [
    "a bot that polls",
    {
      SECRET_KEY: secret,
      PUBLIC_URL: address,
      TELEGRAM_BOT_TOKEN: "1:a",
      TELEGRAM_MODE: "polling",
    },
    ["The bot of rencontres-et-loisirs would hear nothing"],
  ],
  [
    "an address of this machine, in demonstration",
    { SECRET_KEY: secret, PUBLIC_URL: "http://localhost:8787" },
    [],
  ],
  [
    "an address of this machine, open to the public",
    { SECRET_KEY: secret, PUBLIC_URL: "http://localhost:8787", DEMONSTRATION: "off" },
    ["PUBLIC_URL is an address of one machine"],
  ],
])("a Worker given %s says what is wrong, with the remedy", (_, environment, expected) => {
  const problems = problemsOnWorkers(settingsWith(environment as Record<string, string>));
  expect(problems.map((problem) => expected.find((head) => problem.startsWith(head)))).toEqual(
    expected,
  );
});

test("open to the public, a Worker refuses a structure that lacks what the doctor says it must have", () => {
  const structures = [...readStructures(["ccas-malakoff"]).values()];
  const open = { SECRET_KEY: secret, PUBLIC_URL: address, STRUCTURE: "ccas-malakoff" };
  expect(missingToOpen(settingsWith(open), structures)).toEqual([]);
  const missing = missingToOpen(settingsWith({ ...open, DEMONSTRATION: "off" }), structures);
  expect(missing.join()).toContain("ccas-malakoff");
});
