import { Hono } from "hono";
import { expect, test } from "vitest";
import type { Message } from "../../src/base/message.ts";
import { instant } from "../../src/base/time.ts";
import { telegramChannel } from "../../src/channels/telegram.ts";
import { type TelegramDoor, telegramRoutes } from "../../src/channels/telegram-door.ts";
import { pressUpdate, textUpdate } from "../stand-in/updates.ts";

const secret = "a secret for the tests";
const now = instant("2026-11-23T08:00:00Z");
const nowhere = "http://127.0.0.1:9";

/** The door alone: what it takes is kept, nothing is sent anywhere. */
function openDoor(given: Partial<TelegramDoor> = {}) {
  const taken: Message[] = [];
  const app = new Hono();
  app.onError((_, context) => context.text("", 503));
  app.route(
    "/webhooks/telegram",
    telegramRoutes({
      channel: telegramChannel("4242:test", nowhere),
      secret,
      clock: { now: () => now },
      async receive(message) {
        taken.push(message);
        return "stored";
      },
      ...given,
    }),
  );
  const post = (
    body: BodyInit,
    headers: Record<string, string> = { "x-telegram-bot-api-secret-token": secret },
  ) =>
    app.request("/webhooks/telegram", {
      method: "POST",
      body,
      headers,
      ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
    });
  return { taken, post };
}

/** A body that says whether anybody began to read it. */
function watchedBody() {
  let read = false;
  const body = new ReadableStream(
    {
      pull(controller) {
        read = true;
        controller.enqueue(new TextEncoder().encode(JSON.stringify(textUpdate(1, 77, "bonjour"))));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { body, wasRead: () => read };
}

test.each<[string, Record<string, string>, string | null]>([
  ["no secret is given", {}, secret],
  [
    "the secret is another",
    { "x-telegram-bot-api-secret-token": "another secret entirely" },
    secret,
  ],
  ["the secret is empty", { "x-telegram-bot-api-secret-token": "" }, secret],
  [
    "the secret is the beginning of ours",
    { "x-telegram-bot-api-secret-token": secret.slice(0, -1) },
    secret,
  ],
  ["the secret is ours and more", { "x-telegram-bot-api-secret-token": `${secret}.` }, secret],
  ["we have none ourselves", { "x-telegram-bot-api-secret-token": "anything" }, null],
  ["we have none and none is given", { "x-telegram-bot-api-secret-token": "" }, null],
  ["ours is empty and so is theirs", { "x-telegram-bot-api-secret-token": "" }, ""],
])("when %s: 401, the body is not read, nothing is done", async (_, headers, ours) => {
  const { taken, post } = openDoor({ secret: ours });
  const { body, wasRead } = watchedBody();
  const response = await post(body, headers);
  expect(response.status).toBe(401);
  expect(wasRead()).toBe(false);
  expect(taken).toEqual([]);
});

test("with the secret the body is read: the test above can fail", async () => {
  const { taken, post } = openDoor();
  const { body, wasRead } = watchedBody();
  expect((await post(body)).status).toBe(200);
  expect(wasRead()).toBe(true);
  expect(taken).toHaveLength(1);
});

test.each([
  ["with its length said", true],
  ["in pieces, its length unsaid", false],
])("a body over one mebibyte %s: 413, nothing is done", async (_, lengthSaid) => {
  const { taken, post } = openDoor();
  const text = JSON.stringify(textUpdate(1, 77, "a".repeat(1024 * 1024)));
  const body = lengthSaid ? text : new Blob([text]).stream();
  const headers: Record<string, string> = { "x-telegram-bot-api-secret-token": secret };
  if (lengthSaid) headers["content-length"] = String(text.length);
  expect((await post(body, headers)).status).toBe(413);
  expect(taken).toEqual([]);
});

test("a body just under one mebibyte is read", async () => {
  const { taken, post } = openDoor();
  const text = JSON.stringify(textUpdate(1, 77, "a".repeat(1024 * 1024 - 400)));
  expect(text.length).toBeLessThanOrEqual(1024 * 1024);
  expect((await post(text)).status).toBe(200);
  expect(taken).toHaveLength(1);
});

test.each([
  ["nothing", ""],
  ["half an update", '{"update_id": 1, "message": {'],
  ["a text", '"bonjour"'],
  ["null", "null"],
  ["a list", "[]"],
  ["an object that is no update", '{"hello": "world"}'],
  ["an update whose number is a text", '{"update_id": "7"}'],
  ["an update whose number is broken", '{"update_id": 7.5}'],
  [
    "a message without a chat",
    '{"update_id": 7, "message": {"message_id": 1, "date": 1, "text": "a"}}',
  ],
  ["a message that is a number", '{"update_id": 7, "message": 7}'],
  ["a press without anybody", '{"update_id": 7, "callback_query": {"id": "1", "data": "a"}}'],
  [
    "a membership without its state",
    '{"update_id": 7, "my_chat_member": {"chat": {"id": 1, "type": "private"}}}',
  ],
])("%s is malformed: 400, nothing is done", async (_, body) => {
  const { taken, post } = openDoor();
  expect((await post(body)).status).toBe(400);
  expect(taken).toEqual([]);
});

const group = { id: -100, type: "group", title: "Colocs" };
const from = { id: 77, is_bot: false, first_name: "Lina" };

test.each<[string, Record<string, unknown>]>([
  ["a kind we do not know", { poll: { id: "1" } }],
  ["no kind at all", {}],
  [
    "a message in a group",
    { message: { message_id: 1, date: 1, chat: group, from, text: "bonjour" } },
  ],
  [
    "a supergroup",
    {
      message: { message_id: 1, date: 1, chat: { ...group, type: "supergroup" }, from, text: "a" },
    },
  ],
  [
    "a post of a channel",
    { channel_post: { message_id: 1, date: 1, chat: { ...group, type: "channel" }, text: "a" } },
  ],
  [
    "a button pressed in a group",
    {
      callback_query: {
        id: "1",
        from,
        chat_instance: "1",
        message: { message_id: 1, date: 1, chat: group },
        data: "menu.menu.book",
      },
    },
  ],
  [
    "an edit in a group",
    { edited_message: { message_id: 1, date: 1, edit_date: 2, chat: group, from, text: "a" } },
  ],
])("%s: 200, and nothing is stored", async (_, update) => {
  const { taken, post } = openDoor();
  expect((await post(JSON.stringify({ update_id: 7, ...update }))).status).toBe(200);
  expect(taken).toEqual([]);
});

test("200 is said only once the update is stored", async () => {
  let store: (() => void) | null = null;
  const { post } = openDoor({
    receive: () => new Promise((resolve) => (store = () => resolve("stored"))),
  });
  let answered = false;
  const response = Promise.resolve(post(JSON.stringify(textUpdate(1, 77, "bonjour")))).then(
    (given) => {
      answered = true;
      return given;
    },
  );
  // the door has its turn, several times, and still waits for the store
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(answered).toBe(false);
  expect(store).not.toBeNull();
  (store as unknown as () => void)();
  expect((await response).status).toBe(200);
});

test("a store that fails is no 200: Telegram will come again", async () => {
  const { post } = openDoor({
    async receive() {
      throw new Error("the disk is full");
    },
  });
  expect((await post(JSON.stringify(textUpdate(1, 77, "bonjour")))).status).toBe(503);
});

test("an update seen before is a 200 too", async () => {
  const { post } = openDoor({ receive: async () => "seen" });
  expect((await post(JSON.stringify(pressUpdate(1, 77, "menu.menu.book")))).status).toBe(200);
});
