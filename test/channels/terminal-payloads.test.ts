import { expect, test } from "vitest";
import type { Content, Media } from "../../src/base/message.ts";
import { instant } from "../../src/base/time.ts";
import { readChatLine } from "../../src/commands/chat-line.ts";
import { recorded, recordedNames } from "./recorded.ts";

const says = (content: Content, more: object = {}) => ({ person: "p1", content, ...more });
const text: Content = { kind: "text", text: "bonjour" };
const media = (one: Media) => says({ kind: "media", media: one });
const refused = (about: string) => ({
  error: { code: "invalid_message", message: expect.stringContaining(about) },
});

const readings: Readonly<Record<string, unknown>> = {
  text: says(text),
  "text-of-another-person": { person: "p2", content: text },
  "text-with-id-and-hour": says(text, { id: "n-1", at: instant("2026-11-23T08:00:00Z") }),
  choice: says({ kind: "choice", option: "menu.menu.book" }),
  "choice-of-old-button": says({ kind: "choice", option: "coffee.size.big" }),
  opened: says({ kind: "opened" }),
  "media-voice": media("voice"),
  "media-image": media("image"),
  "media-video": media("video"),
  "media-document": media("document"),
  "media-sticker": media("sticker"),
  "media-location": media("location"),
  "media-contact": media("contact"),
  "media-image-with-caption": says({ kind: "media", media: "image", caption: "mon bail" }),
  "media-unknown": refused("media"),
  nothing: refused("one of text, choice, media"),
  "text-that-is-a-number": refused("text"),
  "hour-unreadable": refused("at"),
  list: refused(""),
};

test.each(Object.keys(readings))("what the line of %s says", (name) => {
  expect(readChatLine(JSON.stringify(recorded("terminal", name)), "p1")).toEqual(readings[name]);
});

test("a line that is no JSON is refused alone", () => {
  expect(readChatLine("bonjour", "p1")).toMatchObject({ error: { code: "invalid_json" } });
});

test("every recorded shape is read by a test", () => {
  expect(recordedNames("terminal")).toEqual(Object.keys(readings).sort());
});
