import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { mailRinger } from "../../src/channels/mail.ts";

const { MAIL_STANDIN } = env as unknown as { readonly MAIL_STANDIN: string };
const notice = {
  title: "Rappel",
  body: "Tu as un message.",
  link: "https://cllaj.example/",
  about: "rappel",
  stop: null,
};
const ringer = mailRinger({ url: MAIL_STANDIN, from: "cllaj@cllaj.example" });

test("an e-mail leaves from inside the engine", async () => {
  expect(await ringer.ring("lina@maison.example", notice)).toEqual({ outcome: "rung" });
});

test("an address that does not exist is forgotten; a server that is not there is tried later", async () => {
  expect(await ringer.ring("nobody@maison.example", notice)).toEqual({
    ...{ outcome: "gone", why: "smtp 550" },
  });
  const absent = mailRinger({ url: "smtp://127.0.0.1:9", from: "cllaj@cllaj.example" });
  expect(await absent.ring("lina@maison.example", notice)).toEqual({
    ...{ outcome: "tryLater", why: "no mail server" },
  });
});
