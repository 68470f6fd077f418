import { afterAll, beforeAll, expect, test } from "vitest";
import { after, instant, minute } from "../../src/base/time.ts";
import { type BotApi, openBotApi } from "../stand-in/bot-api.ts";
import { textUpdate } from "../stand-in/updates.ts";
import { type TelegramPerson, telegramPerson } from "./telegram-person.ts";
import { startWorkerSite, type WorkerSite } from "./worker-site.ts";

// two isolates of one deployment, on one database: what they share is in no memory
const secret = "the secret of this webhook";
let clock = instant("2026-11-23T09:00:00+01:00");
let api: BotApi;
let site: WorkerSite;

beforeAll(async () => {
  api = await openBotApi();
  site = await startWorkerSite({
    isolates: 2,
    at: clock,
    settings: {
      TELEGRAM_BOT_TOKEN: "4242:test",
      TELEGRAM_WEBHOOK_SECRET: secret,
      TELEGRAM_API_ROOT: api.root,
    },
  });
});
afterAll(async () => {
  await site.close();
  await api.close();
});

const webhook = (place: number) => `${site.urls[place % 2]}/webhooks/telegram`;

/** Somebody whose updates reach the isolates in turn, beginning with one of them. */
function personAt(place: number, chat: number): TelegramPerson {
  let turn = place;
  return telegramPerson({ api, address: () => webhook(turn++), secret }, chat);
}

async function meet(person: TelegramPerson): Promise<void> {
  await person.say("/start");
  await person.press("Français");
}

const left = `SELECT id FROM Inbound WHERE state = 'received'
  UNION ALL SELECT id FROM Outgoing WHERE state IN ('queued', 'sending')`;

/** Resolves when both have done all there was to do: a second answer, if there is one, has left too. */
async function allDone(): Promise<void> {
  for (let looks = 0; looks < 400; looks++) {
    if ((await site.rows(left)).length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("something was left to do for ten seconds");
}

test("six people press for one slot at the same moment, at two isolates: one has it, five are told", async () => {
  const people = [1, 2, 3, 4, 5, 6].map((chat) => personAt(chat, 4000 + chat));
  for (const person of people) {
    await meet(person);
    for (const said of ["prendre rendez-vous", "carvin", "1", "1"]) await person.say(said);
    // each takes too long to confirm, and the next one is shown the same time
    await site.rows("UPDATE Cell SET expiresAt = 1 WHERE expiresAt > 0");
  }
  const answers = await Promise.all(people.map((person) => person.press("Confirmer")));
  await allDone();
  expect(answers.filter((text) => text.includes("189 avenue de la République"))).toHaveLength(1);
  const booked = await site.rows(
    "SELECT COUNT(*) AS booked FROM Appointment WHERE status = 'booked'",
  );
  expect(booked).toEqual([{ booked: 1 }]);
  const told = answers.filter((text) => !text.includes("189 avenue de la République"));
  expect(told.map((text) => text.includes("n'est plus libre"))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
});

test("the same message, brought to both isolates at once, is answered once", async () => {
  const lina = personAt(0, 4100);
  await meet(lina);
  await allDone();
  const words = ["c koi visal", "menu", "c koi le fsl", "menu", "c koi visal"];
  const before = lina.texts().length;
  for (const [place, text] of words.entries()) {
    const body = JSON.stringify(textUpdate(800_000 + place, lina.chat, text));
    const post = async (isolate: number) => {
      const headers = { "x-telegram-bot-api-secret-token": secret };
      return (await fetch(webhook(isolate), { method: "POST", headers, body })).status;
    };
    expect(await Promise.all([post(0), post(1), post(0), post(1)])).toEqual([200, 200, 200, 200]);
    await api.until(() => lina.texts().length >= before + place + 1);
    await allDone();
  }
  expect(lina.texts()).toHaveLength(before + words.length);
});

test("ten messages of one person, brought to two isolates in turn, are answered in order, once each", async () => {
  const words = [
    "c koi visal",
    "19 ans",
    "menu",
    "fsl",
    "menu",
    "alt",
    "menu",
    "visale",
    "menu",
    "asll",
  ];
  const alone = personAt(0, 4201);
  await meet(alone);
  await allDone();
  const start = alone.texts().length;
  for (const word of words) {
    await alone.say(word);
    await allDone();
  }
  const expected = alone.texts().slice(start);

  const hurried = personAt(0, 4202);
  await meet(hurried);
  await allDone();
  const before = hurried.texts().length;
  for (const word of words) await hurried.write(word);
  await api.until(() => hurried.texts().length >= before + expected.length);
  await allDone();
  expect(hurried.texts().slice(before)).toEqual(expected);
});

test("twenty people write at once, ten at each isolate: each has their own answer, once", async () => {
  const people = Array.from({ length: 20 }, (_, place) => personAt(place, 4300 + place));
  await Promise.all(people.map((person) => person.say("/start")));
  await allDone();
  expect(people.map((person) => person.texts().length)).toEqual(people.map(() => 1));
  expect(site.log()).not.toContain('"level":"error"');
});

test.each([1, 4, 7])(
  "the engine is stopped once %d of ten messages are answered: the rest is answered after the start, in order, at most one twice",
  async (answered) => {
    const lina = personAt(answered, 4400 + answered);
    await meet(lina);
    await allDone();
    const before = lina.texts().length;
    const words = ["c koi visal", "menu"];
    for (let place = 0; place < 10; place++) await lina.write(words[place % 2] ?? "");
    await api.until(() => lina.texts().length >= before + answered);
    // what the stopped invocations held is free after a minute; the next bell finds it
    clock = after(clock, 5 * minute);
    await site.deployAt(clock);
    await site.ring();
    await allDone();
    const texts = lina.texts().slice(before);
    const once = texts.filter((text, place) => text !== texts[place - 1]);
    expect(once.map((text) => text.startsWith("Visale"))).toEqual(
      Array.from({ length: 10 }, (_, place) => place % 2 === 0),
    );
    expect(texts.length).toBeLessThanOrEqual(11);
  },
);
