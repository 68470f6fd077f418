import { expect, test } from "vitest";
import { readSettings } from "../../src/settings.ts";

const two = "rencontres-et-loisirs,ccas-malakoff";
type Environment = Readonly<Record<string, string>>;

function problemsOf(environment: Environment): readonly string[] {
  const reading = readSettings({
    STRUCTURE: two,
    PUBLIC_URL: "https://a.example.org",
    ...environment,
  });
  return reading.outcome === "refused" ? reading.problems : [];
}

function readingOf(environment: Environment) {
  const reading = readSettings({
    STRUCTURE: two,
    PUBLIC_URL: "https://a.example.org",
    ...environment,
  });
  if (reading.outcome === "refused") throw new Error(reading.problems.join("\n"));
  return { numbers: Object.fromEntries(reading.settings.whatsappOf), warnings: reading.warnings };
}

const first = {
  WHATSAPP_PHONE_NUMBER_ID: "106540352242922",
  WHATSAPP_ACCESS_TOKEN: "EAA-first",
  WHATSAPP_APP_SECRET: "the app's secret",
  WHATSAPP_VERIFY_TOKEN: "our token",
};
const second = {
  WHATSAPP_PHONE_NUMBER_ID__CCAS_MALAKOFF: "206540352242922",
  WHATSAPP_ACCESS_TOKEN__CCAS_MALAKOFF: "EAA-second",
};
const apiRoot = "https://graph.facebook.com";
const shared = { appSecret: "the app's secret", verifyToken: "our token", apiRoot };

test("without any of the settings nobody has a number", () => {
  expect(readingOf({})).toEqual({ numbers: {}, warnings: [] });
});

test("what has no suffix is the first structure's", () => {
  expect(readingOf(first)).toEqual({
    numbers: {
      "rencontres-et-loisirs": {
        ...{ phoneNumberId: "106540352242922", accessToken: "EAA-first", ...shared },
      },
    },
    warnings: [],
  });
});

test("two numbers of one app: its secret, token and root are said once", () => {
  const root = { WHATSAPP_API_ROOT: "http://127.0.0.1:9000/" };
  const { numbers } = readingOf({ ...first, ...second, ...root });
  expect(numbers["ccas-malakoff"]).toEqual({
    ...{ phoneNumberId: "206540352242922", accessToken: "EAA-second", ...shared },
    apiRoot: "http://127.0.0.1:9000",
  });
});

test("two apps: each number has its own secret and token", () => {
  const own = {
    WHATSAPP_APP_SECRET__CCAS_MALAKOFF: "another app's secret",
    WHATSAPP_VERIFY_TOKEN__CCAS_MALAKOFF: "another token",
  };
  const { numbers } = readingOf({ ...first, ...second, ...own });
  expect(numbers["ccas-malakoff"]).toMatchObject({
    ...{ appSecret: "another app's secret", verifyToken: "another token" },
  });
});

test("the second structure alone may have a number", () => {
  const { WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN } = first;
  const { numbers } = readingOf({ ...second, WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN });
  expect(Object.keys(numbers)).toEqual(["ccas-malakoff"]);
});

const names = Object.keys(first) as readonly (keyof typeof first)[];

test.each(names)("all or nothing: without %s it is named, with its remedy", (name) => {
  const { [name]: _, ...others } = first;
  const [problem = "", ...more] = problemsOf(others);
  expect(more).toEqual([]);
  expect(problem).toMatch(new RegExp(`^${name} is missing: .*; or remove `));
  for (const given of Object.keys(others)) expect(problem).toContain(given);
});

test.each(names)("%s alone: the three others are missing", (name) => {
  const missing = problemsOf({ [name]: "a" }).map((problem) => problem.split(" ", 1)[0]);
  expect(missing).toEqual(names.filter((other) => other !== name));
});

test.each<[string, Environment, readonly RegExp[]]>([
  [
    "a number without its token, for the second",
    { ...first, WHATSAPP_PHONE_NUMBER_ID__CCAS_MALAKOFF: "2" },
    [/^WHATSAPP_ACCESS_TOKEN__CCAS_MALAKOFF is missing/],
  ],
  [
    "a secret of its own and nothing else",
    { ...first, WHATSAPP_APP_SECRET__CCAS_MALAKOFF: "a" },
    [
      /^WHATSAPP_PHONE_NUMBER_ID__CCAS_MALAKOFF is missing/,
      /^WHATSAPP_ACCESS_TOKEN__CCAS_MALAKOFF is missing/,
    ],
  ],
  [
    "one number for two",
    { ...first, ...second, WHATSAPP_PHONE_NUMBER_ID__CCAS_MALAKOFF: "106540352242922" },
    [/^WHATSAPP_PHONE_NUMBER_ID and WHATSAPP_PHONE_NUMBER_ID__CCAS_MALAKOFF are the same number/],
  ],
  [
    "a root in clear, elsewhere",
    { ...first, ...second, WHATSAPP_API_ROOT: "http://graph.example.org" },
    [/^WHATSAPP_API_ROOT must be https/],
  ],
  [
    "a suffix of no structure",
    { ...first, WHATSAPP_PHONE_NUMBER_ID__CCAS_LENS: "3" },
    [/^WHATSAPP_PHONE_NUMBER_ID__CCAS_LENS names no structure.*__CCAS_MALAKOFF/],
  ],
])("%s is refused", (_, environment, expected) => {
  const problems = problemsOf(environment);
  expect(problems).toHaveLength(expected.length);
  for (const [place, problem] of expected.entries()) expect(problems[place]).toMatch(problem);
});

test("a problem never tells a secret", () => {
  const told = problemsOf({ ...first, WHATSAPP_PHONE_NUMBER_ID: "" }).join();
  for (const value of ["EAA-first", "the app's secret", "our token"]) {
    expect(told).not.toContain(value);
  }
});

test("without a public address nothing would arrive: said, not refused", () => {
  const reading = readSettings(first);
  expect(reading).toMatchObject({
    outcome: "read",
    warnings: [expect.stringMatching(/^WHATSAPP_PHONE_NUMBER_ID .*PUBLIC_URL/)],
  });
});
