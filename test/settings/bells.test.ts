import { expect, test } from "vitest";
import { readSettings } from "../../src/settings.ts";

const publicKey = `B${"A".repeat(86)}`;
const privateKey = "A".repeat(43);

function read(given: Readonly<Record<string, string>>) {
  const reading = readSettings(given);
  if (reading.outcome === "refused") return reading.problems;
  const { push, mail } = reading.settings;
  return { push, mail };
}

test.each([
  ["smtps://cllaj:secret@mail.exemple.fr:465?from=cllaj@exemple.fr", "cllaj@exemple.fr"],
  ["smtp://cllaj%40exemple.fr:secret@mail.exemple.fr:587", "cllaj@exemple.fr"],
])("who writes is in the address of the mail server: %s", (url, from) => {
  expect(read({ SMTP_URL: url })).toMatchObject({ mail: { from } });
});

test.each([
  ["mail.exemple.fr", "smtps://"],
  ["https://mail.exemple.fr", "smtps://"],
  ["smtp://user:secret@mail.exemple.fr", "?from="],
])("%s is refused with its remedy, and its password is not repeated", (url, remedy) => {
  const [problem] = read({ SMTP_URL: url }) as readonly string[];
  expect(problem).toContain(remedy);
  expect(problem).not.toContain(":secret@");
});

test("the two keys go together, and are keys", () => {
  expect(read({ VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey })).toMatchObject({
    push: { publicKey, privateKey },
  });
  expect(read({ VAPID_PUBLIC_KEY: publicKey })).toEqual([
    "VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY go together: make both with `npm run push-keys`.",
  ]);
  expect(read({ VAPID_PUBLIC_KEY: "abc", VAPID_PRIVATE_KEY: privateKey })).toHaveLength(1);
});

test("with nothing set nothing is offered", () => {
  expect(read({})).toEqual({ push: null, mail: null });
});
