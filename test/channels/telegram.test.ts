import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import type { Message } from "../../src/base/message.ts";
import { minute } from "../../src/base/time.ts";
import { telegramChannel } from "../../src/channels/telegram.ts";
import { takeUpdate } from "../../src/channels/telegram-door.ts";
import { type BotApi, openBotApi } from "../stand-in/bot-api.ts";
import { pressUpdate } from "../stand-in/updates.ts";
import { account, bookFor, type HouseUnderTest, openHouse } from "./house-under-test.ts";

const chat = 77;
const lina = String(chat);
const token = `${account}:test`;
const nadia = "nadia" as WorkerId;

async function connected(): Promise<{ api: BotApi; under: HouseUnderTest }> {
  const api = await openBotApi();
  const under = await openHouse({ channel: telegramChannel(token, api.root) });
  onTestFinished(async () => {
    await under.close();
    await api.close();
  });
  await under.say(lina, { kind: "opened" });
  await under.say(lina, { kind: "choice", option: "accueil.language.french" });
  return { api, under };
}

const lastOf = (under: HouseUnderTest) =>
  under.rows("SELECT state, failure, attempts, dueAt FROM Outgoing ORDER BY id DESC LIMIT 1")[0];

test("every option is a button of its own line, its id at most 64 bytes", async () => {
  const { api, under } = await connected();
  await under.say(lina, { kind: "choice", option: "menu.menu.book" });
  await under.say(lina, "62220");
  await under.say(lina, { kind: "choice", option: "rendez-vous.site.ml-carvin" });
  const slots = api.calls.at(-1)?.buttons ?? [];
  await under.say(lina, { kind: "choice", option: slots[2]?.callback_data ?? "" });
  await under.say(lina, { kind: "choice", option: "rendez-vous.confirm.yes" });
  under.setClock("2026-11-30T18:00:00+01:00");
  await under.jobs();
  const reminder = api.calls.at(-1)?.buttons ?? [];
  expect(reminder.map(({ callback_data }) => callback_data.split("@")[0])).toEqual([
    "rappel.dayBeforeMissing.come",
    "rappel.dayBeforeMissing.papers",
    "rappel.dayBeforeMissing.change",
    "rappel.dayBeforeMissing.cancel",
    "rappel.dayBeforeMissing.how",
  ]);
  const all = api.calls.flatMap(({ buttons }) => buttons);
  expect(all.length).toBeGreaterThan(20);
  const bytes = all.map(({ callback_data }) => Buffer.byteLength(callback_data));
  expect(Math.min(...bytes)).toBeGreaterThan(0);
  expect(Math.max(...bytes)).toBeLessThanOrEqual(64);
  const markup = api.calls.at(-1)?.body["reply_markup"] as { inline_keyboard: unknown[][] };
  expect(markup.inline_keyboard.every((row) => row.length === 1)).toBe(true);
});

test("asked to wait, it waits as long as asked, and what follows never overtakes", async () => {
  const { api, under } = await connected();
  const before = api.texts(chat).length;
  api.mood("sendMessage", { status: 429, description: "Too Many Requests", retryAfter: 30 });
  await under.say(lina, { kind: "choice", option: "menu.menu.book" });
  under.pass(1_000);
  await under.say(lina, "62220");
  under.pass(28_000);
  await under.jobs();
  expect(api.texts(chat)).toHaveLength(before);
  under.pass(1_000);
  await under.jobs();
  const order = under.rows("SELECT state FROM Outgoing ORDER BY id").map(({ state }) => state);
  expect(new Set(order)).toEqual(new Set(["sent"]));
  const buttons = api.calls
    .slice(-2)
    .map(({ buttons: [first] }) => first?.callback_data.split(".")[1]);
  expect(buttons).toEqual(["commune", "site"]);
});

test("blocked: said once, reminders are dropped; who writes again is answered", async () => {
  const { api, under } = await connected();
  await bookFor(under, lina, 1).catch(() => undefined);
  api.mood("sendMessage", { status: 403, description: "Forbidden: bot was blocked by the user" });
  await under.say(lina, "bonjour");
  expect(lastOf(under)).toMatchObject({ state: "failed", failure: "403" });
  expect(under.rows("SELECT unreachableSince FROM Address")).toEqual([
    { unreachableSince: under.now() },
  ]);
  const before = api.calls.length;
  await under.say(lina, "menu");
  expect(under.rows("SELECT unreachableSince FROM Address")).toEqual([{ unreachableSince: null }]);
  expect(api.calls.slice(before).map(({ method }) => method)).toEqual(["sendMessage"]);
});

test.each([
  ["Bad Request: chat not found", true],
  ["Forbidden: user is deactivated", true],
  ["Bad Request: message text is empty", false],
])(
  "400 %s: refused for good (gone: %s), and the next message leaves",
  async (description, gone) => {
    const { api, under } = await connected();
    api.mood("sendMessage", { status: 400, description });
    await under.say(lina, { kind: "choice", option: "menu.menu.book" });
    expect(lastOf(under)).toMatchObject({ state: "failed", failure: "400" });
    expect(under.rows("SELECT unreachableSince IS NOT NULL AS gone FROM Address")).toEqual([
      { gone: Number(gone) },
    ]);
    const before = api.calls.length;
    await under.say(lina, "62220");
    expect(api.calls).toHaveLength(before + 1);
  },
);

test("a fault of theirs (500, 502) is tried again after two seconds, then ten", async () => {
  const { api, under } = await connected();
  const fault = { status: 502, description: "Bad Gateway" };
  api.mood("sendMessage", fault, { status: 500, description: "Internal Server Error" });
  const before = api.texts(chat).length;
  await under.say(lina, { kind: "choice", option: "menu.menu.book" });
  expect(lastOf(under)).toMatchObject({
    state: "queued",
    failure: "502",
    attempts: 1,
    dueAt: under.now() + 2_000,
  });
  under.pass(2_000);
  await under.jobs();
  expect(lastOf(under)).toMatchObject({
    state: "queued",
    failure: "500",
    attempts: 2,
    dueAt: under.now() + 10_000,
  });
  expect(api.texts(chat)).toHaveLength(before);
  under.pass(10_000);
  await under.jobs();
  expect(api.texts(chat)).toHaveLength(before + 1);
  expect(lastOf(under)).toMatchObject({ state: "sent", failure: null });
});

test("no answer at all: nobody knows whether it came, it is sent again later, once", async () => {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    heard.push(Buffer.concat(chunks).toString());
    if (heard.length === 1) return void request.socket.destroy();
    response.writeHead(200, { "content-type": "application/json" });
    response.end(
      JSON.stringify({ ok: true, result: { message_id: 1, date: 1, chat: { id: chat } } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const under = await openHouse({ channel: telegramChannel(token, root) });
  await under.say(lina, { kind: "opened" });
  expect(lastOf(under)).toMatchObject({ state: "queued", failure: "no answer", attempts: 1 });
  under.pass(2_000);
  await under.jobs();
  under.pass(minute);
  await under.jobs();
  expect(lastOf(under)).toMatchObject({ state: "sent" });
  expect(heard).toHaveLength(2);
  expect(heard[1]).toBe(heard[0]);
  await under.close();
  server.closeAllConnections();
  server.close();
});

test("nobody listens: it was surely not delivered, it is sent later", async () => {
  const gone = await openBotApi();
  await gone.close();
  const under = await openHouse({ channel: telegramChannel(token, gone.root) });
  await under.say(lina, { kind: "opened" });
  expect(lastOf(under)).toMatchObject({ state: "queued", failure: "network", attempts: 1 });
  await under.close();
});

test("a message that the network never takes is given up after a day, and the conversation goes on", async () => {
  const { api, under } = await connected();
  const fault = { status: 500, description: "Internal Server Error" };
  api.mood("sendMessage", ...Array.from({ length: 7 }, () => fault));
  await under.say(lina, { kind: "choice", option: "menu.menu.book" });
  for (let attempt = 0; attempt < 6; attempt++) {
    under.pass(attempt < 5 ? 60 * minute : 19 * 60 * minute);
    await under.jobs();
  }
  expect(lastOf(under)).toMatchObject({ state: "failed", failure: "500", attempts: 6 });
  const before = api.calls.length;
  await under.say(lina, "62220");
  expect(api.calls.length).toBeGreaterThan(before);
});

test("the calendar file goes as a document after the message; its failure does not send the message again", async () => {
  const { api, under } = await connected();
  await under.say(lina, { kind: "choice", option: "menu.menu.book" });
  await under.say(lina, "62220");
  await under.say(lina, { kind: "choice", option: "rendez-vous.site.ml-carvin" });
  const slot = api.calls.at(-1)?.buttons[0]?.callback_data ?? "";
  await under.say(lina, { kind: "choice", option: slot });
  const before = api.calls.length;
  await under.say(lina, { kind: "choice", option: "rendez-vous.confirm.yes" });
  const [message, file] = api.calls.slice(before);
  expect([message?.method, file?.method]).toEqual(["sendMessage", "sendDocument"]);
  const body = String(file?.body["multipart"]);
  expect(/filename="?rdv\.ics/.test(body)).toBe(true);
  expect(/BEGIN:VCALENDAR[\s\S]+END:VCALENDAR/.test(body)).toBe(true);
  expect(new RegExp(`name="chat_id"\\s+${lina}\\s`).test(body)).toBe(true);

  api.mood("sendDocument", { status: 400, description: "Bad Request" });
  await under.say(lina, "je ne sais pas");
  await under.say(lina, "changer mon rdv");
  const moved = api.calls.at(-1)?.buttons[0]?.callback_data ?? "";
  await under.say(lina, { kind: "choice", option: moved });
  await under.say(lina, { kind: "choice", option: "deplacer.confirm.yes" });
  expect(lastOf(under)).toMatchObject({ state: "sent" });
  const sent = api.calls.length;
  under.pass(minute);
  await under.jobs();
  expect(api.calls).toHaveLength(sent);
});

test("a long text leaves in parts, in order, nothing lost", async () => {
  const { api, under } = await connected();
  const conversation = await under.conversation(lina);
  await under.house.store.handOvers.takeOver(conversation, nadia, under.now());
  const words = Array.from({ length: 2000 }, (_, place) => `mot${place}`);
  const before = api.texts(chat).length;
  await under.house.store.handOvers.answer(
    conversation,
    nadia,
    "long",
    { text: words.join(" "), options: [] },
    under.now(),
  );
  await under.house.deliver(conversation);
  const parts = api.texts(chat).slice(before);
  expect(parts.length).toBeGreaterThan(3);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(4096);
  expect(parts.join(" ").split(/\s+/)).toEqual(words);
});

test("an answer without a code, from something in between, is no refusal", async () => {
  const server = createServer((_, response) => response.writeHead(503).end("{}"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sent = await telegramChannel(token, root).send(lina, { text: "a", options: [] }, "c");
  expect(sent).toEqual({ outcome: "tryLater", afterMilliseconds: null, why: "no code" });
  server.closeAllConnections();
});

/** A channel whose waiting passes at once and is written down. */
async function briefly() {
  const api = await openBotApi();
  onTestFinished(() => api.close());
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  return { api, waits, channel: telegramChannel(token, api.root, wait) };
}

const busy = (retryAfter: number) => ({
  status: 429,
  description: "Too Many Requests",
  retryAfter,
});
const file = { name: "rdv.ics", type: "text/calendar", body: "BEGIN:VCALENDAR" };

test.each([
  ["asked to wait a second", busy(1), [1_000], 1],
  ["asked to wait three seconds", busy(3), [3_000], 1],
  ["asked to wait longer", busy(4), [], 0],
  ["a fault of theirs", { status: 502, description: "Bad Gateway" }, [1_000], 1],
])("the calendar file, %s: once more when it is short", async (_, mood, waited, files) => {
  const { api, waits, channel } = await briefly();
  api.mood("sendDocument", mood);
  const sent = await channel.send(lina, { text: "C'est noté", options: [], file }, "c");
  expect(sent.outcome).toBe("delivered");
  expect(waits).toEqual(waited);
  expect(api.calls.map(({ method }) => method)).toEqual([
    "sendMessage",
    ...Array.from({ length: files }, () => "sendDocument"),
  ]);
});

test("the calendar file is tried twice, not for ever", async () => {
  const { api, waits, channel } = await briefly();
  api.mood("sendDocument", busy(1), busy(1));
  await channel.send(lina, { text: "C'est noté", options: [], file }, "c");
  expect(waits).toEqual([1_000]);
  expect(api.calls.map(({ method }) => method)).toEqual(["sendMessage"]);
});

const long = Array.from({ length: 1200 }, (_, place) => `mot${place}`).join(" ");

/** The second call meets this: it is set while the first is answered. */
async function secondMeets(api: BotApi, mood: ReturnType<typeof busy>): Promise<void> {
  await api.until((calls) => calls.length === 1);
  api.mood("sendMessage", mood);
}

test("between two parts a short wait is obeyed, and what left does not leave twice", async () => {
  const { api, waits, channel } = await briefly();
  const second = secondMeets(api, busy(2));
  const sent = await channel.send(lina, { text: long, options: [] }, "c");
  await second;
  expect(sent.outcome).toBe("delivered");
  expect(waits).toEqual([2_000]);
  expect(api.texts(chat).join(" ")).toBe(long);
});

test("between two parts a long wait is not waited out: the row is sent again later", async () => {
  const { api, waits, channel } = await briefly();
  const second = secondMeets(api, busy(30));
  const sent = await channel.send(lina, { text: long, options: [] }, "c");
  await second;
  expect(sent).toMatchObject({ outcome: "tryLater", afterMilliseconds: 30_000 });
  expect(waits).toEqual([]);
});

test("a first part that is asked to wait waits as any message does: nothing left yet", async () => {
  const { api, waits, channel } = await briefly();
  api.mood("sendMessage", busy(2));
  const sent = await channel.send(lina, { text: long, options: [] }, "c");
  expect(sent).toMatchObject({ outcome: "tryLater", afterMilliseconds: 2_000 });
  expect(waits).toEqual([]);
});

test("a press is acknowledged, and a group is left", async () => {
  const { api, under } = await connected();
  const door = {
    channel: telegramChannel(token, api.root),
    secret: null,
    clock: under.house.clock,
    receive: (message: Message) => under.house.receive("rencontres-et-loisirs", message),
  };
  await takeUpdate(door, pressUpdate(12, chat, "menu.menu.book") as never);
  await takeUpdate(door, {
    update_id: 13,
    my_chat_member: {
      chat: { id: -100, type: "group", title: "a" },
      new_chat_member: { status: "member" },
    },
  } as never);
  await api.until((calls) =>
    ["answerCallbackQuery", "leaveChat"].every((method) =>
      calls.some((call) => call.method === method),
    ),
  );
  expect(api.calls.find(({ method }) => method === "answerCallbackQuery")?.body).toMatchObject({
    callback_query_id: "callback-12",
  });
  expect(api.calls.find(({ method }) => method === "leaveChat")?.chat).toBe("-100");
});
