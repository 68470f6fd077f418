import type { Update } from "grammy/types";
import { expect, test } from "vitest";
import type { Content } from "../../src/base/message.ts";
import { instant } from "../../src/base/time.ts";
import { readUpdate } from "../../src/channels/telegram-update.ts";
import { pressUpdate } from "../stand-in/updates.ts";

const now = instant("2026-11-23T08:00:00Z");
const sentAt = instant("2026-11-23T07:59:30Z");
const chat = { id: 77, type: "private", first_name: "Lina" };
const from = { id: 77, is_bot: false, first_name: "Lina" };
const group = { id: -100, type: "supergroup", title: "Colocs" };
const date = sentAt / 1000;

/** An update as Telegram writes it in JSON. */
const read = (parts: Record<string, unknown>) =>
  readUpdate({ update_id: 9001, ...parts } as unknown as Update, "4242", now);
const message = (parts: Record<string, unknown>) => ({
  message: { message_id: 5, date, chat, from, ...parts },
});

test.each<[string, Record<string, unknown>, Content]>([
  ["a text", { text: "j'ai 19 ans" }, { kind: "text", text: "j'ai 19 ans" }],
  ["a text of one space", { text: " " }, { kind: "text", text: " " }],
  ["/start", { text: "/start" }, { kind: "opened" }],
  [
    "/start with where it comes from",
    { text: "/start affiche-carvin" },
    { kind: "opened", source: "affiche-carvin" },
  ],
  ["/start with a payload that is none of ours", { text: "/start a b <c>" }, { kind: "opened" }],
  [
    "/START@our_bot",
    { text: "/START@trousseau_bot affiche" },
    { kind: "opened", source: "affiche" },
  ],
  ["/menu", { text: "/menu" }, { kind: "text", text: "menu" }],
  ["/menu@our_bot", { text: "/menu@trousseau_bot" }, { kind: "text", text: "menu" }],
  ["/stop now", { text: "/stop maintenant" }, { kind: "text", text: "stop maintenant" }],
  ["a path, no command", { text: "/1/2" }, { kind: "text", text: "/1/2" }],
  [
    "a voice",
    { voice: { file_id: "a", mime_type: "audio/ogg" } },
    { kind: "media", media: "voice", file: fileOf("audio/ogg") },
  ],
  ["music", { audio: { file_id: "a" } }, { kind: "media", media: "voice", file: fileOf() }],
  [
    "a photo, the largest of its sizes",
    { photo: [{ file_id: "small" }, { file_id: "a" }] },
    { kind: "media", media: "image", file: fileOf("image/jpeg") },
  ],
  [
    "a photo with a caption",
    { photo: [{ file_id: "a" }], caption: "mon bail" },
    { kind: "media", media: "image", caption: "mon bail", file: fileOf("image/jpeg") },
  ],
  ["a video", { video: { file_id: "a" } }, { kind: "media", media: "video" }],
  ["a round video", { video_note: { file_id: "a" } }, { kind: "media", media: "video" }],
  ["a sticker", { sticker: { file_id: "a" } }, { kind: "media", media: "sticker" }],
  [
    "a moving picture, sent as a document too",
    { animation: { file_id: "a" }, document: { file_id: "a" } },
    { kind: "media", media: "sticker" },
  ],
  ["dice", { dice: { emoji: "🎲", value: 3 } }, { kind: "media", media: "sticker" }],
  [
    "a document",
    { document: { file_id: "a" }, caption: "mes fiches" },
    { kind: "media", media: "document", caption: "mes fiches", file: fileOf() },
  ],
  [
    "a place",
    { location: { latitude: 50, longitude: 3 } },
    { kind: "media", media: "location", place: { latitude: 50, longitude: 3 } },
  ],
  [
    "a place that is none of this earth",
    { location: { latitude: 91, longitude: 3 } },
    { kind: "media", media: "location" },
  ],
  [
    "a named place",
    { venue: { title: "CAF", address: "Lens" }, location: { latitude: 50, longitude: 3 } },
    {
      ...{ kind: "media", media: "location" },
      place: { latitude: 50, longitude: 3, name: "CAF", address: "Lens" },
    },
  ],
  [
    "a contact",
    { contact: { phone_number: "06", first_name: "A", last_name: "B" } },
    { kind: "media", media: "contact", contacts: [{ name: "A B", numbers: ["06"] }] },
  ],
  ["something newer than us", { paid_media: {} }, { kind: "unsupported", what: "message" }],
])("%s", (_, parts, content) => {
  expect(read(message(parts))).toEqual({
    kind: "message",
    message: {
      id: "9001",
      from: { channel: "telegram", account: "4242", address: "77" },
      at: sentAt,
      content,
    },
    callback: null,
  });
});

test("an edited message is an edit, at the hour of the edit", () => {
  const edit = { message_id: 5, date, edit_date: date + 20, chat, from };
  expect(read({ edited_message: { ...edit, text: "20 ans" } })).toMatchObject({
    message: { at: sentAt + 20_000, content: { kind: "edited", text: "20 ans" } },
  });
  expect(read({ edited_message: { ...edit, photo: [], caption: "mon bail" } })).toMatchObject({
    message: { content: { kind: "edited", text: "mon bail" } },
  });
});

test("a pressed button is a choice, now, to be acknowledged", () => {
  expect(
    readUpdate(pressUpdate(12, 77, "menu.menu.book") as unknown as Update, "4242", now),
  ).toEqual({
    kind: "message",
    message: {
      id: "12",
      from: { channel: "telegram", account: "4242", address: "77" },
      at: now,
      content: { kind: "choice", option: "menu.menu.book" },
    },
    callback: "callback-12",
  });
});

test("a button under a message too old to be given is still a choice of the one who pressed", () => {
  expect(
    read({ callback_query: { id: "1", from, chat_instance: "1", data: "menu.menu.book" } }),
  ).toMatchObject({
    message: { from: { address: "77" }, content: { kind: "choice", option: "menu.menu.book" } },
    callback: "1",
  });
});

test("a button without data is acknowledged and understood as nothing we know", () => {
  expect(
    read({ callback_query: { id: "1", from, chat_instance: "1", game_short_name: "a" } }),
  ).toMatchObject({
    message: { content: { kind: "unsupported" } },
    callback: "1",
  });
});

const member = (status: string, where: Record<string, unknown>) => ({
  my_chat_member: {
    chat: where,
    from,
    date,
    old_chat_member: { status: "member" },
    new_chat_member: { status },
  },
});

test.each([
  ["kicked", false],
  ["left", false],
  ["member", true],
])("somebody whose state is %s can be reached: %s", (status, reachable) => {
  expect(read(member(status, chat))).toMatchObject({
    kind: "message",
    message: { at: sentAt, from: { address: "77" }, content: { kind: "reachable", reachable } },
  });
});

test.each(["member", "administrator", "restricted"])("put in a group as %s, we leave", (status) => {
  expect(read(member(status, group))).toEqual({ kind: "leave", chat: -100 });
});

test("out of a group, there is nothing to leave", () => {
  expect(read(member("left", group)).kind).toBe("ignored");
  expect(read(member("kicked", group)).kind).toBe("ignored");
});

test("the address is the chat, whole, however large its number", () => {
  const large = 9_007_199_254_740_991;
  expect(read(message({ chat: { ...chat, id: large }, text: "a" }))).toMatchObject({
    message: { from: { address: "9007199254740991" } },
  });
});

/** A file as its update names it. */
function fileOf(type = "application/octet-stream") {
  return { ref: "a", type };
}
