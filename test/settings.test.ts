import { expect, test } from "vitest";
import { readSettings } from "../src/settings.ts";

const long = "a secret of more than thirty-two characters";

function problemsOf(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const reading = readSettings(environment);
  return reading.outcome === "refused" ? reading.problems : [];
}

function settingsOf(environment: Readonly<Record<string, string | undefined>>) {
  const reading = readSettings(environment);
  if (reading.outcome === "refused") throw new Error(reading.problems.join("\n"));
  return reading;
}

test("with nothing set, everything works here: the defaults", () => {
  const { settings, warnings } = settingsOf({});
  expect(settings).toEqual({
    ...settings,
    port: 3000,
    host: "127.0.0.1",
    publicUrl: "http://localhost:3000",
    isPublic: false,
    databasePath: "./data/trousseau.db",
    structures: ["rencontres-et-loisirs"],
    secretKey: null,
    previousSecretKey: null,
    demonstration: true,
    telegramOf: new Map(),
    admin: null,
    logLevel: "info",
  });
  expect(warnings).toEqual([]);
});

test.each(["", " ", "\t"])("an empty value (%j) is no value", (empty) => {
  const names = [
    "PORT",
    "PUBLIC_URL",
    "SECRET_KEY",
    "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_MODE",
    "LOG_LEVEL",
    "STRUCTURE",
  ];
  const { settings } = settingsOf(Object.fromEntries(names.map((name) => [name, empty])));
  expect(settings).toEqual(settingsOf({}).settings);
});

test("every value is read", () => {
  const { settings } = settingsOf({
    PORT: "8080",
    HOST: "0.0.0.0",
    PUBLIC_URL: "https://trousseau.example.org/",
    DATABASE_URL: "file:/var/lib/trousseau.db",
    STRUCTURE: "rencontres-et-loisirs,ccas-malakoff",
    SECRET_KEY: long,
    SECRET_KEY_PREVIOUS: `${long} before`,
    DEMONSTRATION: "off",
    TELEGRAM_BOT_TOKEN: "4242:token",
    TELEGRAM_WEBHOOK_SECRET: "a webhook secret",
    TELEGRAM_API_ROOT: "http://127.0.0.1:8081/",
    DESK_ADMIN_EMAIL: "nadia@example.org",
    DESK_ADMIN_PASSWORD: "douze caractères",
    LOG_LEVEL: "warn",
  });
  expect(settings).toMatchObject({
    port: 8080,
    host: "0.0.0.0",
    publicUrl: "https://trousseau.example.org",
    isPublic: true,
    databasePath: "/var/lib/trousseau.db",
    structures: ["rencontres-et-loisirs", "ccas-malakoff"],
    secretKey: long,
    previousSecretKey: `${long} before`,
    demonstration: false,
    telegramOf: new Map([
      [
        "rencontres-et-loisirs",
        {
          token: "4242:token",
          secret: "a webhook secret",
          apiRoot: "http://127.0.0.1:8081",
          mode: "webhook",
        },
      ],
    ]),
    admin: { email: "nadia@example.org", password: "douze caractères" },
    logLevel: "warn",
  });
});

test.each([
  [{ PORT: "abc" }, /^PORT .*3000/],
  [{ PORT: "3000.5" }, /^PORT .*whole/],
  [{ PORT: "-1" }, /^PORT .*65535/],
  [{ PORT: "65536" }, /^PORT .*65535/],
  [{ PUBLIC_URL: "trousseau.example.org" }, /^PUBLIC_URL .*https.*remove it/],
  [{ PUBLIC_URL: "http://trousseau.example.org" }, /^PUBLIC_URL .*https/],
  [{ PUBLIC_URL: "ftp://localhost" }, /^PUBLIC_URL .*https/],
  [{ DATABASE_URL: "postgres://localhost" }, /^DATABASE_URL .*file:/],
  [{ STRUCTURE: "../secret" }, /^STRUCTURE .*commas/],
  [{ STRUCTURE: "a,,b" }, /^STRUCTURE .*commas/],
  [{ SECRET_KEY: "short" }, /^SECRET_KEY .*32.*openssl/],
  [{ SECRET_KEY_PREVIOUS: "short" }, /^SECRET_KEY_PREVIOUS .*32/],
  [{ DEMONSTRATION: "yes" }, /^DEMONSTRATION .*on or off/],
  [{ TELEGRAM_API_ROOT: "api.telegram.org" }, /^TELEGRAM_API_ROOT /],
  [{ TELEGRAM_MODE: "carrier pigeon" }, /^TELEGRAM_MODE .*polling or webhook/],
  [{ DESK_ADMIN_EMAIL: "nadia", DESK_ADMIN_PASSWORD: "douze caractères" }, /^DESK_ADMIN_EMAIL /],
  [
    { DESK_ADMIN_EMAIL: "nadia@example.org", DESK_ADMIN_PASSWORD: "court" },
    /^DESK_ADMIN_PASSWORD .*12/,
  ],
  [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL .*info/],
])("%o is refused with its remedy", (environment, remedy) => {
  const problems = problemsOf(environment as Record<string, string>);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(remedy);
});

test.each([
  [
    "webhooks without a public address",
    {
      TELEGRAM_BOT_TOKEN: "4242:a",
      TELEGRAM_MODE: "webhook",
      TELEGRAM_WEBHOOK_SECRET: "a webhook secret",
    },
    /PUBLIC_URL/,
  ],
  [
    "webhooks without a secret",
    { TELEGRAM_BOT_TOKEN: "4242:a", PUBLIC_URL: "https://a.example.org" },
    /TELEGRAM_WEBHOOK_SECRET is missing/,
  ],
  ["open to the public without a key", { DEMONSTRATION: "off" }, /SECRET_KEY is missing/],
  ["an administrator without a password", { DESK_ADMIN_EMAIL: "nadia@example.org" }, /go together/],
  [
    "a password without an administrator",
    { DESK_ADMIN_PASSWORD: "douze caractères" },
    /go together/,
  ],
])("a contradiction is refused: %s", (_, environment, sentence) => {
  const problems = problemsOf(environment as Record<string, string>);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(sentence);
});

test("a local address may be plain http, and a public one polls when told to", () => {
  for (const address of ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"]) {
    expect(problemsOf({ PUBLIC_URL: address })).toEqual([]);
  }
  const { settings } = settingsOf({
    TELEGRAM_BOT_TOKEN: "4242:a",
    PUBLIC_URL: "https://a.example.org",
    TELEGRAM_MODE: "polling",
  });
  expect(settings.telegramOf.get("rencontres-et-loisirs")).toMatchObject({
    mode: "polling",
    secret: null,
    apiRoot: "https://api.telegram.org",
  });
});

test("all problems are said at once, wrong values and contradictions together", () => {
  const problems = problemsOf({
    PORT: "abc",
    DATABASE_URL: "postgres://localhost",
    LOG_LEVEL: "loud",
    DEMONSTRATION: "off",
    DESK_ADMIN_EMAIL: "nadia@example.org",
    TELEGRAM_BOT_TOKEN: "4242:a",
    TELEGRAM_MODE: "webhook",
  });
  const subjects = problems.map((problem) => problem.split(/[ =]/)[0]);
  expect(subjects.toSorted()).toEqual([
    "DATABASE_URL",
    "DESK_ADMIN_EMAIL",
    "LOG_LEVEL",
    "PORT",
    "SECRET_KEY",
    "TELEGRAM_MODE",
    "TELEGRAM_WEBHOOK_SECRET",
  ]);
});

test("a weak network secret is warned about, never refused, and never repeated", () => {
  const { settings, warnings } = settingsOf({
    TELEGRAM_BOT_TOKEN: "x",
    TELEGRAM_WEBHOOK_SECRET: "zz",
    PUBLIC_URL: "https://a.example.org",
  });
  expect(settings.telegramOf.get("rencontres-et-loisirs")).toMatchObject({
    token: "x",
    secret: "zz",
  });
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/^TELEGRAM_WEBHOOK_SECRET is short/);
  expect(warnings[0]?.includes("zz")).toBe(false);
});

test("no problem repeats a secret", () => {
  const problems = problemsOf({
    SECRET_KEY: "zz-secret",
    DESK_ADMIN_EMAIL: "zz-mail",
    DESK_ADMIN_PASSWORD: "zz-word",
  });
  expect(problems).toHaveLength(3);
  expect(problems.join().includes("zz-")).toBe(false);
});
