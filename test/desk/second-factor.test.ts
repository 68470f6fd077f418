import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import type { Notice } from "../../src/channels/bells.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { cookieOf, password, worker, world } from "./desk-world.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an app shows for a key at this moment (RFC 6238, RFC 4226). */
function codeOf(key: string, now = Date.now()): string {
  let bits = "";
  for (const letter of key.replaceAll("=", ""))
    bits += alphabet.indexOf(letter).toString(2).padStart(5, "0");
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((one) => Number.parseInt(one, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const mac = createHmac("sha1", bytes).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function begun() {
  const desk = world();
  const lea = await worker(desk, "Léa Martin");
  const requests = requestsTo(desk);
  const page = await (await requests.post("/double", lea.cookie, { mot: password })).text();
  const key = /<code>([A-Z2-7=]{20,})<\/code>/.exec(page)?.[1] ?? "";
  const codes = [...page.matchAll(/<li><code>([^<]+)<\/code>/g)].map(([, code]) => code ?? "");
  return { desk, lea, requests, key, codes };
}

async function on() {
  const made = await begun();
  const confirmed = await made.requests.post("/double/verifier", made.lea.cookie, {
    code: codeOf(made.key),
  });
  expect(confirmed.headers.get("location")).toBe("/desk/double?avis=doubleDone");
  const cookie = cookieOf(confirmed.headers.getSetCookie()) || made.lea.cookie;
  const enter = () => made.requests.post("/connexion", "", { email: made.lea.email, password });
  return { ...made, cookie, enter };
}

test("a second code is set up with the password, shown once, and asked for only once it was confirmed", async () => {
  const { requests, lea, key, codes, desk } = await begun();
  expect([key.length > 20, codes.length]).toEqual([true, 10]);
  const entered = await requests.post("/connexion", "", { email: lea.email, password });
  expect(entered.headers.get("location")).toBe("/desk");
  const stored = JSON.stringify(await desk.database.all("SELECT * FROM TwoFactor"));
  expect([stored.includes(key), codes.some((code) => stored.includes(code))]).toEqual([
    false,
    false,
  ]);
});

test("then the password leads to the code, and the code to the desk", async () => {
  const { requests, enter, key } = await on();
  const half = await enter();
  expect(half.headers.get("location")).toBe("/desk/connexion/code");
  const cookie = cookieOf(half.headers.getSetCookie());
  expect((await requests.get("", cookie)).status).toBe(303);
  const wrong = await requests.post("/connexion/code", cookie, { code: "000000" });
  expect([wrong.status, wordsOf(await wrong.text())]).toEqual([
    401,
    expect.stringContaining("Ce code ne marche pas"),
  ]);
  const right = await requests.post("/connexion/code", cookie, { code: codeOf(key) });
  expect(right.headers.get("location")).toBe("/desk");
  expect((await requests.get("", cookieOf(right.headers.getSetCookie()))).status).toBe(200);
});

test("without the password a code opens nothing", async () => {
  const { requests, key } = await on();
  expect((await requests.post("/connexion/code", "", { code: codeOf(key) })).status).toBe(401);
});

test("a spare code serves once, for the day the phone is lost", async () => {
  const { requests, enter, codes } = await on();
  const [spare = ""] = codes;
  const use = async () => {
    const cookie = cookieOf((await enter()).headers.getSetCookie());
    return requests.post("/connexion/code", cookie, { code: spare });
  };
  expect((await use()).headers.get("location")).toBe("/desk");
  expect((await use()).status).toBe(401);
});

test("it is turned off with the password alone", async () => {
  const { requests, cookie, enter } = await on();
  const wrong = await requests.post("/double/arreter", cookie, { mot: "pas le bon mot" });
  expect(wrong.headers.get("location")).toBe("/desk/double?avis=doubleWrong");
  expect((await enter()).headers.get("location")).toBe("/desk/connexion/code");
  const ended = await requests.post("/double/arreter", cookie, { mot: password });
  expect(ended.headers.get("location")).toBe("/desk/double?avis=doubleEnded");
  expect((await enter()).headers.get("location")).toBe("/desk");
});

test("a letter box does not go round it: no link is mailed to who has a second code", async () => {
  const { desk, lea } = await on();
  const mails: Notice[] = [];
  const writeMail = async (_: string, notice: Notice) => {
    mails.push(notice);
    return { outcome: "rung" } as const;
  };
  const mailing = requestsTo({ ...desk, door: { ...desk.door, writeMail } });
  await mailing.post("/connexion/oubli", "", { email: lea.email });
  expect(mails).toEqual([]);
});
