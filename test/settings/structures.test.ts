import { expect, test } from "vitest";
import { readSettings } from "../../src/settings.ts";

const three = "rencontres-et-loisirs,ccas-malakoff,ccas-rueil-malmaison";
const publicUrl = "https://trousseau.example.org";

function problemsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  const reading = readSettings({ STRUCTURE: three, ...environment });
  return reading.outcome === "refused" ? reading.problems : [];
}

function readingOf(environment: Readonly<Record<string, string>>) {
  const reading = readSettings({ STRUCTURE: three, ...environment });
  if (reading.outcome === "refused") throw new Error(reading.problems.join("\n"));
  return reading;
}

const bots = {
  PUBLIC_URL: publicUrl,
  TELEGRAM_BOT_TOKEN: "1:a",
  TELEGRAM_WEBHOOK_SECRET: "the first one's secret",
  TELEGRAM_BOT_TOKEN__CCAS_MALAKOFF: " 2:b ",
  TELEGRAM_WEBHOOK_SECRET__CCAS_MALAKOFF: "Malakoff's own secret",
  TELEGRAM_BOT_TOKEN__CCAS_RUEIL_MALMAISON: "3:c",
  TELEGRAM_MODE__CCAS_RUEIL_MALMAISON: "polling",
};

test("each structure has its own bot; a setting without a suffix is the first one's", () => {
  const { settings, warnings } = readingOf(bots);
  const apiRoot = "https://api.telegram.org";
  expect(Object.fromEntries(settings.telegramOf)).toEqual({
    "rencontres-et-loisirs": {
      ...{ token: "1:a", secret: "the first one's secret", apiRoot, mode: "webhook" },
    },
    "ccas-malakoff": { token: "2:b", secret: "Malakoff's own secret", apiRoot, mode: "webhook" },
    "ccas-rueil-malmaison": { token: "3:c", secret: null, apiRoot, mode: "polling" },
  });
  expect(warnings).toEqual([]);
});

test("the first structure's settings may bear its name too, and a token goes to nobody else", () => {
  const { settings } = readingOf({ TELEGRAM_BOT_TOKEN__RENCONTRES_ET_LOISIRS: "1:a" });
  expect([...settings.telegramOf.keys()]).toEqual(["rencontres-et-loisirs"]);
  expect([...readingOf({ TELEGRAM_BOT_TOKEN: "1:a" }).settings.telegramOf.keys()]).toEqual([
    "rencontres-et-loisirs",
  ]);
  const malakoff = readingOf({ TELEGRAM_BOT_TOKEN__CCAS_MALAKOFF: "2:b" });
  expect([...malakoff.settings.telegramOf.keys()]).toEqual(["ccas-malakoff"]);
});

test("how the network is reached is said once for all, or otherwise for one", () => {
  const { settings } = readingOf({
    ...bots,
    TELEGRAM_API_ROOT: "http://127.0.0.1:8081/",
    TELEGRAM_MODE: "polling",
    TELEGRAM_API_ROOT__CCAS_MALAKOFF: "https://bots.example.org",
    TELEGRAM_MODE__CCAS_MALAKOFF: "webhook",
  });
  const reached = [...settings.telegramOf.values()].map(({ apiRoot, mode }) => [apiRoot, mode]);
  expect(reached).toEqual([
    ["http://127.0.0.1:8081", "polling"],
    ["https://bots.example.org", "webhook"],
    ["http://127.0.0.1:8081", "polling"],
  ]);
});

test("the structures named twice are served once, in their order", () => {
  const { settings } = readingOf({
    STRUCTURE: "ccas-malakoff,rencontres-et-loisirs,ccas-malakoff",
  });
  expect(settings.structures).toEqual(["ccas-malakoff", "rencontres-et-loisirs"]);
});

test.each<[string, Readonly<Record<string, string>>, RegExp]>([
  [
    "a suffix of no structure",
    { TELEGRAM_BOT_TOKEN__CCAS_LENS: "2:b" },
    /^TELEGRAM_BOT_TOKEN__CCAS_LENS names no structure of STRUCTURE.*TELEGRAM_BOT_TOKEN__CCAS_MALAKOFF/,
  ],
  [
    "a slug in small letters",
    { "TELEGRAM_MODE__ccas-malakoff": "polling" },
    /^TELEGRAM_MODE__ccas-malakoff names no structure.*TELEGRAM_MODE__CCAS_MALAKOFF/,
  ],
  [
    "a setting that is one for all",
    { DESK_ADMIN_EMAIL__CCAS_MALAKOFF: "nadia@example.org" },
    /^DESK_ADMIN_EMAIL__CCAS_MALAKOFF .*one for all structures/,
  ],
  [
    "two structures with one bot",
    { TELEGRAM_BOT_TOKEN: "2:b", TELEGRAM_BOT_TOKEN__CCAS_MALAKOFF: "2:b" },
    /^TELEGRAM_BOT_TOKEN and TELEGRAM_BOT_TOKEN__CCAS_MALAKOFF are the same bot.*@BotFather/,
  ],
  [
    "one bot with an old and a new token",
    {
      TELEGRAM_BOT_TOKEN__CCAS_RUEIL_MALMAISON: "2:old",
      TELEGRAM_BOT_TOKEN__CCAS_MALAKOFF: "2:new",
    },
    /^TELEGRAM_BOT_TOKEN__CCAS_MALAKOFF and TELEGRAM_BOT_TOKEN__CCAS_RUEIL_MALMAISON are the same bot/,
  ],
  [
    "the first one's setting under both its names",
    { TELEGRAM_BOT_TOKEN: "1:a", TELEGRAM_BOT_TOKEN__RENCONTRES_ET_LOISIRS: "2:b" },
    /^TELEGRAM_BOT_TOKEN and TELEGRAM_BOT_TOKEN__RENCONTRES_ET_LOISIRS are the same setting/,
  ],
  [
    "a webhook without its secret",
    { PUBLIC_URL: publicUrl, TELEGRAM_BOT_TOKEN__CCAS_MALAKOFF: "2:b" },
    /^TELEGRAM_WEBHOOK_SECRET__CCAS_MALAKOFF is missing.*TELEGRAM_MODE__CCAS_MALAKOFF=polling/,
  ],
  [
    "a webhook without a public address",
    {
      TELEGRAM_BOT_TOKEN__CCAS_MALAKOFF: "2:b",
      TELEGRAM_WEBHOOK_SECRET__CCAS_MALAKOFF: "Malakoff's own secret",
      TELEGRAM_MODE__CCAS_MALAKOFF: "webhook",
    },
    /^TELEGRAM_MODE__CCAS_MALAKOFF=webhook needs PUBLIC_URL/,
  ],
  [
    "a mode there is not",
    { TELEGRAM_MODE__CCAS_MALAKOFF: "pigeon" },
    /^TELEGRAM_MODE__CCAS_MALAKOFF must be polling or webhook/,
  ],
  [
    "a mode there is not, for all: said once",
    { TELEGRAM_MODE: "pigeon" },
    /^TELEGRAM_MODE must be polling or webhook/,
  ],
  [
    "a root that is no address",
    { TELEGRAM_API_ROOT__CCAS_MALAKOFF: "api.telegram.org" },
    /^TELEGRAM_API_ROOT__CCAS_MALAKOFF must be https/,
  ],
])("%s is refused under its full name, with its remedy", (_, environment, remedy) => {
  const problems = problemsOf(environment);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(remedy);
});

test("what is wrong in several structures is said at once, and never repeats a secret", () => {
  const problems = problemsOf({
    PORT: "abc",
    TELEGRAM_BOT_TOKEN__CCAS_LENS: "zz-1",
    TELEGRAM_MODE__CCAS_MALAKOFF: "pigeon",
    TELEGRAM_BOT_TOKEN: "zz-2:x",
    TELEGRAM_BOT_TOKEN__CCAS_RUEIL_MALMAISON: "zz-2:y",
  });
  expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
    "PORT",
    "TELEGRAM_BOT_TOKEN__CCAS_LENS",
    "TELEGRAM_MODE__CCAS_MALAKOFF",
    "TELEGRAM_BOT_TOKEN",
  ]);
  expect(problems.join().includes("zz-")).toBe(false);
});

test("a secret that is short, or shared by two bots, is warned about and not repeated", () => {
  const { warnings } = readingOf({
    ...bots,
    TELEGRAM_WEBHOOK_SECRET: "zz",
    TELEGRAM_WEBHOOK_SECRET__CCAS_MALAKOFF: "zz",
  });
  expect(warnings.map((warning) => warning.split(":")[0])).toEqual([
    "TELEGRAM_WEBHOOK_SECRET is short",
    "TELEGRAM_WEBHOOK_SECRET__CCAS_MALAKOFF is short",
    "TELEGRAM_WEBHOOK_SECRET and TELEGRAM_WEBHOOK_SECRET__CCAS_MALAKOFF are the same",
  ]);
  expect(warnings.join().includes("zz")).toBe(false);
});

test("what is not ours may have two underscores", () => {
  expect(problemsOf({ __SHELL_ENCODING: "0x1F5", npm_config__jsr__registry: "x" })).toEqual([]);
});
